import { type Day, daysOfUnit, type Grain, isCoarser, later, type Unit } from './unit.ts';

/** A time of day, as ISO 8601 writes it behind its T, with its zone where it is known; its day is null where that is not. */
export interface Clock {
  readonly kind: 'clock';
  readonly day: Day | null;
  readonly clock: string;
}

/** A part of a year that is not known: a month (1 to 12), season (21 to 24) or quarter (33 to 36) as EDTF counts them, or a day of a month. */
export interface Yearless {
  readonly kind: 'yearless';
  readonly part: number;
  readonly date: number | null;
}

/** A day of the week, from 1, Monday, to 7, in a week that is not known. */
export interface Weekday {
  readonly kind: 'weekday';
  readonly weekday: number;
}

/** An end of an interval; null is open. */
export type End = Unit | Clock | Yearless | null;

export interface Interval {
  readonly kind: 'interval';
  readonly from: End;
  readonly to: End;
}

/** A date, as EDTF (ISO 8601-2) and ISO 8601's weeks can say it, within the years 0001 to 9999. */
export type When = Unit | Clock | Yearless | Weekday | Interval;

/** The first and the last day of a date; null is an open end. */
export interface Days {
  readonly first: Day | null;
  readonly last: Day | null;
}

/** The first and the last day of a date; null where its year or day is not known. */
export function daysOf(when: When): Days | null {
  if (when.kind === 'yearless' || when.kind === 'weekday') return null;
  if (when.kind === 'clock') return when.day === null ? null : { first: when.day, last: when.day };
  if (when.kind !== 'interval') return daysOfUnit(when);
  const from = when.from === null ? null : daysOf(when.from);
  const to = when.to === null ? null : daysOf(when.to);
  if ((from === null && when.from !== null) || (to === null && when.to !== null)) return null;
  return { first: from?.first ?? null, last: to?.last ?? null };
}

/** The day on which a date begins; null where that is open or not known. */
export const firstDayOf = (when: When): Day | null => daysOf(when)?.first ?? null;

/** From one date to another, null for an open end; null where it would end before it begins, or has no end at all. */
export function interval(from: When | null, to: When | null): Interval | null {
  const [start, end] = [edge(from, 'from'), edge(to, 'to')];
  if (start === undefined || end === undefined || (start === null && end === null)) return null;
  const whole: Interval = { kind: 'interval', from: start, to: end };
  const { first, last } = daysOf(whole) ?? { first: null, last: null };
  return first !== null && last !== null && first.at > last.at ? null : whole;
}

/** Of an interval its own end. */
function edge(when: When | null, side: 'from' | 'to'): End | undefined {
  if (when?.kind === 'interval') return when[side];
  return when?.kind === 'weekday' ? undefined : when;
}

/** What a date is as exact as: of an interval its coarser end; null where it gives no day at all. */
export function grainOf(when: When): Grain | null {
  if (when.kind === 'yearless') return when.date === null ? partOf(when) : 'day';
  if (when.kind === 'weekday') return 'day';
  if (when.kind === 'clock') return when.day === null ? null : 'day';
  if (when.kind !== 'interval') return when.kind;
  const from = when.from === null ? null : grainOf(when.from);
  const to = when.to === null ? null : grainOf(when.to);
  return from !== null && (to === null || isCoarser(from, to)) ? from : to;
}

const partOf = ({ part }: Yearless): Grain => (part > 32 ? 'quarter' : part > 20 ? 'season' : 'month');

/** The same date so many days, weeks, months … later, both ends of an interval; null where there is none, or its year is not known. */
export function laterWhen(when: When, count: number, grain: Grain): When | null {
  if (when.kind === 'yearless' || when.kind === 'weekday') return null;
  if (when.kind === 'clock') {
    const day = when.day === null ? null : later(when.day, count, grain);
    return day?.kind === 'day' ? { ...when, day } : null;
  }
  if (when.kind !== 'interval') return later(when, count, grain);
  const from = when.from === null ? null : laterWhen(when.from, count, grain);
  const to = when.to === null ? null : laterWhen(when.to, count, grain);
  if ((from === null && when.from !== null) || (to === null && when.to !== null)) return null;
  return interval(from, to);
}
