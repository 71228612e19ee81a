import type { Ledger, Search } from '../ledger/index.ts';

/** So many events are asked for at once. */
const PAGE = 100;
const EVER = { first: '', last: '9999-12-31' };
const EVENT = 'BEGIN:VEVENT';
const END = 'END:VCALENDAR';

/** What of a search the calendar knows: words of what an event is called, who takes part or gave a date, and when it is. */
export const CALENDAR_FILTERS = ['words', 'by', 'when'] as const satisfies readonly (keyof Search)[];

/** Writes the events that a search finds as one iCalendar, a page of them after another; gives how many. */
export async function exportCalendar(
  put: (text: string) => Promise<void>,
  {
    ledger,
    search: { words, by, when },
  }: { ledger: Pick<Ledger, 'calendar' | 'goneEvents'>; search: Search },
  isOver: () => boolean,
): Promise<number> {
  // Loaded when it is needed: few commands write calendars.
  const { icsOf } = await import('../serve/calendar/ics.ts');
  const asked = { ...(when ?? EVER), words, who: by };
  const empty = icsOf([], []);
  await put(empty.slice(0, empty.indexOf(END)));
  let events = 0;
  for (let offset = 0; !isOver(); offset += PAGE) {
    const page = await ledger.calendar({ ...asked, limit: PAGE, offset });
    await put(entriesOf(icsOf(page.events, [])));
    events += page.events.length;
    if (page.events.length < PAGE) break;
  }
  for (let offset = 0; !isOver(); offset += PAGE) {
    const gone = await ledger.goneEvents({ ...asked, limit: PAGE, offset });
    await put(entriesOf(icsOf([], gone)));
    if (gone.length < PAGE) break;
  }
  await put(`${END}\r\n`);
  return events;
}

/** The entries of a calendar without what stands around them. */
function entriesOf(calendar: string): string {
  const first = calendar.indexOf(`\r\n${EVENT}`);
  return first === -1 ? '' : calendar.slice(first + 2, calendar.lastIndexOf(END));
}
