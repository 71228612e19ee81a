import ical, { type ICalCalendar, ICalEventStatus } from 'ical-generator';
import type { EventLine } from '../../ledger/index.ts';
import { dateOf, daysOf, grainOf, type LinkedEvent, parseWhen, whenWords } from '../../record/index.ts';

const STATUS: Readonly<Record<LinkedEvent['status'], ICalEventStatus>> = {
  possible: ICalEventStatus.TENTATIVE,
  planned: ICalEventStatus.TENTATIVE,
  rescheduled: ICalEventStatus.TENTATIVE,
  confirmed: ICalEventStatus.CONFIRMED,
  'under way': ICalEventStatus.CONFIRMED,
  held: ICalEventStatus.CONFIRMED,
  postponed: ICalEventStatus.CANCELLED,
  cancelled: ICalEventStatus.CANCELLED,
};

/** In iCalendar an event of whole days ends on the day behind its last. */
const MILLISECONDS = 86_400_000;

/**
 * Events as iCalendar (RFC 5545), each once by its own id: whole days, never an hour; each revision of a date raises SEQUENCE. What was put off or given
 * up keeps the last day it had, marked cancelled, so that subscribers see it go. What has no day at all is left out.
 */
export function icsOf(lines: readonly EventLine[]): string {
  const calendar = ical({
    name: 'Onrecord',
    prodId: { company: 'Onrecord', product: 'calendar', language: 'EN' },
  });
  for (const line of lines) addEvent(calendar, line);
  return calendar.toString();
}

function addEvent(calendar: ICalCalendar, { event, reports }: EventLine): void {
  const when = event.when ?? event.schedule.findLast((revision) => revision.when !== null)?.when ?? null;
  const value = parseWhen(when);
  const { first = null, last = null } = (value && daysOf(value)) ?? {};
  if (value === null || first === null || last === null) return;
  const open = grainOf(value) === 'day' ? '' : ` (${whenWords(when)}, day not given)`;
  const off = event.status === 'postponed' ? ' (postponed, no new date)' : '';
  calendar.createEvent({
    id: `${event.id}@onrecord`,
    stamp: new Date(
      reports
        .map(({ added }) => added)
        .toSorted()
        .at(-1) ?? 0,
    ),
    start: dateOf(first),
    end: new Date(dateOf(last).getTime() + MILLISECONDS),
    allDay: true,
    summary: `${event.what}${open}${off}`,
    sequence: Math.max(0, event.schedule.length - 1),
    status: STATUS[event.status],
    location: event.place,
    description: [
      ...event.schedule.map(
        ({ when: date, status, by, span }) =>
          `${status}: ${whenWords(date)}${by === null ? '' : `, ${by.name}`}: “${span.text}”`,
      ),
      ...reports.map(({ outlet, headline }) => [outlet, headline].filter((part) => part !== null).join(': ')),
    ].join('\n'),
  });
}
