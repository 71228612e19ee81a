import type { When } from '../../record/index.ts';
import { overlapping, type Range } from '../../text/index.ts';
import { isAhead } from './ahead.ts';
import { type Clauses, isAside, objectOf, reachOf, subjectFrom, subjectOf, tokenAt } from './clause.ts';
import type { EventWords } from './lexicon.ts';
import { lastPredicate } from './predicate.ts';
import { stemOf } from './stem.ts';
import type { VerbGroup } from './verb-groups.ts';

/** Whether a group's last verb is what is done, and not what is said of something's date. */
function predicateFree(group: VerbGroup, tokens: Clauses['tokens']): boolean {
  const only = lastPredicate(group, tokens);
  return only === null || only === 'light' || only === 'begin' || only === 'end';
}

/** Verbs by which somebody is to do what follows with "to". */
const MAKES =
  /^(?:ask|urg|tell|told|order|forc|allow|enabl|want|requir|expect|persuad|invit|call|press|encourag|permit|oblig|instruct|need)/;

/** What lies ahead or may, whatever it is; what is over, where it has a date or people come together. */
function isTold(clauses: Clauses, group: VerbGroup, named: readonly Range[], words: EventWords): boolean {
  const { occasionVerbs, irregular } = words;
  const { tokens, groups, isHeadline } = clauses;
  if (group.modal === 'can') return false;
  // "do not negotiate with them" is a habit.
  if (group.negated && group.tense === 'present' && group.modal === null && group.chain.length === 1)
    return false;
  if (group.tense === 'infinitive') {
    const before = groups.findLast(({ last }) => last <= group.first);
    if (before === undefined) return isHeadline && group.first > 0;
    if (/^(?:plans?|proposals?|bid)$/.test(tokens[group.first - 1]?.form ?? '')) return true;
    return (
      isAhead(group, tokens) &&
      MAKES.test(before.chain.at(-1) ?? '') &&
      reachOf(clauses, before) >= group.first
    );
  }
  if (isAhead(group, tokens)) return true;
  if (/^(?:refuse|decline)/.test(group.chain[0] ?? '') && group.chain.length > 1) return true;
  const occasion = occasionVerbs.get(stemOf(tokens[group.verb]?.form ?? '', irregular));
  const isOver = group.tense === 'past' || group.perfect;
  if (isOver)
    return hasDay(clauses, group) || occasion?.type === 'CONSULT' || isDeed(clauses, group, named, words);
  return occasion !== undefined && group.tense === 'present' && !group.passive;
}

/** "the rebels", "two police officers": a noun for a group that PLOVER has a sector for. */
export function namesGroup(
  tokens: Clauses['tokens'],
  { start, end }: Range,
  { sectors }: Pick<EventWords, 'sectors'>,
): boolean {
  return overlapping(tokens, { start, end }).some(
    ({ form }) => sectors.has(form) || sectors.has(form.replace(/s$/, '')),
  );
}

/** Whether somebody does something to somebody, by a verb for deeds. */
function isDeed(clauses: Clauses, group: VerbGroup, named: readonly Range[], words: EventWords): boolean {
  const { deeds, irregular } = words;
  const { tokens } = clauses;
  const stems = tokens.slice(group.verb, group.verb + 2).map(({ form }) => stemOf(form, irregular));
  if (!deeds.has(stems[0] ?? '') && !deeds.has(stems.join(' '))) return false;
  const from = tokens[subjectFrom(clauses, group)];
  const last = tokens[reachOf(clauses, group) - 1];
  if (from === undefined || last === undefined || from.start >= group.start || last.end <= group.end)
    return false;
  const isSomebody = (range: Range) =>
    overlapping(named, range).length > 0 || namesGroup(tokens, range, words);
  return (
    isSomebody({ start: from.start, end: group.start }) && isSomebody({ start: group.end, end: last.end })
  );
}

/** Whether a day stands behind a group in its clause. */
function hasDay(clauses: Clauses, group: VerbGroup): boolean {
  const reach = reachOf(clauses, group);
  return clauses.times.some(
    ({ span, type, when }) =>
      type === 'date' &&
      isOnDay(when) &&
      span.start > group.end &&
      tokenAt(clauses.tokens, span.start) < reach,
  );
}

/** Whether a date is a day, or begins with one. */
function isOnDay(when: When | null): boolean {
  const from = when?.kind === 'interval' ? when.from : when;
  return from?.kind === 'day';
}

/** Whether a verb group is an event of its own: what is done, and not what is said, nor what is said of something's date. */
export function isEvent(
  clauses: Clauses,
  group: VerbGroup,
  named: readonly Range[],
  words: EventWords,
): boolean {
  const { tokens } = clauses;
  const isState =
    lastPredicate(group, tokens) === 'copula' &&
    group.tense === 'future' &&
    subjectOf(clauses, group) === null;
  if (!(isState || predicateFree(group, tokens)) || !isTold(clauses, group, named, words)) return false;
  // "will hold talks": the talks are the event.
  const object = objectOf(clauses, group);
  if (object !== null && !isAside(clauses, group, object)) return false;
  const last = lastPredicate(group, tokens);
  const isIt = /^(?:it|they|which|that)$/.test(tokens[group.first - 1]?.form ?? '');
  return !((last === 'begin' || last === 'end') && (isIt || subjectOf(clauses, group) !== null));
}
