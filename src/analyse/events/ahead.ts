import type { Token } from '../tokens/index.ts';
import { type Clauses, reachOf, subjectFrom } from './clause.ts';
import type { VerbGroup } from './verb-groups.ts';
import { CONJUNCTION, isAdverb, PREPOSITION } from './words.ts';

/** Verbs behind which what "to" begins has begun already, is no plan, or only seems so. */
const BEGUN =
  /^(?:beg[aiu]n|begins|start(?:ed|s)?|continue[sd]?|manage[sd]?|fail(?:ed|s)?|use[sd]?|help(?:ed|s)?|had|has|have|seem(?:s|ed)?|appear(?:s|ed)?|is|are|was|were|said|reported|believed|known|thought|claimed|found|tend(?:s|ed)?|got|getting|happen(?:s|ed)|turned|returned|went|came|order|how|enough|first|last|able|according|proved|shown|understood|considered|claim(?:s|ed)?|response|due|prior|close|next|up|down|back|similar|compared|addition)$/;
/** Verbs that are about what is to come. */
const PLANS =
  /^(?:plan|intend|want|hope|wish|aim|agree|promise|pledge|vow|decide|expect|schedul|set$|due$|going$|about$|slated|likely|willing|ready|prepared|threaten|offer|propos|seek|sought|consider|attempt|tr(?:y|ies|ied)$)/;
const COMING = new Set(
  'upcoming planned proposed future possible potential forthcoming coming expected scheduled prospective pending eventual looming'.split(
    ' ',
  ),
);
/** Behind these "of" leads to what may come: "capable of holding". */
const OPEN = /^(?:capable|possibility|chance|prospect|idea|hope|intention|risk|threat|plan|likelihood)s?$/;

/** Whether what a verb group tells lies ahead of whoever tells it, or may come: "will sign", "is to sign", "plans to sign", "asked them to sign". */
export function isAhead(group: VerbGroup, tokens: readonly Token[]): boolean {
  if (group.tense === 'future' || group.modal === 'may' || group.arranged) return true;
  const [first = '', ...more] = group.chain;
  if (more.length > 0 && PLANS.test(first)) return true;
  if (group.tense === 'infinitive') return !group.perfect && !BEGUN.test(tokens[group.first - 1]?.form ?? '');
  return group.modal === 'would' && !group.perfect;
}

/** Whether a word of a sentence names something that lies ahead: a verb that does, one joined to it by "and", or the noun that it is about. */
export function liesAhead(clauses: Clauses, at: number): boolean {
  const { tokens, groups } = clauses;
  const own = groups.find(({ first, last }) => at >= first && at < last);
  // "is planning to sell": the sale lies ahead, the planning does not.
  if (own !== undefined) return isAhead(own, tokens) && (at >= own.verb || own.chain.length === 1);
  if (tokens.slice(Math.max(0, at - 2), at).some(({ form }) => COMING.has(form))) return true;
  const token = tokens[at];
  if (token === undefined) return false;
  if (/ing$/.test(token.form) && tokens[at - 1]?.form === 'of') return OPEN.test(tokens[at - 2]?.form ?? '');
  const before = groups.findLast(({ last }) => last <= at);
  if (before !== undefined && isAhead(before, tokens)) {
    const words = tokens.slice(before.last, at);
    const lead = words.findLast(({ form }) => !isAdverb(form))?.form ?? '';
    if (/^(?:and|or)$/.test(lead) && !/(?:ed|ing|s)$/.test(token.form)) return true;
    const isObject =
      at < reachOf(clauses, before) &&
      words.every(({ form, kind }) => kind !== 'mark' && !(PREPOSITION.has(form) && form !== 'on'));
    if (isObject) return true;
  }
  const next = groups.find(({ first }) => first > at);
  if (next === undefined || next.tense === 'infinitive' || next.modal !== null || !isAhead(next, tokens))
    return false;
  const from = subjectFrom(clauses, next);
  return (
    at >= from && tokens.slice(from, at).every(({ form }) => !PREPOSITION.has(form) && !CONJUNCTION.has(form))
  );
}
