import { parseWhen } from './parse.ts';
import { type Day, dateOf, daysOfUnit, type Unit } from './unit.ts';
import type { When } from './when.ts';
import { writeWhen } from './write.ts';

const inWords = (options: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options });
  return (day: Day) => format.format(dateOf(day));
};
const DAY = inWords({ weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' });
const MONTH = inWords({ month: 'long', year: 'numeric' });
const SHORT = inWords({ day: 'numeric', month: 'short' });
const SEASONS = ['spring', 'summer', 'autumn', 'winter'];

/** The first day of a date, without its year; other dates as they are. */
export function dayWords(value: string): string {
  const when = parseWhen(value);
  const from = when?.kind === 'interval' ? when.from : when;
  const day = from?.kind === 'clock' ? from.day : from;
  return day?.kind === 'day' ? SHORT(day) : whenWords(value);
}

/** A date in EDTF as people write it; what is open or unknown stays so. */
export function whenWords(value: string | null): string {
  if (value === null) return 'no date';
  const when = parseWhen(value);
  return when === null ? value : wordsOf(when);
}

function wordsOf(when: When): string {
  switch (when.kind) {
    case 'interval':
      if (when.from === null) return `by ${when.to === null ? '' : wordsOf(when.to)}`;
      return when.to === null ? `from ${wordsOf(when.from)}` : `${wordsOf(when.from)} to ${wordsOf(when.to)}`;
    case 'clock':
      return when.day === null ? when.clock : `${DAY(when.day)}, ${when.clock}`;
    case 'yearless':
    case 'weekday':
      return writeWhen(when);
    default:
      return unitWords(when);
  }
}

function unitWords(unit: Unit): string {
  const year = Math.floor(unit.at / 4);
  switch (unit.kind) {
    case 'day':
      return DAY(unit);
    case 'week': {
      const [of, number] = writeWhen(unit).split('-W');
      return `week ${Number(number)} of ${of}`;
    }
    case 'month':
      return MONTH(daysOfUnit(unit).first);
    case 'season':
      return `${SEASONS[unit.at % 4]} ${year}`;
    case 'quarter':
      return `quarter ${(unit.at % 4) + 1} of ${year}`;
    default:
      return writeWhen(unit);
  }
}
