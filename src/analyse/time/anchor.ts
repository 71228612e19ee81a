import { addDays, type Day, dayAt, daysBetween, monthAt, weekdayOf, yearOf } from '../../record/index.ts';

/** Where the clause of an expression points: by its tense, or not at all. */
export type Direction = 'past' | 'future' | null;

/** What an expression without a year is read against. */
export interface Anchor {
  /** The day of publication, or of the dateline; null where none is known. */
  readonly day: Day | null;
  readonly direction: Direction;
  /** The value of the expression before, for "the next day" and "a year earlier"; null where there is none. */
  readonly before: string | null;
}

const OPEN = 'XXXX';
/** A date so far away is not the nearest of its name when the tense says otherwise. */
const FAR = 60;

/** A date without a year: the nearest one, unless that is far away on the wrong side of the clause's tense. */
export function nearestDate(month: number, date: number, { day, direction }: Anchor): string {
  const open = `${OPEN}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  if (day === null) return open;
  const year = yearOf(day);
  const years = [year - 1, year, year + 1].flatMap((one) => dayAt(one, month, date) ?? []);
  return bestOf(years, day, direction) ?? open;
}

/** A month without a year, by the distance of its middle. */
export function nearestMonth(month: number, { day, direction }: Anchor): string {
  if (day === null) return `${OPEN}-${String(month).padStart(2, '0')}`;
  const year = yearOf(day);
  // The month of the day itself is meant, whatever the tense.
  const own = monthAt(year, month);
  if (day.startsWith(own)) return own;
  const middles = [year - 1, year, year + 1].map((one) => `${monthAt(one, month)}-15`);
  return (bestOf(middles, day, direction) ?? `${own}-15`).slice(0, 7);
}

function bestOf(days: readonly Day[], anchor: Day, direction: Direction): Day | undefined {
  const near = days.toSorted((a, b) => Math.abs(daysBetween(anchor, a)) - Math.abs(daysBetween(anchor, b)));
  const [nearest] = near;
  if (nearest === undefined) return undefined;
  const distance = daysBetween(anchor, nearest);
  const isWrong = (direction === 'past' && distance > FAR) || (direction === 'future' && distance < -FAR);
  if (!isWrong) return nearest;
  return near.find((day) => daysBetween(anchor, day) <= 0 === (direction === 'past')) ?? nearest;
}

/** A weekday by the clause's tense: the last one, today included, or the next; without a tense the last. */
export function weekdayNear(weekday: number, { day, direction }: Anchor): Day | null {
  if (day === null) return null;
  const back = (weekdayOf(day) - weekday + 7) % 7;
  return direction === 'future' ? addDays(day, (7 - back) % 7) : addDays(day, -back);
}

/** "last Friday" and "next Friday" are never today. */
export function weekdayBeside(weekday: number, side: 'last' | 'next', day: Day): Day {
  const back = (weekdayOf(day) - weekday + 7) % 7 || 7;
  return side === 'last' ? addDays(day, -back) : addDays(day, 7 - (back % 7) || 7);
}
