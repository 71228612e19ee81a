import {
  addDays,
  type Day,
  dayAt,
  daysBetween,
  middleOf,
  monthAt,
  monthOf,
  type Unit,
  type When,
  weekdayOf,
  yearless,
  yearOf,
} from '../../record/index.ts';

/** Where the clause of an expression points: by its tense, or not at all. */
export type Direction = 'past' | 'future' | null;

/** What an expression without a year is read against. */
export interface Anchor {
  /** The day of publication, or of the dateline; null where none is known. */
  readonly day: Day | null;
  readonly direction: Direction;
  /** The date of the expression before, for "the next day" and "a year earlier"; null where there is none with a year. */
  readonly before: When | null;
}

/** A date so far away is not the nearest of its name when the tense says otherwise. */
const FAR = 60;

/** A date without a year: the nearest one, unless that is far away on the wrong side of the clause's tense. */
export function nearestDate(month: number, date: number, { day, direction }: Anchor): When | null {
  if (day === null) return yearless(month, date);
  const days = yearsAround(day).map((year) => dayAt(year, month, date));
  return nearest(days, { day, direction }, (one) => one) ?? yearless(month, date);
}

/** A month without a year, by the distance of its middle. */
export function nearestMonth(month: number, { day, direction }: Anchor): When | null {
  if (day === null) return yearless(month);
  // The month of the day itself is meant, whatever the tense.
  if (month === monthOf(day)) return monthAt(yearOf(day), month);
  const months = yearsAround(day).map((year) => monthAt(year, month));
  return nearest(months, { day, direction }, middleOf) ?? yearless(month);
}

/** The year of a day with the one before and the one behind. */
function yearsAround(day: Day): number[] {
  return [-1, 0, 1].map((step) => yearOf(day) + step);
}

function nearest<One extends Unit>(
  units: readonly (One | null)[],
  { day, direction }: { day: Day; direction: Direction },
  pointOf: (unit: One) => Day,
): One | null {
  const near = units
    .flatMap((unit) => (unit === null ? [] : [{ unit, distance: daysBetween(day, pointOf(unit)) }]))
    .toSorted((a, b) => Math.abs(a.distance) - Math.abs(b.distance));
  const [first] = near;
  if (first === undefined) return null;
  const isWrong =
    (direction === 'past' && first.distance > FAR) || (direction === 'future' && first.distance < -FAR);
  if (!isWrong) return first.unit;
  return (near.find(({ distance }) => distance <= 0 === (direction === 'past')) ?? first).unit;
}

/** A weekday by the clause's tense: the last one, today included, or the next; without a tense the last. */
export function weekdayNear(weekday: number, { direction }: Pick<Anchor, 'direction'>, day: Day): Day | null {
  const back = (weekdayOf(day) - weekday + 7) % 7;
  return direction === 'future' ? addDays(day, (7 - back) % 7) : addDays(day, -back);
}

/** "last Friday" and "next Friday" are never today. */
export function weekdayBeside(weekday: number, side: 'last' | 'next', day: Day): Day | null {
  const back = (weekdayOf(day) - weekday + 7) % 7 || 7;
  return side === 'last' ? addDays(day, -back) : addDays(day, 7 - (back % 7) || 7);
}
