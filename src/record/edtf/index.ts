/** Dates as values: days, weeks, months … and what is made of them, with their days, their order, and the way to and from EDTF. */

export { compareWhens, haveDayInCommon, isBehind, isSameWhen } from './order.ts';
export { parseWhen, partOfYear, publicationDay, yearless } from './parse.ts';
export { periodOf } from './period.ts';
export {
  addDays,
  around,
  type Day,
  dateInMonth,
  dateOf,
  dayAt,
  daysBetween,
  daysOfUnit,
  type Grain,
  isCoarser,
  later,
  middleOf,
  monthAt,
  monthOf,
  nthWeekday,
  type Unit,
  unitAt,
  weekdayOf,
  yearOf,
} from './unit.ts';
export { type Length, parseLength, type TimeValue, writeValue } from './value.ts';
export {
  type Days,
  daysOf,
  firstDayOf,
  grainOf,
  type Interval,
  interval,
  laterWhen,
  type When,
} from './when.ts';
export { dayWords, whenWords } from './words.ts';
export { writeDay, writeWhen } from './write.ts';
