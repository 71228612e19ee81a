import {
  addDays,
  around,
  type Day,
  daysOfUnit,
  type Grain,
  grainOf,
  interval,
  isCoarser,
  type Length,
  later,
  laterWhen,
  type Unit,
  type When,
  weekdayOf,
} from '../../record/index.ts';
import { lengthUnitOf, stepOf } from './words.ts';

/** A length of so many units; an unknown number is null. */
export function length(count: number | null, word: string): Length {
  const { unit, times } = lengthUnitOf(word);
  const whole = count === null ? null : count * times;
  return unit === 'week' && whole !== null && !Number.isInteger(whole)
    ? { kind: 'length', count: whole * 7, unit: 'day' }
    : { kind: 'length', count: whole, unit };
}

/** How exact a date is that lies whole units away, and one that lies parts of them away: years ago are years, half a year ago is a month. */
const EXACTNESS: Readonly<Record<Grain, readonly [whole: Grain, part: Grain]>> = {
  day: ['day', 'day'],
  week: ['day', 'day'],
  month: ['month', 'day'],
  season: ['season', 'month'],
  quarter: ['quarter', 'month'],
  year: ['year', 'month'],
  decade: ['year', 'year'],
  century: ['year', 'year'],
};

/** The date that lies so many units away from a day, as exact as the unit is; null for hours and less, and beyond all years. */
export function moved(day: Day, word: string, count: number): When | null {
  const step = stepOf(word);
  if (step === null) return null;
  if (word.toLowerCase().startsWith('weekend')) return weekendBeside(day, Math.round(count));
  const steps = count * step.times;
  const [whole, part] = EXACTNESS[step.unit];
  const at = later(day, steps, step.unit);
  return at?.kind === 'day' ? around(at, Number.isInteger(steps) ? whole : part) : at;
}

/** The date that lies so many units away from another, as exact as that was: a year before a quarter is a quarter. Of an interval from its nearer end, and by years the whole. */
export function movedAlike(when: When, word: string, count: number): When | null {
  const step = stepOf(word);
  if (step === null) return null;
  const steps = count * step.times;
  const isByYears = Number.isInteger(steps) && !isCoarser('year', step.unit);
  if (isByYears) return laterWhen(when, steps, step.unit);
  const unit = edgeOf(when, count < 0 ? 'from' : 'to');
  if (unit === null) return null;
  return unit.kind === 'day' ? moved(unit, word, count) : later(unit, steps, step.unit);
}

/**
 * The day, week, weekend, month … that lies so many of them from the one that a date lies in. Where the date is less exact than that,
 * as exact as it is: the week after something in March is in March.
 */
export function beside(when: When, word: string, step: number): When | null {
  const unit = edgeOf(when, step > 0 ? 'to' : 'from');
  const grain = stepOf(word)?.unit;
  if (unit === null || grain === undefined) return null;
  if (isCoarser(grainOf(when) ?? 'day', grain)) return step === 0 ? when : later(unit, step, grain);
  const day = daysOfUnit(unit)[step > 0 ? 'last' : 'first'];
  if (word.toLowerCase() === 'weekend') return weekendBeside(day, step);
  const own = around(day, grain);
  return own === null ? null : later(own, step, grain);
}

/** The Saturday and Sunday of a day's week, or of one so many weeks away. */
function weekendBeside(day: Day, step: number): When | null {
  const saturday = addDays(day, 6 - weekdayOf(day) + 7 * step);
  return saturday === null ? null : interval(saturday, addDays(saturday, 1));
}

/** The unit that a date is, or that an interval begins or ends with; of one with an open end, its other. */
function edgeOf(when: When, side: 'from' | 'to'): Unit | null {
  const edge = when.kind === 'interval' ? (when[side] ?? when.from ?? when.to) : when;
  if (edge === null || edge.kind === 'yearless' || edge.kind === 'weekday') return null;
  return edge.kind === 'clock' ? edge.day : edge;
}
