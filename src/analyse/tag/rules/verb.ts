import type { Range } from '../../../text/index.ts';
import type { Attribution } from '../index.ts';
import { type Clause, quotationAt } from './clause.ts';
import { contentAfter, contentBefore, quotationAfter } from './content.ts';
import type { CueForm } from './index.ts';
import { rangeOf, subjectAfter, subjectBefore } from './source.ts';
import { ADVERBS, AFTER_CUE, AUXILIARIES, BE, DETERMINERS, PERIODS } from './words.ts';

/** A verb of the lexicon in a clause, with its auxiliaries and adverbs: tokens from `first` to `last`. */
interface Verb {
  readonly first: number;
  readonly head: number;
  readonly last: number;
  readonly cue: CueForm;
}

/**
 * Attributions by verb: "…," X said; "X said that …"; "X wants to …"; "X criticised …".
 * An attribution that closes the sentence ("…, X said.") has all that stands before it, other attributions included:
 * it is looked for first. Else the first verb takes what follows it.
 */
export function* byVerb(clause: Clause): Generator<Attribution> {
  const verbs = verbsIn(clause);
  const closing = verbs.slice(-LAST).map((verb) => postposed(clause, verb));
  let from = clause.first;
  for (const verb of verbs) {
    if (verb.first < from) continue;
    const around = closing.find((found) => found !== null && covers(clause, found, verb));
    const found = around ?? postposed(clause, verb) ?? preposed(clause, verb);
    if (found === null || found === undefined) continue;
    yield found;
    const end = Math.max(...[...found.content, ...found.cue, ...found.source].map((range) => range.end));
    from = verb.last;
    while (from < clause.last && (clause.tokens[from]?.start ?? end) < end) from++;
  }
}

/** Verbs at the end of a sentence that may be the one which closes it. */
const LAST = 3;

function verbsIn(clause: Clause): Verb[] {
  const verbs: Verb[] = [];
  for (let index = clause.first; index < clause.last; index++) {
    const verb = verbAt(clause, index);
    if (verb !== null) verbs.push(verb);
  }
  return verbs;
}

/** Whether a verb stands inside what another attribution takes as its content. */
function covers({ tokens }: Clause, { content }: Attribution, verb: Verb): boolean {
  const at = tokens[verb.head]?.start ?? 0;
  return content.some(({ start, end }) => start <= at && at < end);
}

function verbAt(clause: Clause, head: number): Verb | null {
  const { tokens } = clause;
  const token = tokens[head];
  if (token === undefined || token.kind !== 'word' || quotationAt(clause, head) !== undefined) return null;
  const next = tokens[head + 1];
  const pair = next === undefined ? undefined : clause.cues.get(`${token.form} ${next.form}`);
  const cue = pair ?? clause.cues.get(token.form);
  if (cue === undefined || isNoun(clause, head)) return null;
  let first = head;
  while (first > clause.first && isVerbLead(tokens[first - 1]?.form ?? '')) first--;
  return { first, head, last: head + (pair === undefined ? 1 : 2), cue };
}

function isVerbLead(form: string): boolean {
  return AUXILIARIES.has(form) || ADVERBS.has(form) || /^\p{Ll}{3,}ly$/u.test(form);
}

