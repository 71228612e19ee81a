import type { Time } from '../../record/index.ts';
import { contains, type Range } from '../../text/index.ts';
import type { Token } from '../tokens/index.ts';
import { type Clauses, subjectFrom, subjectOf } from './clause.ts';
import type { EventWords, Occasion } from './lexicon.ts';
import { type Mention, MOST_BEHIND, topicOf } from './mention.ts';
import { predicatesOf } from './predicate.ts';
import { stemOf } from './stem.ts';
import type { VerbGroup } from './verb-groups.ts';
import {
  BE,
  CONJUNCTION,
  DEFINITE,
  DETERMINER,
  DO,
  FURTHER,
  HAVE,
  isAdverb,
  isClosed,
  ORDINAL,
  PARTICLE,
  PREPOSITION,
  PRONOUN,
} from './words.ts';

const MOST_BEFORE = 5;

/** The nouns for occasions in a sentence. */
export function nounMentions(
  {
    tokens,
    groups,
    times,
    place,
    isHeadline,
  }: Pick<Clauses, 'tokens' | 'groups' | 'times' | 'place' | 'isHeadline'>,
  words: EventWords,
): Mention[] {
  const found: Mention[] = [];
  for (let head = 0; head < tokens.length; head++) {
    const token = tokens[head] as Token;
    // "in stages": no stage of anything.
    if (token.kind !== 'word' || token.form === 'stages') continue;
    const entry =
      words.occasions.get(token.form) ??
      words.occasions.get(singular(token.form)) ??
      // "go to the polls"
      (token.form === 'polls' && tokens[head - 2]?.form === 'to'
        ? words.occasions.get('election')
        : undefined);
    if (
      entry === undefined ||
      isIn(token, times) ||
      (!isHeadline && isOfName(tokens, head, entry.family)) ||
      groups.some((group) => group.verb === head && group.chain.length > 0)
    )
      continue;
    const noun = nounAt({ tokens, groups, times, place }, head, entry, words);
    if (noun !== null) found.push(noun);
  }
  return found;
}

/** The noun at a token with all that belongs to it; null where it only tells of the noun behind it. */
function nounAt(
  { tokens, groups, times, place }: Pick<Clauses, 'tokens' | 'groups' | 'times' | 'place'>,
  head: number,
  entry: Occasion,
  words: EventWords,
): Mention | null {
  const token = tokens[head] as Token;
  const next = tokens[head + 1];
  if (next !== undefined && isModifier(tokens, head, groups)) return null;
  if (/ing$/.test(token.form) && DETERMINER.has(next?.form ?? '')) return null;
  let first = head;
  while (head - first < MOST_BEFORE && isPartOfNoun(tokens, first - 1, groups, times)) first--;
  if (tokens[first]?.form === "'s" && first < head) first++;
  const isRound = /^(?:rounds?|stages?|sessions?|series)$/.test(token.form);
  const last = behind(tokens, head, { groups, times });
  const inner = isRound && tokens[head + 1]?.form === 'of' ? occasionOf(tokens, head + 2, last, words) : null;
  const modifiers = tokens.slice(first, head).map(({ form }) => form);
  const end = inner === null ? head + 1 : inner.at + 1;
  const start = modifiers.findIndex((form) => !DETERMINER.has(form) && form !== ',');
  const from = start < 0 ? head : first + start;
  const determiner = modifiers.find((form) => DETERMINER.has(form) || form === "'s");
  const { family, type } = inner?.entry ?? entry;
  const article = /^(?:an?|any|some)$/.test(determiner ?? '')
    ? 'a'
    : /^(?:this|these|that|those)$/.test(determiner ?? '')
      ? 'this'
      : null;
  return {
    start: (tokens[first] as Token).start,
    end: (tokens[last - 1] as Token).end,
    sentence: place,
    first,
    head,
    isVerb: false,
    isAhead: false,
    also: [],
    family,
    type,
    what: { start: (tokens[from] as Token).start, end: (tokens[end - 1] as Token).end },
    ordinal: modifiers.find((form) => ORDINAL.test(form)) ?? null,
    further: modifiers.find((form) => FURTHER.has(form)) ?? null,
    article,
    definite: determiner !== undefined && (DEFINITE.has(determiner) || determiner === "'s"),
    topic: topicOf([...tokens.slice(first, head), ...tokens.slice(end, last)], words),
  };
}

/** What is put off or takes place is an event, whatever it is called: "the harvest has been postponed". */
const ANY = new Set('hold plan move cancel suspend'.split(' '));

/**
 * The noun before a verb group that only events have, where the lexicon has none there: the last one of the phrase that
 * the clause begins with. Names and pronouns are persons or things.
 */
