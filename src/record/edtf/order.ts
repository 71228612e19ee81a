import type { Day } from './unit.ts';
import { daysOf, firstDayOf, type When } from './when.ts';
import { writeWhen } from './write.ts';

/** Behind every day there is: where dates without a year have their order among themselves. */
const YEARLESS = 10_000_000;
const WEEKDAYS = 20_000_000;
const NOWHERE = 30_000_000;

/** Where a date begins and ends, as numbers. */
function edges(when: When): readonly [from: number, to: number] {
  if (when.kind === 'interval')
    return [
      when.from === null ? Number.NEGATIVE_INFINITY : edges(when.from)[0],
      when.to === null ? Number.POSITIVE_INFINITY : edges(when.to)[1],
    ];
  const days = daysOf(when);
  if (days !== null) return [days.first?.at ?? NOWHERE, days.last?.at ?? NOWHERE];
  const at =
    when.kind === 'yearless'
      ? YEARLESS + when.part * 100 + (when.date ?? 0)
      : when.kind === 'weekday'
        ? WEEKDAYS + when.weekday
        : NOWHERE;
  return [at, at];
}

/** Puts dates in order: by where they begin, then by where they end; those without a year behind all others. Zero for equals. */
export function compareWhens(one: When, other: When): number {
  const [[a, b], [c, d]] = [edges(one), edges(other)];
  return a < c ? -1 : a > c ? 1 : b < d ? -1 : b > d ? 1 : 0;
}

/** Whether two dates have a day in common; where a year is not known, nothing is. */
export function haveDayInCommon(one: When, other: When): boolean {
  const [a, b] = [daysOf(one), daysOf(other)];
  if (a === null || b === null) return false;
  const isBefore = (last: Day | null, first: Day | null) =>
    last !== null && first !== null && last.at < first.at;
  return !isBefore(a.last, b.first) && !isBefore(b.last, a.first);
}

/** Whether all of a date lies behind a day: it has not begun then. What has no known beginning does not. */
export function isBehind(when: When, day: Day): boolean {
  const first = firstDayOf(when);
  return first !== null && first.at > day.at;
}

/** Whether two are the same date, null that of none. */
export function isSameWhen(one: When | null, other: When | null): boolean {
  return one === null || other === null ? one === other : writeWhen(one) === writeWhen(other);
}
