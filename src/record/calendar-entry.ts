import { daysOf, parseWhen, writeDay } from './edtf/index.ts';
import type { LinkedEvent } from './types.ts';

/** What a calendar shows of an event. Where one of these is another, the entry was revised. */
export interface CalendarEntry extends Pick<LinkedEvent, 'status' | 'place'> {
  /** Its title. */
  readonly what: string;
  /** An occasion or a deed; not there in what was told before the two were told apart. */
  readonly kind?: LinkedEvent['kind'];
  /** The date that stands, or of what was put off or given up the last that it had, in EDTF. */
  readonly when: string;
  /** Its first and last day, ISO. */
  readonly first: string;
  readonly last: string;
}

/** What an event is called: by its title, a clause between quotation marks; as a report has it where it was linked before there were titles. */
export function calledOf({ title, what }: Pick<LinkedEvent, 'title' | 'what'>): string {
  if (title === null) return what;
  return title.form === 'clause' ? `“${title.text}”` : title.text;
}

/** An event as an entry of a calendar; null for one that never had a day. */
export function calendarEntryOf(event: LinkedEvent): CalendarEntry | null {
  const { kind, status, place, when, schedule } = event;
  const date = when ?? schedule.findLast((step) => step.when !== null)?.when ?? null;
  const value = parseWhen(date);
  const { first = null, last = null } = (value && daysOf(value)) ?? {};
  if (date === null || first === null || last === null) return null;
  const days = { first: writeDay(first), last: writeDay(last) };
  return { what: calledOf(event), kind, status, place, when: date, ...days };
}
