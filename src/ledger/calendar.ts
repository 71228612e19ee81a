import type { CalendarEntry, Event, LinkedEvent } from '../record/index.ts';
import type { EventLine } from './event-line.ts';
import type { PagePart } from './links.ts';
import type { Period } from './searching.ts';

/** What of the calendar is asked for; words are those of names, case and accents aside. */
export interface CalendarFilter {
  readonly kind?: LinkedEvent['kind'] | undefined;
  readonly status?: LinkedEvent['status'] | undefined;
  /** Words of the names of one who takes part or gave a date. */
  readonly who?: string | undefined;
  /** Words of where it is, as it stands. */
  readonly place?: string | undefined;
  /** Words of all that reports call it. */
  readonly words?: string | undefined;
}

export interface CalendarPart {
  /** How many there are, as far as they were counted. */
  readonly total: number;
  readonly isMore: boolean;
  readonly events: readonly EventLine[];
}

/** An event as a subscriber is told of it: one that was among what is asked for, and is no more, does not fit. */
export interface SubscribedEvent extends EventLine {
  readonly fits: boolean;
}

/** What subscribers of the calendar were told of, and is no event of its own any more. */
export interface GoneEvent {
  readonly id: string;
  readonly sequence: number;
  /** When the report was added that left it none. */
  readonly at: string;
  /** As it was told last. */
  readonly entry: CalendarEntry;
  /** The event that it is one with now, if any. */
  readonly now: { readonly id: string; readonly what: string } | null;
}

/** What lies ahead and what was, by day. */
export interface Calendar {
  /** Events over all reports with a schedule that touches a period, by the day that stands, the earliest first. */
  calendar(asked: Period & CalendarFilter & PagePart): Promise<CalendarPart>;
  /** The same for subscribers, with what fitted by a place, a status or a kind that it had before. */
  subscribed(asked: Period & CalendarFilter & PagePart): Promise<readonly SubscribedEvent[]>;
  /** What subscribers were told of and is no event of its own any more, where the last day it had is in a period. */
  goneEvents(asked: Period & CalendarFilter & PagePart): Promise<readonly GoneEvent[]>;
  /** An event over all reports, by its id or one that it had. */
  eventLine(id: string): Promise<EventLine | null>;
  /** The events of single reports by their ids, in the order of these. */
  eventsTold(ids: readonly string[]): Promise<readonly Event[]>;
  /** The texts of reports, by their ids. */
  textsOf(reports: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** From the first to the last day in the calendar, null where it is empty. */
  calendarSpan(): Promise<Period | null>;
}
