import { around, type Day, dayAt, lengthOf, monthAt, unitAt } from './unit.ts';
import { interval, type When, type Yearless } from './when.ts';
import { FIRST_QUARTER, SPRING, writeWhen } from './write.ts';

type Form = readonly [RegExp, (first: string, second: string, third: string) => When | null];

/** The ways to write a date, each with what it means. */
const FORMS: readonly Form[] = [
  [/^(\d{4})-(\d\d)-(\d\d)$/, (year, month, date) => dayAt(Number(year), Number(month), Number(date))],
  [/^(\d{4})-(\d\d)$/, (year, part) => partOfYear(Number(year), Number(part))],
  [/^(\d{4})$/, (year) => unitAt('year', Number(year))],
  [/^(\d{4})-W(\d\d)$/, (year, week) => weekAt(Number(year), Number(week))],
  [/^(\d{3})X$/, (decade) => unitAt('decade', Number(decade))],
  [/^(\d\d)XX$/, (century) => unitAt('century', Number(century))],
  [/^XXXX-(\d\d)-(\d\d)$/, (month, date) => yearless(Number(month), Number(date))],
  [/^XXXX-(\d\d)$/, (part) => yearless(Number(part))],
  [/^XXXX-WXX-([1-7])$/, (weekday) => ({ kind: 'weekday', weekday: Number(weekday) })],
  [/^(|\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d(?::?\d\d)?)?)$/, clockOn],
  [/^([^/]+)\/([^/]+)$/, between],
];

/** The date that a text in EDTF, an ISO 8601 week or a moment means; null where there is no text, or none that is a date. */
export function parseWhen(text: string | null): When | null {
  if (text === null) return null;
  for (const [pattern, read] of FORMS) {
    const match = pattern.exec(text);
    if (match !== null) return read(match[1] ?? '', match[2] ?? '', match[3] ?? '');
  }
  return null;
}

/** A month (1 to 12), season (21 to 24) or quarter (33 to 36) of a year, by EDTF's numbers. */
export function partOfYear(year: number, part: number): When | null {
  if (part >= FIRST_QUARTER) return part > 36 ? null : unitAt('quarter', year * 4 + part - FIRST_QUARTER);
  if (part >= SPRING) return part > 24 ? null : unitAt('season', year * 4 + part - SPRING);
  return part < 1 || part > 12 ? null : monthAt(year, part);
}

/** A leap year: of an unknown year, February may have 29 days. */
const LONGEST = 2024;

/** A month, season or quarter, or a day of a month, of a year that is not known; null where no year has it. */
export function yearless(part: number, date: number | null = null): Yearless | null {
  const isDay = date !== null && part <= 12 && date >= 1 && date <= lengthOf(LONGEST, part);
  const isPart = date === null && partOfYear(LONGEST, part) !== null;
  return isDay || isPart ? { kind: 'yearless', part, date } : null;
}

/** The week of a year by its number; null where the year has no such week. */
function weekAt(year: number, number: number): When | null {
  const fourth = dayAt(year, 1, 4);
  const first = fourth === null ? null : around(fourth, 'week');
  const week = first === null ? null : unitAt('week', first.at + number - 1);
  return week !== null && writeWhen(week).endsWith(`W${String(number).padStart(2, '0')}`) ? week : null;
}

function clockOn(on: string, clock: string): When | null {
  if (on === '') return { kind: 'clock', day: null, clock };
  const day = parseWhen(on);
  return day?.kind === 'day' ? { kind: 'clock', day, clock } : null;
}

function between(from: string, to: string): When | null {
  const [first, last] = [from, to].map((end) => (end === '..' ? null : parseWhen(end)));
  if ((first === null && from !== '..') || (last === null && to !== '..')) return null;
  return interval(first ?? null, last ?? null);
}

/** The day that a date of publication gives; null where it gives none but a month or year. */
export function publicationDay(published: string | null): Day | null {
  const when = parseWhen(published);
  if (when?.kind === 'clock') return when.day;
  return when?.kind === 'day' ? when : null;
}
