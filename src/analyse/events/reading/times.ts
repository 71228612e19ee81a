import { type Day, grainOf, isCoarser, laterWhen, type When } from '../../../record/index.ts';
import { contains, overlaps, type Range } from '../../../text/index.ts';
import type { EventReading } from '../../tag/index.ts';
import type { Clauses, Timed } from '../clause.ts';
import { ahead, behind, type DatedTime } from '../dates.ts';

/** An expression of time with the share of each role that it has for an event. */
export interface Shared {
  readonly time: Timed;
  readonly current: number;
  readonly former: number;
  readonly other: number;
}

/** One that can date an event, with the date that it is for one that is over or ahead. */
export interface Dated extends Shared {
  readonly when: When;
}

/** The expressions of time that a reading tells of. */
export function sharedTimes({ words }: EventReading, sentences: readonly Clauses[]): Shared[] {
  return sentences
    .flatMap(({ times, tokens }) => times.filter(({ span }) => !isAlone(span, tokens)))
    .flatMap((time) => {
      const own = words.filter((word) => overlaps(word, time.span));
      if (own.length === 0 || (!isDate(time) && time.type !== 'duration')) return [];
      const mean = (role: 'current' | 'former') =>
        own.reduce((sum, word) => sum + word[role], 0) / own.length;
      const [current, former] = [mean('current'), mean('former')];
      return [{ time, current, former, other: 1 - current - former }];
    });
}

/** A line that is a date says when the report was written. */
const isAlone = (span: Range, tokens: Clauses['tokens']) =>
  tokens.every((token) => token.kind === 'mark' || contains(span, token));

/** Those that can date an event, read against the day of publication. */
export function datedBy(
  list: readonly Shared[],
  { isOver, day }: { isOver: boolean; day: Day | null },
): Dated[] {
  return list.flatMap((one) => {
    const { time } = one;
    if (!isDate(time) || isHour(time)) return [];
    return [{ ...one, when: isOver ? behind(time, day) : aheadOf(time, day) }];
  });
}

/** Whether an expression can date an event: a day, a year, or what lies between them. */
function isDate(time: Timed): time is DatedTime {
  const grain = time.when === null ? null : grainOf(time.when);
  return grain !== null && !isCoarser(grain, 'year');
}

/** A clock time without a day dates nothing: "7 p.m.", "noon". */
const isHour = ({ type, span: { text } }: DatedTime) =>
  type === 'time' && (/^[\d.: apm]*$/i.test(text) || HOURS.has(text.toLowerCase()));

const HOURS = new Set(['noon', 'midnight']);

/** As `ahead`; a day of the month alone is the next month's. */
function aheadOf(time: DatedTime, day: Day | null): When {
  const isBare = /^(?:the )?\d{1,2}\p{Ll}{2}$/u.test(time.span.text);
  const isOver = time.when.kind === 'day' && day !== null && time.when.at < day.at;
  if (!isBare || !isOver) return ahead(time, day);
  return laterWhen(time.when, 1, 'month') ?? time.when;
}
