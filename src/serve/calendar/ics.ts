import ical, { type ICalCalendar, ICalEventStatus } from 'ical-generator';
import type { EventLine, GoneEvent, SubscribedEvent } from '../../ledger/index.ts';
import {
  type CalendarEntry,
  calendarEntryOf,
  dateOf,
  daysOf,
  grainOf,
  type LinkedEvent,
  parseWhen,
  whenWords,
} from '../../record/index.ts';

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
 * Events as iCalendar (RFC 5545), each once by its own id: whole days, never an hour; each revision of an entry raises
 * SEQUENCE. What was put off or given up keeps the last day it had, marked cancelled, so that subscribers see it go. What has
 * no day at all is left out.
 *
 * Where two events turn out to be one, one of their ids is no event's any more. Its entry stays, cancelled and with a higher
 * SEQUENCE: whoever keeps entries by UID would else have the old day for ever, beside the event that it is one with now. The
 * remaining one keeps its own UID; nobody can be told in iCalendar that an entry has another UID from now on. The same goes for
 * an event that was among what a subscriber asks for and is no more, since its place, its status or its kind is another now.
 */
export function icsOf(
  lines: readonly (EventLine | SubscribedEvent)[],
  gone: readonly GoneEvent[],
  name = 'Onrecord',
): string {
  const calendar = ical({
    name,
    prodId: { company: 'Onrecord', product: 'calendar', language: 'EN' },
  });
  for (const line of lines) addEvent(calendar, line);
  for (const one of gone) addGone(calendar, one);
  return calendar.toString();
}

function addEvent(calendar: ICalCalendar, line: EventLine | SubscribedEvent): void {
  const { event, sequence, reports } = line;
  const entry = calendarEntryOf(event);
  if (entry === null) return;
  const isOut = 'fits' in line && !line.fits;
  addEntry(calendar, entry, {
    id: event.id,
    sequence,
    stamp:
      reports
        .map(({ added }) => added)
        .toSorted()
        .at(-1) ?? '',
    status: isOut ? ICalEventStatus.CANCELLED : STATUS[entry.status],
    note: isOut
      ? ' (not among what is asked for any more)'
      : entry.status === 'postponed'
        ? ' (postponed, no new date)'
        : '',
    description: [
      ...event.schedule.map(
        ({ when: date, status, by, span }) =>
          `${status}: ${whenWords(date)}${by === null ? '' : `, ${by.name}`}: “${span.text}”`,
      ),
      ...reports.map(({ outlet, headline }) => [outlet, headline].filter((part) => part !== null).join(': ')),
    ],
  });
}

function addGone(calendar: ICalCalendar, { id, sequence, at, entry, now }: GoneEvent): void {
  addEntry(calendar, entry, {
    id,
    sequence,
    stamp: at,
    status: ICalEventStatus.CANCELLED,
    note: now === null ? ' (withdrawn)' : ' (one with another entry)',
    description: [
      now === null
        ? 'No report announces it as an event of its own any more.'
        : `It is one with “${now.what}” (${uidOf(now.id)}).`,
    ],
  });
}

interface Told {
  readonly id: string;
  readonly sequence: number;
  readonly stamp: string;
  readonly status: ICalEventStatus;
  readonly note: string;
  readonly description: readonly string[];
}

const uidOf = (id: string) => `${id}@onrecord`;

function addEntry(
  calendar: ICalCalendar,
  { what, when, place }: CalendarEntry,
  { id, sequence, stamp, status, note, description }: Told,
): void {
  const value = parseWhen(when);
  const { first = null, last = null } = (value && daysOf(value)) ?? {};
  if (value === null || first === null || last === null) return;
  const open = grainOf(value) === 'day' ? '' : ` (${whenWords(when)}, day not given)`;
  calendar.createEvent({
    id: uidOf(id),
    stamp: new Date(stamp === '' ? 0 : stamp),
    start: dateOf(first),
    end: new Date(dateOf(last).getTime() + MILLISECONDS),
    allDay: true,
    summary: `${what}${open}${note}`,
    sequence,
    status,
    location: place,
    description: description.join('\n'),
  });
}
