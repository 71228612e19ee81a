import { addDays, type Day, monthAt, monthOf, weekdayOf, weekOf, yearOf } from '../../record/index.ts';
import { unitOf } from './words.ts';

/** A length as ISO 8601 has it; an unknown number is X. */
export function length(count: number | null, word: string): string {
  const { letter, times, clock } = unitOf(word);
  const number = count === null ? 'X' : String(count * times);
  if (letter === 'W' && count !== null && !Number.isInteger(count * times)) return `P${count * times * 7}D`;
  return `P${clock ? 'T' : ''}${number}${letter}`;
}

/** The day, week, month, quarter, year, decade that lies so many of them from the one of a value. */
export function beside(value: string, word: string, step: number): string {
  const unit = word.toLowerCase();
  const day = `${value}-01-01`.slice(0, 10).replace(/-W.*/, '-01-01');
  const year = yearOf(day);
  if (unit === 'day') return addDays(day, step);
  if (unit === 'week') return weekOf(addDays(day, 7 * step));
  if (unit === 'weekend') {
    const saturday = addDays(day, 6 - weekdayOf(day) + 7 * step);
    return `${saturday}/${addDays(saturday, 1)}`;
  }
  if (unit === 'month') return monthAt(year, monthOf(day) + step);
  if (unit === 'quarter') {
    const quarter = Math.floor((monthOf(day) - 1) / 3) + step;
    return `${year + Math.floor(quarter / 4)}-${33 + (((quarter % 4) + 4) % 4)}`;
  }
  if (unit === 'decade') return `${String(Math.floor(year / 10) + step)}X`;
  if (unit === 'century') return `${String(Math.floor(year / 100) + step)}XX`;
  return String(year + step);
}

/** A day so many units away, as precise as the unit is: years ago are years. */
export function moved(day: Day, word: string, count: number): string {
  const { letter, times } = unitOf(word);
  const steps = count * times;
  if (letter === 'Y' && Number.isInteger(steps)) return String(yearOf(day) + steps).padStart(4, '0');
  if (letter === 'M' && Number.isInteger(steps)) return monthAt(yearOf(day), monthOf(day) + steps);
  return addDays(day, Math.round(steps * { D: 1, W: 7, M: 30.44, Y: 365.25 }[letter as 'D']));
}

/** A value so many units away, as precise as it was: a year before a quarter is a quarter. */
export function movedAlike(value: string, word: string, count: number): string {
  const { letter, times } = unitOf(word);
  if (letter === 'Y' && /^\d{4}/.test(value) && Number.isInteger(count * times))
    return value.replace(/\d{4}(?=-|$|\/)/g, (year) => String(Number(year) + count * times));
  if (/^\d{4}-\d\d-\d\d$/.test(value)) {
    if (letter === 'M' && Number.isInteger(count * times))
      return monthAt(yearOf(value), monthOf(value) + count * times);
    return addDays(value, Math.round(count * times * { D: 1, W: 7, M: 30.44, Y: 365.25 }[letter as 'D']));
  }
  if (/^\d{4}-(?:0\d|1[0-2])$/.test(value) && letter === 'M')
    return monthAt(Number(value.slice(0, 4)), Number(value.slice(5)) + count * times);
  return moved(`${value}-01-01`.slice(0, 10), word, count);
}
