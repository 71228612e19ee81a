import { announcersOf, calledOf, type Event, type LinkedEvent, whenWords } from '../../record/index.ts';
import { paint, type Terminal, widthOf } from '../terminal.ts';
import { columns } from './columns.ts';
import { printable } from './printable.ts';

const STATUS = 12;

/** What is printed of an event. */
interface Told {
  readonly name: string;
  readonly now: string | null;
  readonly status: Event['status'];
  readonly place: string | null;
  /** Every date that it had, to the one that it has. */
  readonly dates: readonly (string | null)[];
  readonly by: readonly string[];
}

/** An event of one report, in lines; `names` has the names of its actors. */
export function eventLines(
  terminal: Terminal,
  { event, names }: { event: Event; names: ReadonlyMap<string, string> },
): string {
  return toldLines(terminal, {
    name: event.what,
    now: event.when,
    status: event.status,
    place: event.place?.name ?? null,
    dates: event.schedule.map(({ when }) => when),
    by: announcersOf(event, (by) => names.get(by)),
  });
}

/** An event over all reports, in lines. */
export function linkedEventLines(terminal: Terminal, event: LinkedEvent): string {
  const { when, status, place, schedule } = event;
  const by = [...new Set(schedule.flatMap((step) => step.by?.name ?? []))];
  return toldLines(terminal, {
    name: calledOf(event),
    now: when,
    status,
    place,
    dates: schedule.map((step) => step.when),
    by,
  });
}

/** Three columns: its date, how it stands, what it is with the dates it had before and whose word that is. */
function toldLines({ out }: Terminal, { name, now, status, place, dates, by }: Told): string {
  const when = Math.floor(widthOf(out) * 0.28);
  // What is told again with another status is the date that it was.
  const before = dates
    .slice(0, -1)
    .filter((date, at) => date !== dates[at + 1])
    .map(whenWords);
  const what = [
    name,
    before.length === 0 ? null : `before: ${before.join(', then ')}`,
    place === null ? null : `in ${place}`,
    by.length === 0 ? null : `on the word of ${by.join(', ')}`,
  ];
  return columns(
    [
      now === null ? '—' : whenWords(now),
      status,
      what.flatMap((part) => (part === null ? [] : [printable(part)])).join(' · '),
    ],
    [
      { width: when, style: (text) => paint(out, 'magenta', text) },
      { width: STATUS, style: (text) => paint(out, 'cyan', text) },
      { width: widthOf(out) - when - STATUS - 6 },
    ],
  );
}
