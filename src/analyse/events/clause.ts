import type { Time, When } from '../../record/index.ts';
import { contains, type Range } from '../../text/index.ts';
import type { Token } from '../tokens/index.ts';
import type { Mention } from './mention.ts';
import type { VerbGroup } from './verb-groups.ts';
import { CLAUSE, CONJUNCTION, isAdverb, PREPOSITION, RELATIVE } from './words.ts';

/** An expression of time with its value read: a date, or null where it is none. */
export interface Timed extends Time {
  readonly when: When | null;
}

/** A sentence with what was found in it. */
export interface Clauses extends Range {
  readonly place: number;
  readonly isHeadline: boolean;
  readonly tokens: readonly Token[];
  readonly groups: readonly VerbGroup[];
  /** In the order of their heads. */
  readonly mentions: readonly Mention[];
  readonly times: readonly Timed[];
}

/** The token at or behind an offset. */
export function tokenAt(tokens: readonly Token[], offset: number): number {
  const at = tokens.findIndex(({ end }) => end > offset);
  return at < 0 ? tokens.length : at;
}

/** Where the tokens end that a verb group can govern: at the next group, or at a word or mark that opens another clause. */
export function reachOf({ tokens, groups }: Clauses, group: VerbGroup): number {
  const next = groups.find(({ first }) => first >= group.last)?.first ?? tokens.length;
  for (let at = group.last; at < next; at++)
    // "confirmed on Monday that the vote is on": the vote is not what is confirmed here.
    if (isBreak(tokens, at) || (tokens[at]?.form === 'that' && next < tokens.length)) return at;
  return next;
}

/** Where the tokens begin that a verb group's subject can stand in. */
export function subjectFrom({ tokens, groups }: Clauses, group: VerbGroup): number {
  const before = groups.findLast(({ last }) => last <= group.first)?.last ?? 0;
  for (let at = group.first - 1; at >= before; at--) {
    const isRelative = RELATIVE.has(tokens[at]?.form ?? '');
    // "denied on Monday that the vote was off": Monday is outside.
    if (isRelative ? !leads(tokens, at, group) : isBreak(tokens, at)) return at + 1;
  }
  return before;
}

/** Whether a relative pronoun is the subject itself: nothing but adverbs stands between it and the verb. */
function leads(tokens: Clauses['tokens'], at: number, group: VerbGroup): boolean {
  return tokens.slice(at + 1, group.first).every(({ form, kind }) => kind === 'mark' || isAdverb(form));
}

/** A mark or a word that begins another clause; "before" and "until" begin one only where no noun or date follows. */
export function isBreak(tokens: readonly Token[], at: number): boolean {
  const { form, kind } = tokens[at] as Clauses['tokens'][number];
  if (kind === 'mark') return /^[;:—–()]$|^--$/.test(form);
  if (PREPOSITION.has(form)) return false;
  // "not on May 2 but on May 9"
  if (form === 'so' && /^(?:do|did|does|done)$/.test(tokens[at - 1]?.form ?? '')) return false;
  if (form === 'but' && /^(?:on|in|at|from|until)$/.test(tokens[at + 1]?.form ?? '')) return false;
  return CLAUSE.has(form) || (CONJUNCTION.has(form) && form !== 'and' && form !== 'or' && form !== 'nor');
}

/**
 * The noun that a verb group's subject is: the last one before it that hangs on no preposition; behind "which" the one
 * before; where nothing stands between two groups, that of the group before.
 */
