/** Units of the calendar, by what they are measured in: so many days, or so many months, counted from `offset`. */
const GRAINS = {
  day: { in: 'days', size: 1, offset: 0, first: 0, last: 3_652_058 },
  week: { in: 'days', size: 7, offset: 0, first: 0, last: 521_721 },
  month: { in: 'months', size: 1, offset: 0, first: 12, last: 119_999 },
  quarter: { in: 'months', size: 3, offset: 0, first: 4, last: 39_999 },
  /** Spring, summer, autumn, winter: from March on, so that a winter ends in the next year (meteorological seasons). */
  season: { in: 'months', size: 3, offset: 2, first: 4, last: 39_998 },
  year: { in: 'months', size: 12, offset: 0, first: 1, last: 9_999 },
  decade: { in: 'months', size: 120, offset: 0, first: 0, last: 999 },
  century: { in: 'months', size: 1200, offset: 0, first: 0, last: 99 },
} as const;

export type Grain = keyof typeof GRAINS;

/**
 * One day, week, month … of the proleptic Gregorian calendar, from the year 0001 to 9999: `at` is its number among those of its
 * kind. Days and weeks are counted from Monday, 1 January 0001; all else from the year 0.
 */
export type Unit = { [Kind in Grain]: { readonly kind: Kind; readonly at: number } }[Grain];
export type Day = Extract<Unit, { kind: 'day' }>;

/** The unit with this number, or null where it lies beyond the years 0001 to 9999 or is none. */
export function unitAt<Kind extends Grain>(kind: Kind, at: number): Extract<Unit, { kind: Kind }> | null {
  const { first, last } = GRAINS[kind];
  if (!Number.isInteger(at) || at < first || at > last) return null;
  return { kind, at } as Extract<Unit, { kind: Kind }>;
}

const MILLISECONDS = 86_400_000;
const EPOCH = Date.parse('0001-01-01T00:00:00Z');

/** A day's midnight, UTC, as the platform has it. */
export const dateOf = ({ at }: Day): Date => new Date(EPOCH + at * MILLISECONDS);

/** The number of the first day of a month that is counted from the year 0. */
function firstOfMonth(months: number): number {
  const date = new Date(0);
  date.setUTCFullYear(Math.floor(months / 12), ((months % 12) + 12) % 12, 1);
  return (date.getTime() - EPOCH) / MILLISECONDS;
}

const lastDay = GRAINS.day.last;
const bounded = (at: number): Day => ({ kind: 'day', at: Math.min(lastDay, Math.max(0, at)) });

/** The first and the last day of a unit. */
export function daysOfUnit({ kind, at }: Unit): { first: Day; last: Day } {
  const { in: measure, size, offset } = GRAINS[kind];
  const [from, to] = [at * size + offset, (at + 1) * size + offset];
  const [first, behind] = measure === 'days' ? [from, to] : [firstOfMonth(from), firstOfMonth(to)];
  return { first: bounded(first), last: bounded(behind - 1) };
}

/** The day in the middle of a unit; of two the first. */
export function middleOf(unit: Unit): Day {
  const { first, last } = daysOfUnit(unit);
  return bounded(Math.floor((first.at + last.at) / 2));
}

export const yearOf = (day: Day): number => dateOf(day).getUTCFullYear();
/** From 1 to 12. */
export const monthOf = (day: Day): number => dateOf(day).getUTCMonth() + 1;
/** The day of the month, from 1. */
export const dateInMonth = (day: Day): number => dateOf(day).getUTCDate();
/** From 1, Monday, to 7, Sunday, as ISO 8601 counts. */
export const weekdayOf = ({ at }: Day): number => (at % 7) + 1;

/** The week, month, year … that a day lies in; null at the ends of the calendar, where it is cut off. */
export function around<Kind extends Grain>(day: Day, kind: Kind): Extract<Unit, { kind: Kind }> | null {
  const { in: measure, size, offset } = GRAINS[kind];
  const number = measure === 'days' ? day.at : yearOf(day) * 12 + monthOf(day) - 1;
  return unitAt(kind, Math.floor((number - offset) / size));
}

export const monthAt = (year: number, month: number) => unitAt('month', year * 12 + month - 1);

/** The day of a year, month and day of the month, or null where there is none: February 30. */
export function dayAt(year: number, month: number, date: number): Day | null {
  const whole = month >= 1 && month <= 12 ? monthAt(year, month) : null;
  if (whole === null || !Number.isInteger(date) || date < 1 || date > lengthOf(year, month)) return null;
  return unitAt('day', daysOfUnit(whole).first.at + date - 1);
}

/** How many days a month has. */
export function lengthOf(year: number, month: number): number {
  return firstOfMonth(year * 12 + month) - firstOfMonth(year * 12 + month - 1);
}

export function addDays({ at }: Day, count: number): Day | null {
  return unitAt('day', at + count);
}

/** How many days lie between two, below zero where the first comes later. */
export const daysBetween = (from: Day, to: Day): number => to.at - from.at;

/** The nth weekday of a month, or with a negative number counted from its end; null where the month has none such. */
export function nthWeekday(
  year: number,
  month: number,
  { weekday, nth }: { weekday: number; nth: number },
): Day | null {
  const length = lengthOf(year, month);
  const [first, last] = [dayAt(year, month, 1), dayAt(year, month, length)];
  if (first === null || last === null) return null;
  const date =
    nth > 0
      ? 1 + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1)
      : length - ((weekdayOf(last) - weekday + 7) % 7) + 7 * (nth + 1);
  return dayAt(year, month, date);
}

/** How long a month is on average, in days. */
const MEAN_MONTH = 30.436875;

/**
 * The unit of the same kind that lies so many days, weeks, months … later, or with a number below zero earlier: a year before a
 * quarter is a quarter. A step that is no whole number of its own kind goes from its middle, so that two days after a week is a week. From
 * a day that the month gone to lacks, it is that month's last. Null beyond the years 0001 to 9999.
 */
export function later(unit: Unit, count: number, grain: Grain): Unit | null {
  const [own, step] = [GRAINS[unit.kind], GRAINS[grain]];
  const steps = (count * step.size) / own.size;
  if (own.in === step.in && Number.isInteger(steps)) return unitAt(unit.kind, unit.at + steps);
  const middle = middleOf(unit);
  const day =
    step.in === 'months'
      ? byMonths(middle, count * step.size)
      : addDays(middle, Math.round(count * step.size));
  return day === null ? null : around(day, unit.kind);
}

function byMonths(day: Day, count: number): Day | null {
  if (!Number.isInteger(count)) return addDays(day, Math.round(count * MEAN_MONTH));
  const month = unitAt('month', yearOf(day) * 12 + monthOf(day) - 1 + count);
  if (month === null) return null;
  const { first, last } = daysOfUnit(month);
  return unitAt('day', Math.min(last.at, first.at + dateInMonth(day) - 1));
}

/** Whether a unit of the first kind is longer than one of the second. */
export const isCoarser = (one: Grain, other: Grain): boolean => inDays(one) > inDays(other);

const inDays = (grain: Grain) => GRAINS[grain].size * (GRAINS[grain].in === 'days' ? 1 : MEAN_MONTH);