/** "a report", "his hopes": after a determiner or a preposition the form is a noun. */
function isNoun({ tokens, first }: Clause, head: number): boolean {
  if (head === first) return true;
  const before = tokens[head - 1]?.form ?? '';
  return (
    DETERMINERS.has(before) || /^(?:of|in|for|with|by|to|at|from|on|'s)$/.test(before) || /'s$/.test(before)
  );
}

/** The content stands before: it ends in a comma or in a mark that closes, right before the source or the cue. */
function postposed(clause: Clause, verb: Verb): Attribution | null {
  if (!verb.cue.takes.has('clause')) return null;
  const subject = subjectBefore(clause, verb.first);
  const before = subject ?? verb.first;
  if (!endsContent(clause, before)) return null;
  const inverted = subject === null ? subjectAfter(clause, verb.last) : null;
  if (!isQuoted(clause, before) && !endsThere(clause, inverted ?? verb.last)) return null;
  if (subject === null && inverted === null && !/^[,.]$/.test(clause.tokens[verb.last]?.text ?? '.'))
    return null;
  const first = contentBefore(clause, before);
  if (first === null) return null;
  const source =
    subject !== null
      ? [rangeOf(clause, subject, verb.first)]
      : inverted !== null
        ? [rangeOf(clause, verb.last, inverted)]
        : [];
  const rest = isQuoted(clause, before)
    ? quotationAfter(clause, endOfAttribution(clause, inverted ?? verb.last))
    : null;
  return attribution(clause, verb, source, rest === null ? [first] : [first, rest]);
}

/** Nothing but a mark or a word of time and place may follow an attribution whose content stands before it. */
function endsThere(clause: Clause, index: number): boolean {
  const next = clause.tokens[index];
  return (
    index >= clause.last ||
    next === undefined ||
    /^[.,;—–!?]$/.test(next.text) ||
    PERIODS.has(next.form) ||
    AFTER_CUE.has(next.form)
  );
}

/** The tokens after a postposed attribution up to the mark that ends it: "on Tuesday in Lenn". */
function endOfAttribution(clause: Clause, from: number): number {
  let index = from;
  while (
    index < clause.last &&
    !/^[,.;:]$/.test(clause.tokens[index]?.text ?? '.') &&
    quotationAt(clause, index) === undefined
  )
    index++;
  return index;
}

function endsContent(clause: Clause, before: number): boolean {
  const { tokens, first } = clause;
  const mark = tokens[before - 1];
  if (mark === undefined || before - first < 3) return false;
  if (quotationAt(clause, before - 1) !== undefined) return isQuoted(clause, before);
  return mark.text === ',' && (before - first >= 5 || quotationAt(clause, before - 2) !== undefined);
}

/** Whether the token before stands at the end of a quotation. */
function isQuoted(clause: Clause, before: number): boolean {
  const comma = clause.tokens[before - 1]?.text === ',' && quotationAt(clause, before - 1) === undefined;
  const index = comma ? before - 2 : before - 1;
  return quotationAt(clause, index)?.end === clause.tokens[index]?.end;
}

/** The content stands behind the cue. */
function preposed(clause: Clause, verb: Verb): Attribution | null {
  const { tokens } = clause;
  if (BE.has(tokens[verb.head - 1]?.form ?? '') && !/ing$/.test(tokens[verb.head]?.form ?? ''))
    return passive(clause, verb);
  const participle = /ing$/.test(tokens[verb.head]?.form ?? '') && verb.first === verb.head;
  const subject = participle ? mainSubject(clause, verb.first) : subjectBefore(clause, verb.first);
  if (subject === null) return null;
  const follows = addresseeEnd(clause, verb);
  if (!fits(clause, verb, follows)) return null;
  const content = contentAfter(clause, follows);
  if (content === null) return null;
  const end = participle ? subjectEnd(clause, subject, verb.first) : verb.first;
  return attribution(clause, verb, [rangeOf(clause, subject, end)], [content]);
}

/** "The talks are expected to …": the text names nobody who expects, and the subject belongs to the content. */
function passive(clause: Clause, verb: Verb): Attribution | null {
  if (!verb.cue.takes.has('infinitive') || clause.tokens[verb.last]?.form !== 'to') return null;
  const subject = subjectBefore(clause, verb.first);
  const rest = contentAfter(clause, verb.last);
  return subject === null || rest === null
    ? null
    : attribution(clause, verb, [], [rangeOf(clause, subject, verb.first), rest]);
}

/** "told reporters that": the addressee stands between cue and content, and belongs to neither. */
function addresseeEnd(clause: Clause, { last, cue }: Verb): number {
  const { tokens } = clause;
  if (!/^(?:tell|inform|assure|remind|warn|ask|urge|advise)$/.test(cue.lemma)) return last;
  for (let index = last; index < Math.min(clause.last, last + 10); index++) {
    const form = tokens[index]?.form ?? '';
    if (
      quotationAt(clause, index) !== undefined ||
      /^(?:that|to|,|:)$/.test(form) ||
      (index > last && /^(?:he|she|they|it|the|there|i|we)$/.test(form))
    )
      return index;
  }
  return last + 1;
}

/** Whether what follows is something that the verb takes. */
function fits(clause: Clause, { cue }: Verb, index: number): boolean {
  const next = clause.tokens[index];
  if (next === undefined || index >= clause.last) return false;
  if (next.form === 'to')
    return cue.takes.has('infinitive') || cue.lemma === 'tell' || cue.lemma === 'ask' || cue.lemma === 'urge';
  if (/^(?:that|,|:|how|why|what|whether|if)$/.test(next.form) || quotationAt(clause, index) !== undefined)
    return next.text !== ',' || quotationAt(clause, index + 1) !== undefined;
  if (/^(?:by|in|at|as|and|or|but|with|from|\.|;|about|of|for)$/.test(next.form)) return false;
  return cue.takes.has('object') || cue.takes.has('clause');
}

/** How far before a participle its main verb is looked for, in tokens. */
const FARTHEST = 80;

/** The subject of the clause that a participle hangs on: "X said …, adding that". */
function mainSubject(clause: Clause, before: number): number | null {
  if (clause.tokens[before - 1]?.text !== ',') return null;
  for (let index = Math.max(clause.first + 1, before - FARTHEST); index < before - 1; index++) {
    const form = clause.tokens[index]?.form ?? '';
    if (AUXILIARIES.has(form) || clause.cues.has(form) || /ed$/.test(form))
      return subjectBefore(clause, index);
  }
  return null;
}

function subjectEnd(clause: Clause, subject: number, before: number): number {
  for (let index = subject + 1; index < before; index++) {
    const form = clause.tokens[index]?.form ?? '';
    if (AUXILIARIES.has(form) || clause.cues.has(form) || ADVERBS.has(form) || /ed$/.test(form)) return index;
  }
  return before;
}

function attribution(
  clause: Clause,
  verb: Verb,
  source: readonly Range[],
  content: readonly Range[],
): Attribution {
  const cue = [rangeOf(clause, verb.first, verb.last)];
  return { cue, source, content, confidence: verb.cue.mode === 'said' ? 0.7 : 0.5 };
}