export function impliedNoun(clauses: Clauses, group: VerbGroup, words: EventWords): Mention | null {
  const { tokens, groups, times } = clauses;
  const predicates = predicatesOf(group, tokens);
  const isDated = times.some(({ span }) => span.start > group.start && span.start < clauses.end);
  if (!predicates.every((name) => ANY.has(name)) || predicates.length < group.chain.length || !isDated)
    return null;
  const isSet = group.chain.some((verb) => !/^(?:due|expected|called)$/.test(verb));
  if (predicates.length === 0 || !isSet || !(group.passive || tokens[group.verb + 1]?.form === 'place'))
    return null;
  if (subjectOf(clauses, group) !== null) return null;
  const from = subjectFrom(clauses, group);
  let head = from;
  while (head < group.first && !DETERMINER.has(tokens[head]?.form ?? '')) head++;
  for (head += 1; head < group.first; head++) {
    const token = tokens[head + 1];
    if (
      token === undefined ||
      token.kind === 'mark' ||
      isClosed(token.form) ||
      head + 1 >= group.first ||
      isAdverb(token.form)
    )
      break;
  }
  const token = tokens[head];
  if (
    token === undefined ||
    head >= group.first ||
    token.kind !== 'word' ||
    /^\p{Lu}/u.test(token.text) ||
    isClosed(token.form) ||
    words.roles.has(singular(token.form))
  )
    return null;
  const family = stemOf(singular(token.form), words.irregular);
  return nounAt({ tokens, groups, times, place: clauses.place }, head, { family, type: null }, words);
}

/** Occasions that have names of their own: "the Lantern Festival". In other names the noun means something else: "Alder Review". */
const NAMED = new Set(
  'festival congress conference forum summit marathon championship tournament convention fair carnival parade race regatta concert exhibition final derby'.split(
    ' ',
  ),
);

function isOfName(tokens: readonly Token[], head: number, family: string): boolean {
  const isCapital = (at: number) => /^\p{Lu}/u.test(tokens[at]?.text ?? '');
  if (head === 0 || !isCapital(head)) return false;
  const isOf = tokens[head - 1]?.form === 'of' && isCapital(head - 2);
  return isCapital(head + 1) || ((isCapital(head - 1) || isOf) && !NAMED.has(family));
}

/** A month is no march. */
const isIn = (range: Range, times: readonly Time[]) => times.some(({ span }) => contains(span, range));

const singular = (form: string) =>
  !form.endsWith('s')
    ? form
    : form.endsWith('ies')
      ? `${form.slice(0, -3)}y`
      : form.endsWith('s') && !form.endsWith('ss')
        ? form.slice(0, -1)
        : form;

function occasionOf(tokens: readonly Token[], from: number, to: number, { occasions }: EventWords) {
  for (let at = from; at < to; at++) {
    const { form } = tokens[at] as Token;
    const entry = occasions.get(form) ?? occasions.get(singular(form));
    if (entry !== undefined) return { at, entry };
  }
  return null;
}

/** "the meeting room": the noun only tells of the one behind it. */
function isModifier(tokens: readonly Token[], head: number, groups: readonly VerbGroup[]): boolean {
  const next = tokens[head + 1] as Token;
  if (
    next.kind !== 'word' ||
    isClosed(next.form) ||
    PARTICLE.has(next.form) ||
    isAdverb(next.form) ||
    /^\p{Lu}/u.test(next.text)
  )
    return false;
  if (next.form === "'s" || BE.has(next.form) || HAVE.has(next.form) || DO.has(next.form)) return false;
  return !groups.some(({ first }) => first === head + 1);
}

function isPartOfNoun(
  tokens: readonly Token[],
  at: number,
  groups: readonly VerbGroup[],
  times: readonly Time[],
): boolean {
  const token = tokens[at];
  if (token === undefined || token.kind === 'mark') return false;
  if (groups.some(({ first, last }) => at >= first && at < last)) return false;
  // An article ends the phrase on its left: nothing before one belongs to it.
  if (DETERMINER.has(tokens[at + 1]?.form ?? '') && tokens[at + 1]?.form !== "'s") return false;
  if (token.form === "'s") return true;
  if (isIn(token, times)) return false;
  return !(
    PREPOSITION.has(token.form) ||
    CONJUNCTION.has(token.form) ||
    (PRONOUN.has(token.form) && !DETERMINER.has(token.form))
  );
}

/** Where the phrase behind a head ends: prepositions with their nouns, up to a verb, a mark or a date. */
function behind(
  tokens: readonly Token[],
  head: number,
  { groups, times }: { groups: readonly VerbGroup[]; times: readonly Time[] },
): number {
  let last = head + 1;
  for (let at = head + 1; at < tokens.length && at <= head + MOST_BEHIND; at++) {
    const token = tokens[at] as Token;
    const isEnd =
      token.kind === 'mark' ||
      groups.some(({ first }) => first === at) ||
      times.some(({ span }) => token.start >= span.start && token.start < span.end) ||
      (PRONOUN.has(token.form) && !DETERMINER.has(token.form)) ||
      /^(?:after|before|since|until|till|by|when|while|because|but|as|if|from)$/.test(token.form);
    if (isEnd) break;
    if (at === head + 1 && !PREPOSITION.has(token.form)) break;
    if (!PREPOSITION.has(token.form) && !CONJUNCTION.has(token.form) && !DETERMINER.has(token.form))
      last = at + 1;
  }
  return last;
}
