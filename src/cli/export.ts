import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import {
  EXPORT_FORMATS,
  type FileOnItsWay,
  fileAs,
  needsRecord,
  type Piece,
  type RecordTold,
} from '../export/index.ts';
import type { Ledger, Search } from '../ledger/index.ts';
import { asksForSomething } from '../ledger/search/asks.ts';
import { CALENDAR_FILTERS, exportCalendar } from './exported-calendar.ts';
import { FEEDS, feedFile } from './exported-feed.ts';
import { addSearchFilters, type SearchFilters, searchOf } from './filters.ts';
import { withExistingLedger } from './ledger.ts';
import { manifestOf } from './manifest.ts';
import { fileName, ledgerFile } from './options.ts';
import { count } from './print/statement.ts';
import { reportsToldIn } from './reports-told.ts';
import { isClosed, type Terminal, write } from './terminal.ts';
import { refuseTaken, writeNewFile } from './written-file.ts';

interface Options extends SearchFilters {
  readonly ledger: string;
  readonly out?: string;
  readonly site: string;
}

const FORMS = [...EXPORT_FORMATS, ...FEEDS, 'ics'] as const;
type Form = (typeof FORMS)[number];

const EXAMPLES = `
Formats (who reads them: docs/guide/exports.md):
  jsonl        one JSON object a statement, as of find --json
  csv          one row a statement, as docs/format/csv.md says
  annotations  one Web Annotation (W3C) a line, each with its places in code points of the report's text
  csl          CSL-JSON, one item a report, for programs that keep references
  bibtex       BibTeX, one entry a report
  schema-org   JSON-LD: one NewsArticle a report with its direct quotations; indirect speech is left out
  parquet      Parquet, one row a statement with typed columns, for pandas, DuckDB, R
  tei          TEI P5: a corpus of reports, their statements in the text and beside it
  ftm          entities of FollowTheMoney, one a line: articles, who speaks in them, and what they say
  plover       events coded with PLOVER, one a line, of the reports in which something is found
  atom         Atom, an entry a statement
  json-feed    the same as JSON Feed
  ics          iCalendar: events with a date, by words that name them, by who takes part (--by) and by dates

Examples:
  onrecord export csv > all.csv                     everything that was said or shown
  onrecord export bibtex harbour --by Holt          the reports in which Holt speaks of the harbour
  onrecord export parquet --out all.parquet         and all.parquet.manifest.json, which says what it holds
  onrecord export jsonl --since 2031-03 --out spring.jsonl
                                             and spring.jsonl.manifest.json, which says what it holds and of what
`;

function siteOf(text: string): string {
  const url = URL.parse(text);
  if (url !== null && /^https?:$/.test(url.protocol)) return url.href.replace(/\/+$/, '');
  throw new InvalidArgumentError('expected an address such as https://record.example.');
}

/** `onrecord export`: what is found, all of it, as a file for other programs. */
export function exportCommand(terminal: Terminal): Command {
  const command = new Command('export')
    .summary('write what is found as a file for other programs')
    .description(
      'Writes every statement that the words and options ask for, or all on record where they ask for nothing, in the order of their coming. Words find what they find in find.',
    )
    .addArgument(new Argument('<format>', 'the form of the file').choices(FORMS))
    .argument('[query...]', 'words and "phrases"');
  return addSearchFilters(command)
    .addOption(
      new Option(
        '--out <file>',
        'write to this file, never over another, and beside it FILE.manifest.json: what was asked, how much was found, and the SHA-256 of the file',
      ).argParser(fileName),
    )
    .addOption(
      new Option('--site <url>', 'where the pages are, for the addresses in feeds')
        .argParser(siteOf)
        .default('http://127.0.0.1:4600'),
    )
    .addOption(ledgerFile(terminal))
    .addHelpText('after', EXAMPLES)
    .action(async (format: Form, query: string[], options: Options, own: Command) => {
      const search = searchOf(query, options);
      const isAnyAsked = Object.values(search).some((one) => one !== undefined && one !== '' && one !== true);
      if (isAnyAsked && !asksForSomething(search))
        own.error('error: expected words to look for, found none', { exitCode: 2 });
      if (format === 'parquet' && options.out === undefined && terminal.out.isTTY)
        own.error('error: parquet is nothing for a terminal: expected --out FILE, or a pipe', {
          exitCode: 2,
        });
      const unknown = format === 'ics' ? unknownToCalendar(search) : [];
      if (unknown.length > 0)
        own.error(`error: ics takes words, --by and dates, found ${unknown.join(', ')}`, { exitCode: 2 });
      await withExistingLedger(options.ledger, async (ledger) => {
        const asked = { ledger, search, format, site: options.site };
        const told =
          options.out === undefined
            ? await exportTo(
                (piece) => write(terminal.out, piece),
                asked,
                () => isClosed(terminal.out),
              )
            : await exportToFile(terminal, options.out, asked);
        const where = options.out === undefined ? '' : ` in ${options.out}`;
        await write(terminal.err, `${countWords(told)}${where}\n`);
      });
    });
}