export function subjectOf(clauses: Clauses, group: VerbGroup): Mention | null {
  const { tokens, mentions, groups } = clauses;
  const from = subjectFrom(clauses, group);
  const own = mentions.filter(({ head, isVerb }) => !isVerb && head >= from && head < group.first);
  const near = own.filter((mention) => !isFronted(clauses, mention, group));
  const free = near.filter((mention) => !hangs(tokens, mention));
  const found = free.at(-1) ?? near[0];
  const before = groups.findLast(({ last }) => last <= group.first);
  const isReduced = group.tense === 'participle' && tokens[group.first - 1]?.form === ',';
  const relative = tokens.slice(from, group.first).findLast(({ form }) => RELATIVE.has(form));
  // "that the vote will go ahead": behind "that" the clause has a subject of its own.
  const isOwn = relative !== undefined && own.some(({ start }) => start > relative.start);
  if ((relative !== undefined && !isOwn) || isReduced) {
    const limit = relative?.start ?? group.start;
    return mentions.findLast(({ end, isVerb }) => !isVerb && end <= limit) ?? null;
  }
  if (found !== undefined) return found;
  // "was cut short on Monday and will go on"
  const lead = tokens.slice(from, group.first).findLast(({ form }) => !isAdverb(form))?.form ?? '';
  if (before !== undefined && /^(?:and|but|or|then)$/.test(lead)) return subjectOf(clauses, before);
  // "…, which had been planned for May 2, will be held": the subject stands before the clause between.
  const between = tokens.slice(from, group.first).filter(({ kind }) => kind === 'word');
  if (
    before !== undefined &&
    between.every(
      ({ form }) =>
        CONJUNCTION.has(form) || PREPOSITION.has(form) || isAdverb(form) || isOfDate(clauses, form),
    )
  )
    return subjectOf(clauses, before) ?? objectOf(clauses, before);
  // "the talks that were to begin here have been postponed"
  if (before !== undefined && isRelative(clauses, before)) return subjectOf(clauses, before);
  if (before !== undefined && isInserted(clauses, before, group)) {
    // "An inquest, in which four were named, will open"
    const relative = tokens
      .slice(0, before.first)
      .findLast(({ form }) => RELATIVE.has(form) || /^(?:whose|where)$/.test(form));
    const named =
      relative === undefined
        ? undefined
        : mentions.findLast(({ isVerb, head }) => !isVerb && (tokens[head]?.end ?? 0) <= relative.start);
    return subjectOf(clauses, before) ?? named ?? null;
  }
  return null;
}

/** Whether a group's subject is a relative pronoun. */
function isRelative(clauses: Clauses, group: VerbGroup): boolean {
  const from = subjectFrom(clauses, group);
  return clauses.tokens.slice(from, group.first).some(({ form }) => RELATIVE.has(form));
}

/** "After the summit and the visit, the two began": what a preposition leads in before a comma is not the subject. */
function isFronted(clauses: Clauses, { head }: Mention, group: VerbGroup): boolean {
  const { tokens } = clauses;
  const from = subjectFrom(clauses, group);
  const comma = tokens.findIndex(({ form }, at) => at > head && at < group.first && form === ',');
  if (comma < 0 || !PREPOSITION.has(tokens[from]?.form ?? '')) return false;
  return tokens
    .slice(comma + 1, group.first)
    .some(({ kind, form }) => kind === 'word' && !isAdverb(form) && !isOfDate(clauses, form));
}

/** A word of an expression of time. */
function isOfDate({ times, tokens }: Clauses, form: string): boolean {
  return times.some(({ span }) => tokens.some((token) => token.form === form && contains(span, token)));
}

/** Whether one group stands between commas, or behind a dash, in the middle of the other's clause. */
function isInserted({ tokens }: Clauses, inner: VerbGroup, outer: VerbGroup): boolean {
  const opens = tokens.slice(Math.max(0, inner.first - 6), inner.first).some(({ form }) => form === ',');
  const closes = tokens[outer.first - 1]?.form === ',';
  return opens && closes;
}

/** The noun right behind a verb group: what it does something to. */
export function objectOf(clauses: Clauses, group: VerbGroup): Mention | null {
  const reach = reachOf(clauses, group);
  return clauses.mentions.find(({ head, isVerb }) => !isVerb && head >= group.last && head < reach) ?? null;
}

/** Whether a preposition governs a mention. */
export function hangs(tokens: readonly Token[], { first }: Pick<Mention, 'first'>): boolean {
  return PREPOSITION.has(tokens[first - 1]?.form ?? '');
}

/** "will meet on the sidelines of the summit": a noun behind two prepositions is not what is done, unless it is what that is for. */
export function isAside({ tokens }: Clauses, group: VerbGroup, { first }: Mention): boolean {
  const leads = tokens.slice(group.last, first).filter(({ form }) => PREPOSITION.has(form));
  return leads.length > 1 && !/^(?:for|in|at)$/.test(leads.at(-1)?.form ?? '');
}
