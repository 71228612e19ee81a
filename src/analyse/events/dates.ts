import {
  addDays,
  type Day,
  daysOf,
  firstDayOf,
  grainOf,
  isBehind,
  isCoarser,
  laterWhen,
  parseLength,
  type When,
} from '../../record/index.ts';
import { moved } from '../time/moves.ts';
import { type Clauses, hangs, reachOf, subjectFrom, type Timed, tokenAt } from './clause.ts';
import type { Mention } from './mention.ts';
import { predicatesOf } from './predicate.ts';
import type { VerbGroup } from './verb-groups.ts';
import { isClosed, RELATIVE } from './words.ts';

/** An expression of time that dates something. */
export interface DatedTime extends Timed {
  readonly when: When;
}

export interface Dated {
  readonly time: DatedTime;
  readonly at: number;
  /** The word before it. */
  readonly preposition: string;
}

/** Whether an expression can date an event: a day, a year or what lies between them. */
const isDate = (time: Timed): time is DatedTime => {
  const grain = time.when === null ? null : grainOf(time.when);
  return grain !== null && !isCoarser(grain, 'year');
};

/** Words before a date that make it another's: "since Monday", "after the vote on Friday". */
const OTHERS = new Set('since after before following until till ahead of'.split(' '));

const PART_OF = new Set('night morning evening afternoon day week weekend half'.split(' '));

/** The dated expressions of a sentence; a time of day where no day stands. */
export function datesOf({ tokens, times }: Clauses, day: Day | null): Dated[] {
  const dates = times.filter(isDate);
  const days = dates.filter(({ type }) => type === 'date');
  const used = days.length > 0 ? days : dates.filter(({ type }) => type === 'time');
  const lengths = day === null ? [] : times.flatMap((time) => lengthAhead(time, day, tokens));
  return (
    [...used, ...lengths]
      .map((time) => {
        const at = tokenAt(tokens, time.span.start);
        return { time, at, preposition: prepositionBefore(tokens, at) };
      })
      // "not a day before" dates nothing.
      .filter(({ time, at }) => !(time.how === 'inferred' && tokens[at - 1]?.form === 'not'))
      .filter(
        ({ time, preposition }) =>
          time.when.kind !== 'year' ||
          /^(?:in|by|from|since|until|before|after|during|of)$/.test(preposition) ||
          / /.test(time.span.text),
      )
  );
}

/** "in two weeks": the day that lies so far ahead; whether it does, the verb must tell. */
function lengthAhead(time: Timed, day: Day, tokens: Clauses['tokens']): DatedTime[] {
  const length = time.type === 'duration' ? parseLength(time.value) : null;
  const { count = null, unit = 'year' } = length ?? {};
  if (count === null || !Number.isInteger(count) || unit === 'year') return [];
  if (prepositionBefore(tokens, tokenAt(tokens, time.span.start)) !== 'in') return [];
  const when = moved(day, unit, count);
  return when === null ? [] : [{ ...time, type: 'date', when, how: 'inferred', by: LENGTH_AHEAD }];
}

export const LENGTH_AHEAD = 'length-ahead';

function prepositionBefore(tokens: Clauses['tokens'], at: number): string {
  const before = tokens[at - 1]?.form ?? '';
  return /^(?:the|about|around|only|late|early)$/.test(before) ? (tokens[at - 2]?.form ?? '') : before;
}

/** The dates of a sentence, and those that something has taken for its own. */
export interface Dates {
  readonly dates: readonly Dated[];
  readonly taken: Set<Dated>;
}

/** "on May 9 and not on May 2", "instead of May 2". */
export function isContrasted({ tokens }: Clauses, { at }: Dated): boolean {
  const before = tokens
    .slice(Math.max(0, at - 3), at)
    .map(({ form }) => form)
    .join(' ');
  return /(?:\bnot (?:on|in|from|until)|\binstead of|\brather than(?: on)?)$/.test(before);
}

/** The dates that a group governs: behind it in its clause, or before its subject at the beginning of the clause. */
export function datesFor(
  clauses: Clauses,
  group: VerbGroup,
  mention: Mention,
  { dates, taken }: Dates,
): Dated[] {
  const reach = reachOf(clauses, group);
  const { tokens, mentions } = clauses;
  const isMoving = predicatesOf(group, tokens).includes('move');
  const behind = dates.filter((date) => {
    const { at, preposition } = date;
    const isAim = /^(?:to|until|till)$/.test(preposition);
    // "has put off the vote, planned for May, to June": what it is put off to may stand behind.
    if (isMoving && isAim && at >= reach) return isInserted(clauses, group, at);
    if (at < group.last || at >= reach) return false;
    if (!isMoving && preposition === 'to' && tokens[at - 2]?.form === ',') return false;
    // "will visit the site of the fire of May 2", "after the vote on Friday": another noun has it.
    const other = mentions.findLast(({ head, isVerb }) => !isVerb && head >= group.last && head < at);
    const isApart = other !== undefined && tokens.slice(other.head, at).some(({ form }) => form === ',');
    const own =
      other === undefined ||
      other === mention ||
      other.head < mention.head ||
      isApart ||
      !hangs(tokens, other);
    const isPart = preposition === 'of' && PART_OF.has(tokens[at - 2]?.form ?? '');
    const isOther =
      !isContrasted(clauses, date) &&
      OTHERS.has(preposition) &&
      !/^(?:until|till)$/.test(preposition) &&
      // "on or before May 2"
      tokens[at - 2]?.form !== 'or' &&
      !isPart;
    const after =
      tokens[at - 2]?.form !== 'or' &&
      tokens.slice(group.last, at).some(({ form }) => /^(?:after|before|since|following)$/.test(form));
    return own && !isOther && !after;
  });
  const from = subjectFrom(clauses, group);
  const ahead =
    behind.length > 0
      ? []
      : dates.filter((date) => {
          const { at, preposition } = date;
          const isOfBefore =
            from > 0 &&
            clauses.groups.some(({ last }) => last === from) &&
            !tokens.slice(from, at).some(({ form }) => form === ',');
          if (
            taken.has(date) ||
            isOfBefore ||
            // "10:44 It is chaos": a label of a live blog.
            (date.time.type === 'time' && preposition === '') ||
            at < from ||
            at >= group.first ||
            /^(?:since|after|before|following)$/.test(preposition)
          )
            return false;
          return !mentions.some(({ head, isVerb }) => !isVerb && head < at && head >= from);
        });
  return [...ahead, ...behind];
}

