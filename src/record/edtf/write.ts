import { type Day, dateOf, dayAt, type Unit, yearOf } from './unit.ts';
import type { End, When } from './when.ts';

/** EDTF's numbers: spring 21 to winter 24, the first quarter 33 to the fourth 36. */
export const SPRING = 21;
export const FIRST_QUARTER = 33;

const padded = (number: number, size: number) => String(number).padStart(size, '0');

const ISO_DAY = '2031-02-26'.length;

/** A day as an ISO date, `2031-02-26`. */
export const writeDay = (day: Day): string => dateOf(day).toISOString().slice(0, ISO_DAY);

/** A date in EDTF, a week as ISO 8601 has it. */
export function writeWhen(when: When): string {
  switch (when.kind) {
    case 'interval':
      return `${writeEnd(when.from)}/${writeEnd(when.to)}`;
    case 'clock':
      return `${when.day === null ? '' : writeDay(when.day)}T${when.clock}`;
    case 'yearless':
      return `XXXX-${padded(when.part, 2)}${when.date === null ? '' : `-${padded(when.date, 2)}`}`;
    case 'weekday':
      return `XXXX-WXX-${when.weekday}`;
    default:
      return writeUnit(when);
  }
}

const writeEnd = (end: End) => (end === null ? '..' : writeWhen(end));

function writeUnit(unit: Unit): string {
  const { at } = unit;
  const inYear = (count: number, first: number) =>
    `${padded(Math.floor(at / count), 4)}-${padded(first + (at % count), 2)}`;
  switch (unit.kind) {
    case 'day':
      return writeDay(unit);
    case 'week':
      return writeWeek(at);
    case 'month':
      return inYear(12, 1);
    case 'quarter':
      return inYear(4, FIRST_QUARTER);
    case 'season':
      return inYear(4, SPRING);
    case 'year':
      return padded(at, 4);
    case 'decade':
      return `${padded(at, 3)}X`;
    case 'century':
      return `${padded(at, 2)}XX`;
  }
}

/** A week belongs to the year that its Thursday lies in. */
function writeWeek(at: number): string {
  const thursday: Day = { kind: 'day', at: at * 7 + 3 };
  const year = yearOf(thursday);
  const passed = thursday.at - (dayAt(year, 1, 1)?.at ?? 0);
  return `${padded(year, 4)}-W${padded(Math.floor(passed / 7) + 1, 2)}`;
}
