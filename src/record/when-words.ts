import { dayAt } from './calendar.ts';

const DAY = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const SEASONS = ['spring', 'summer', 'autumn', 'winter'];

const SHORT = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** The first day of a date, without its year; other dates as they are. */
export function dayWords(value: string): string {
  const [day = ''] = value.split(/[T/]/, 1);
  return /^\d{4}-\d\d-\d\d$/.test(day) ? SHORT.format(new Date(`${day}T00:00:00Z`)) : whenWords(value);
}

/** A date in EDTF as people write it; what is open or unknown stays so. */
export function whenWords(value: string | null): string {
  if (value === null) return 'no date';
  const [from = '', to] = value.split('/');
  if (to !== undefined) {
    if (from === '..') return `by ${whenWords(to)}`;
    if (to === '..') return `from ${whenWords(from)}`;
    return `${whenWords(from)} to ${whenWords(to)}`;
  }
  const [day = '', hour] = value.split('T');
  if (/^\d{4}-\d\d-\d\d$/.test(day))
    return `${DAY.format(new Date(`${day}T00:00:00Z`))}${hour === undefined || hour === '' ? '' : `, ${hour}`}`;
  const [, year = '', part = ''] = /^(\d{4})-(\d\d)$/.exec(day) ?? [];
  if (dayAt(Number(year), Number(part), 1) !== null && part !== '')
    return MONTH.format(new Date(`${day}-01T00:00:00Z`));
  const season = SEASONS[Number(part) - 21];
  if (season !== undefined) return `${season} ${year}`;
  if (Number(part) >= 33 && Number(part) <= 36) return `quarter ${Number(part) - 32} of ${year}`;
  const [, weekYear, week] = /^(\d{4})-W(\d\d)$/.exec(day) ?? [];
  if (week !== undefined) return `week ${Number(week)} of ${weekYear}`;
  return day;
}