interface Asked {
  readonly ledger: Ledger;
  readonly search: Search;
  readonly format: Form;
  readonly site: string;
}

/** How much was found, and how many entries were made of it. */
type Counts = Readonly<Record<string, number>>;
type Put = (piece: Piece) => Promise<void>;

async function exportTo(put: Put, asked: Asked, isOver: () => boolean): Promise<Counts> {
  const { format } = asked;
  if (format === 'ics') return { events: await exportCalendar(put, asked, isOver) };
  const file = await (format === 'atom' || format === 'json-feed' ? feedFile(format, asked) : fileAs(format));
  return await exportStatements(put, { ...asked, file }, isOver);
}

/** Writes report by report, so that no more than one page of statements is held. */
async function exportStatements(
  put: Put,
  { ledger, search, format, file }: Asked & { readonly file: FileOnItsWay<RecordTold> },
  isOver: () => boolean,
): Promise<Counts> {
  const counts = { statements: 0, reports: 0, entries: 0 };
  await put(file.start());
  for await (const told of reportsToldIn(ledger, search)) {
    if (isOver()) break;
    const { actors, events } = (needsRecord(format) ? await ledger.report(told.report.id) : null) ?? NOTHING;
    const { piece, entries } = file.add({ ...told, actors, events });
    if (piece.length > 0) await put(piece);
    counts.statements += told.statements.length;
    counts.reports += 1;
    counts.entries += entries;
  }
  await put(file.end());
  return counts;
}

const NOTHING = { actors: [], events: [] };

/** What was written, in words. */
function countWords({ statements = 0, reports = 0, entries = 0, events }: Counts): string {
  if (events !== undefined) return count(events, 'event');
  return `${count(statements, 'statement')} of ${count(reports, 'report')}, ${entries} ${entries === 1 ? 'entry' : 'entries'}`;
}

async function exportToFile(terminal: Terminal, path: string, asked: Asked): Promise<Counts> {
  const beside = `${path}.manifest.json`;
  refuseTaken(beside);
  const { analysers } = await asked.ledger.coverage();
  const { written, ...file } = await writeNewFile(path, (put) => exportTo(put, asked, () => false));
  const { search, format } = asked;
  const manifest = await manifestOf(asked.ledger, terminal, {
    command: `export ${format}`,
    query: queryOf(search),
    counts: written,
  });
  const whole = { ...manifest, analysers, file };
  await writeNewFile(beside, (put) => put(`${JSON.stringify(whole, null, 2)}\n`));
  return written;
}

const unknownToCalendar = (search: Search): string[] =>
  Object.entries(search).flatMap(([name, value]) =>
    value === undefined || CALENDAR_FILTERS.some((known) => known === name) ? [] : [`--${name}`],
  );

const queryOf = (search: Search): Readonly<Record<string, string | null>> =>
  Object.fromEntries(
    Object.entries({ ...search, when: search.when && `${search.when.first}/${search.when.last}` }).map(
      ([name, value]) => [name, value === undefined ? null : String(value)],
    ),
  );
