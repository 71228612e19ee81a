import { Command, Option } from 'commander';
import type { EventLine, Ledger } from '../ledger/index.ts';
import {
  calledOf,
  compareWhens,
  csvCell,
  csvLine,
  parseWhen,
  type Step,
  whenWords,
} from '../record/index.ts';
import { withExistingLedger } from './ledger.ts';
import { manifestOf, writeManifest } from './manifest.ts';
import { json, ledgerFile, wholeNumber } from './options.ts';
import { period } from './period.ts';
import { columns } from './print/columns.ts';
import { printable } from './print/printable.ts';
import { count } from './print/statement.ts';
import { paint, type Terminal, widthOf, write } from './terminal.ts';

interface Options {
  readonly ledger: string;
  readonly json?: true;
  readonly csv?: true;
  readonly when?: { first: string; last: string };
  readonly limit: number;
}

const EXAMPLES = `
Examples:
  onrecord timeline "Harbour Authority"      every date of what it takes part in or gave a date for
  onrecord timeline talks --when 2031-05     of all that is called talks, with the dates that were given up
  onrecord timeline what:9f2c… --csv > talks.csv
`;

/** `onrecord timeline`: the dates of an actor or an event, in their order. */
export function timelineCommand(terminal: Terminal): Command {
  return new Command('timeline')
    .summary('the dates of an actor or an event, in their order')
    .description(
      'Prints the dated entries of an event, or of all events in which an actor takes part or for which it gave a date, the earliest date first: each date that reports gave, how the event stood then, on whose word, and the words.',
    )
    .argument('<asked>', 'the id of an event, words that it is called, or words of the name of an actor')
    .addOption(period('only events that touch this day, month, year or FROM/TO'))
    .addOption(new Option('--limit <number>', 'of how many events').argParser(wholeNumber).default(100))
    .addOption(json('one JSON object: the manifest and the entries'))
    .addOption(new Option('--csv', 'a CSV table of the entries').conflicts('json'))
    .addOption(ledgerFile(terminal))
    .addHelpText('after', EXAMPLES)
    .action(async (asked: string, options: Options) => {
      await withExistingLedger(options.ledger, async (ledger) => {
        const events = await eventsOf(ledger, asked, options);
        const entries = events.flatMap(entriesOf).toSorted(byDate);
        const manifest = await manifestOf(ledger, terminal, {
          command: 'timeline',
          query: {
            asked,
            when: options.when === undefined ? null : `${options.when.first}/${options.when.last}`,
          },
          counts: { events: events.length, entries: entries.length },
        });
        if (options.json) return await write(terminal.out, `${JSON.stringify({ manifest, entries })}\n`);
        if (options.csv) {
          await write(terminal.out, [COLUMNS, ...entries.map(cells)].map(csvLine).join(''));
          return await writeManifest(terminal, manifest);
        }
        await write(terminal.out, entries.map((entry) => lineOf(terminal, entry)).join(''));
        await write(terminal.err, `${count(entries.length, 'date')} of ${count(events.length, 'event')}\n`);
      });
    });
}

/** One date that a report gave an event. */
interface Entry {
  readonly when: string;
  readonly status: Step['status'];
  readonly event: string;
  readonly title: string;
  readonly place: string | null;
  readonly by: string | null;
  readonly published: string | null;
  readonly outlet: string | null;
  readonly report: string;
  readonly words: string;
}

/** The event that an id names, else those that are called so, and those in which an actor of that name has a part. */
async function eventsOf(
  ledger: Ledger,
  asked: string,
  { when = { first: '', last: '9999-12-31' }, limit }: Options,
): Promise<readonly EventLine[]> {
  const one = ['what:', 'event:'].some((kind) => asked.startsWith(kind))
    ? await ledger.eventLine(asked)
    : null;
  if (one !== null) return [one];
  const part = { ...when, limit, offset: 0 };
  const called = await ledger.calendar({ ...part, words: asked });
  const having = await ledger.calendar({ ...part, who: asked });
  const all = [...called.events, ...having.events];
  return [...new Map(all.map((line) => [line.event.id, line])).values()].slice(0, limit);
}

const entriesOf = ({ event, reports }: EventLine): Entry[] =>
  event.schedule.flatMap(({ when, status, place, by, published, report, span }) =>
    when === null
      ? []
      : [
          {
            when,
            status,
            event: event.id,
            title: calledOf(event),
            place,
            by: by?.name ?? null,
            published,
            outlet: reports.find(({ id }) => id === report)?.outlet ?? null,
            report,
            words: span.text,
          },
        ],
  );

function byDate(a: Entry, b: Entry): number {
  const [one, other] = [parseWhen(a.when), parseWhen(b.when)];
  const order =
    one === null || other === null ? Number(one === null) - Number(other === null) : compareWhens(one, other);
  return order || (a.published ?? '').localeCompare(b.published ?? '') || a.event.localeCompare(b.event);
}

const COLUMNS = [
  'when',
  'status',
  'event',
  'title',
  'place',
  'by',
  'published',
  'outlet',
  'report',
  'words',
] as const;

const cells = (entry: Entry): string[] => COLUMNS.map((column) => csvCell(entry[column]));

const STATUS = 12;

function lineOf({ out }: Terminal, { when, status, title, by, published, outlet, words }: Entry): string {
  const date = Math.floor(widthOf(out) * 0.28);
  const from = [by, outlet, published?.slice(0, 10)].filter((part) => part != null).join(', ');
  const told = `${title} · “${words}”${from === '' ? '' : ` · ${from}`}`;
  return `${columns(
    [whenWords(when), status, printable(told)],
    [
      { width: date, style: (text) => paint(out, 'magenta', text) },
      { width: STATUS, style: (text) => paint(out, 'cyan', text) },
      { width: widthOf(out) - date - STATUS - 6 },
    ],
  )}\n`;
}
