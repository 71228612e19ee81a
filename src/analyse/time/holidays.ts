import { addDays, type Day, dayAt, nthWeekday, type When, yearless } from '../../record/index.ts';

/** Holidays on the same day of every year: month and day. Of several that fit, the first. */
const FIXED: readonly (readonly [RegExp, number, number])[] = [
  [/^christmas eve$/, 12, 24],
  [/^christmas/, 12, 25],
  [/^boxing day$/, 12, 26],
  [/^new year's eve$/, 12, 31],
  [/new year/, 1, 1],
  [/^independence day$/, 7, 4],
  [/^(?:veterans|armistice) day$/, 11, 11],
  [/^halloween$/, 10, 31],
  [/^valentine/, 2, 14],
  [/^may day$/, 5, 1],
  [/^victory day$/, 5, 9],
  [/^bastille day$/, 7, 14],
  [/^epiphany$/, 1, 6],
  [/^all saints/, 11, 1],
  [/^st\.? patrick/, 3, 17],
];

/** So many days from Easter Sunday. */
const FROM_EASTER: readonly (readonly [RegExp, number])[] = [
  [/^good friday$/, -2],
  [/^easter monday$/, 1],
  [/^easter/, 0],
  [/^ash wednesday$/, -46],
  [/^palm sunday$/, -7],
  [/^pentecost$/, 49],
];

/** The nth weekday of a month. */
const WEEKDAYS: readonly (readonly [RegExp, number, { weekday: number; nth: number }])[] = [
  [/^thanksgiving/, 11, { weekday: 4, nth: 4 }],
  [/^labor day$/, 9, { weekday: 1, nth: 1 }],
  [/^memorial day$/, 5, { weekday: 1, nth: -1 }],
  [/^martin luther/, 1, { weekday: 1, nth: 3 }],
  [/^president/, 2, { weekday: 1, nth: 3 }],
  [/^columbus day$/, 10, { weekday: 1, nth: 2 }],
];

/** The day of a holiday in a year, or null where there is none such. */
export function holidayOf(name: string, year: number): Day | null {
  const form = formOf(name);
  const [, month, date] = FIXED.find(([pattern]) => pattern.test(form)) ?? [];
  if (month !== undefined && date !== undefined) return dayAt(year, month, date);
  const [, days] = FROM_EASTER.find(([pattern]) => pattern.test(form)) ?? [];
  const easter = days === undefined ? null : easterOf(year);
  if (days !== undefined) return easter === null ? null : addDays(easter, days);
  const [, at, nth] = WEEKDAYS.find(([pattern]) => pattern.test(form)) ?? [];
  return at === undefined || nth === undefined ? null : nthWeekday(year, at, nth);
}

/** A holiday in a year that is not known; null for those that move. */
export function holidayYearless(name: string): When | null {
  const [, month, date] = FIXED.find(([pattern]) => pattern.test(formOf(name))) ?? [];
  return month === undefined || date === undefined ? null : yearless(month, date);
}

const formOf = (name: string) => name.toLowerCase().replaceAll('’', "'");

/** What lies before the New Year ends on New Year's Eve; what lies before Easter ends on Easter. */
export const eveOf = (name: string, day: Day): Day | null =>
  /new year$/i.test(name) ? addDays(day, -1) : day;

/** Easter Sunday (the anonymous Gregorian algorithm, Nature 1876). */
export function easterOf(year: number): Day | null {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return dayAt(year, Math.floor(f / 31), (f % 31) + 1);
}
