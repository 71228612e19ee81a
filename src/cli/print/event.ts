import { announcersOf, type Event, whenWords } from '../../record/index.ts';
import { paint, type Terminal, widthOf } from '../terminal.ts';
import { columns } from './columns.ts';
import { printable } from './printable.ts';

const STATUS = 12;

/** An event in three columns: its date, how it stands, what it is with the dates it had before and whose word that is. */
export function eventLines(
  { out }: Terminal,
  { event, names }: { event: Event; names: ReadonlyMap<string, string> },
): string {
  const when = Math.floor(widthOf(out) * 0.28);
  const before = event.schedule.slice(0, -1).map((revision) => whenWords(revision.when));
  const words = announcersOf(event, (by) => names.get(by));
  const what = [
    event.what,
    before.length === 0 ? null : `before: ${before.join(', then ')}`,
    event.place === null ? null : `in ${event.place.name}`,
    words.length === 0 ? null : `on the word of ${words.join(', ')}`,
  ];
  return columns(
    [
      event.when === null ? '—' : whenWords(event.when),
      event.status,
      what.flatMap((part) => (part === null ? [] : [printable(part)])).join(' · '),
    ],
    [
      { width: when, style: (text) => paint(out, 'magenta', text) },
      { width: STATUS, style: (text) => paint(out, 'cyan', text) },
      { width: widthOf(out) - when - STATUS - 6 },
    ],
  );
}