/** Whether only reduced clauses ("planned for May") lie between a group and a token. */
function isInserted({ groups, tokens }: Clauses, group: VerbGroup, at: number): boolean {
  const between = groups.filter(({ first }) => first >= group.last && first < at);
  return between.every(
    ({ tense, first }) => tense === 'participle' || RELATIVE.has(tokens[first - 1]?.form ?? ''),
  );
}

/** The dates that stand right behind a noun, or before it as its owner: "the talks on May 2", "Thursday's meeting". */
export function datesOfMention(clauses: Clauses, mention: Mention, { dates, taken }: Dates): Dated[] {
  if (mention.isVerb) return [];
  const { tokens, groups, mentions } = clauses;
  const next = Math.min(
    groups.find(({ first }) => first > mention.head)?.first ?? tokens.length,
    mentions.find(({ head, isVerb }) => !isVerb && head > mention.head)?.head ?? tokens.length,
  );
  return dates.filter((date) => {
    if (isLed(tokens, mention, date)) return true;
    if (taken.has(date) || date.time.by === 'holiday') return false;
    if (date.at < mention.head && tokenAt(tokens, date.time.span.end - 1) >= mention.first - 3) {
      const behind = tokens.slice(date.at, mention.head);
      const words = behind.filter(({ start }) => start >= date.time.span.end).map(({ form }) => form);
      return (
        tokenAt(tokens, date.time.span.end - 1) >= mention.first - 2 &&
        (words.includes("'s") || (words.length <= 2 && !words.some(isClosed))) &&
        !words.includes(',')
      );
    }
    if (date.at <= mention.head || date.at >= next) return false;
    const words = tokens.slice(mention.head + 1, date.at).map(({ form }) => form);
    return /^(?:on|in|of|for|from|at)$/.test(date.preposition) && !words.includes(',') && words.length < 14;
  });
}

/** "arrived on Monday for talks", "crossed on Saturday in an exchange": the day is the noun's too. */
export function isLed(tokens: Clauses['tokens'], { first, head }: Mention, { time }: Dated): boolean {
  const lead = tokens[first - 1];
  const before = tokens[first - 2];
  if (lead === undefined || before === undefined || head - first > 4) return false;
  if (tokens.slice(first, head).some(({ form }) => /^(?:upcoming|coming|next|forthcoming)$/.test(form)))
    return false;
  const stop = before.form === ',' ? tokens[first - 3] : before;
  return /^(?:for|in|during|at)$/.test(lead.form) && stop?.end === time.span.end;
}

/** A date whose year or week nobody gave, read as the next of its kind: what lies ahead is not over. */
export function ahead({ when, how, span }: DatedTime, day: Day | null): When {
  const last = daysOf(when)?.last ?? null;
  if (day === null || how === 'stated' || last === null || last.at >= day.at) return when;
  if (/\d{4}|last|ago|yesterday|earlier|past/i.test(span.text)) return when;
  if (when.kind === 'day' && !/\d/.test(span.text)) return addDays(when, 7) ?? when;
  return when.kind === 'year' ? when : (laterWhen(when, 1, 'year') ?? when);
}

/** A month, season or quarter whose year nobody gave, read as the last of its kind: what was held then is over. */
export function behind({ when, how, span }: DatedTime, day: Day | null): When {
  const isPart = when.kind === 'month' || when.kind === 'season' || when.kind === 'quarter';
  if (!isPart || day === null || how === 'stated' || !isBehind(when, day)) return when;
  return /\d{4}|next|coming|year/i.test(span.text) ? when : (laterWhen(when, -1, 'year') ?? when);
}

/** A former date in the year that brings it nearest to the new one: "from June 8 to June 1". */
export function besideYear(former: When, now: When): When {
  const own = firstDayOf(now);
  if (own === null || former.kind === 'year') return former;
  const far = (when: When) => Math.abs((firstDayOf(when)?.at ?? own.at) - own.at);
  const years = [-1, 0, 1].flatMap((step) => laterWhen(former, step, 'year') ?? []);
  return years.toSorted((a, b) => far(a) - far(b))[0] ?? former;
}
