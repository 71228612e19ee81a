import { daysOf, parseWhen, writeDay } from './edtf/index.ts';
import type { LinkedEvent } from './types.ts';

/** What a calendar shows of an event. Where one of these is another, the entry was revised. */
export interface CalendarEntry extends Pick<LinkedEvent, 'what' | 'status' | 'place'> {
  /** The date that stands, or of what was put off or given up the last that it had, in EDTF. */
  readonly when: string;
  /** Its first and last day, ISO. */
  readonly first: string;
  readonly last: string;
}

/** An event as an entry of a calendar; null for one that never had a day. */
export function calendarEntryOf({ what, status, place, when, schedule }: LinkedEvent): CalendarEntry | null {
  const date = when ?? schedule.findLast((step) => step.when !== null)?.when ?? null;
  const value = parseWhen(date);
  const { first = null, last = null } = (value && daysOf(value)) ?? {};
  if (date === null || first === null || last === null) return null;
  return { what, status, place, when: date, first: writeDay(first), last: writeDay(last) };
}
