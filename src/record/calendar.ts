/** A day of the proleptic Gregorian calendar as an ISO date, `2031-02-26`. */
export type Day = string;

const MILLISECONDS = 86_400_000;

const atNoon = (day: Day) => Date.parse(`${day}T12:00:00Z`);
const dayOf = (time: number): Day => new Date(time).toISOString().slice(0, 10);
const two = (number: number) => String(number).padStart(2, '0');

export const yearOf = (day: Day): number => Number(day.slice(0, 4));
export const monthOf = (day: Day): number => Number(day.slice(5, 7));
/** From 1, Monday, to 7, Sunday, as ISO 8601 counts. */
export const weekdayOf = (day: Day): number => new Date(atNoon(day)).getUTCDay() || 7;

export function addDays(day: Day, count: number): Day {
  return dayOf(atNoon(day) + count * MILLISECONDS);
}

/** How many days lie between two, below zero where the first comes later. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((atNoon(to) - atNoon(from)) / MILLISECONDS);
}

/** The day of a year, month and day of the month, or null where there is none: February 30. */
export function dayAt(year: number, month: number, date: number): Day | null {
  if (![year, month, date].every(Number.isInteger)) return null;
  if (year < 1 || month < 1 || month > 12 || date < 1 || date > lengthOf(year, month)) return null;
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`;
}

/** How many days a month has. */
export function lengthOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

export const monthAt = (year: number, month: number): string =>
  `${String(year + Math.floor((month - 1) / 12)).padStart(4, '0')}-${two(((((month - 1) % 12) + 12) % 12) + 1)}`;

/** The ISO 8601 week that a day lies in, `2031-W09`. */
export function weekOf(day: Day): string {
  const thursday = addDays(day, 4 - weekdayOf(day));
  const first = `${thursday.slice(0, 4)}-01-01`;
  return `${thursday.slice(0, 4)}-W${two(Math.floor(daysBetween(first, thursday) / 7) + 1)}`;
}

/** Easter Sunday (the anonymous Gregorian algorithm, Nature 1876). */
export function easterOf(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return `${year}-${two(Math.floor(f / 31))}-${two((f % 31) + 1)}`;
}

/** The nth weekday of a month, or with a negative number counted from its end. */
export function nthWeekday(year: number, month: number, weekday: number, nth: number): Day {
  if (nth > 0) {
    const first = `${year}-${two(month)}-01`;
    return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1));
  }
  const last = `${year}-${two(month)}-${two(lengthOf(year, month))}`;
  return addDays(last, -((weekdayOf(last) - weekday + 7) % 7) + 7 * (nth + 1));
}
