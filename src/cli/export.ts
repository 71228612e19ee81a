import { Argument, Command, Option } from 'commander';
import { EXPORT_FORMATS, type ExportFormat, fileAs, type Piece } from '../export/index.ts';
import type { Ledger, Search } from '../ledger/index.ts';
import { asksForSomething } from '../ledger/search/asks.ts';
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
}

const EXAMPLES = `
Formats:
  jsonl        one JSON object a statement, as of find --json
  csv          one row a statement, as docs/format/csv.md says
  annotations  one Web Annotation (W3C) a line, each with its places in code points of the report's text
  csl          CSL-JSON, one item a report, for programs that keep references
  bibtex       BibTeX, one entry a report
  parquet      Parquet, one row a statement with typed columns, for pandas, DuckDB, R, Spark
  schema-org   JSON-LD: one NewsArticle a report with its direct quotations; indirect speech is left out

Examples:
  onrecord export csv > all.csv                     everything that was said or shown
  onrecord export bibtex harbour --by Holt          the reports in which Holt speaks of the harbour
  onrecord export jsonl --since 2031-03 --out spring.jsonl
                                             and spring.jsonl.manifest.json, which says what it holds and of what
`;

/** `onrecord export`: what is found, all of it, as a file for other programs. */
export function exportCommand(terminal: Terminal): Command {
  const command = new Command('export')
    .summary('write what is found as a file for other programs')
    .description(
      'Writes every statement that the words and options ask for, or all on record where they ask for nothing, in the order of their coming. Words find what they find in find.',
    )
    .addArgument(new Argument('<format>', 'the form of the file').choices(EXPORT_FORMATS))
    .argument('[query...]', 'words and "phrases"');
  return addSearchFilters(command)
    .addOption(
      new Option(
        '--out <file>',
        'write to this file, never over another, and beside it FILE.manifest.json: what was asked, how much was found, and the SHA-256 of the file',
      ).argParser(fileName),
    )
    .addOption(ledgerFile(terminal))
    .addHelpText('after', EXAMPLES)
    .action(async (format: ExportFormat, query: string[], options: Options, own: Command) => {
      const search = searchOf(query, options);
      const isAnyAsked = Object.values(search).some((one) => one !== undefined && one !== '' && one !== true);
      if (isAnyAsked && !asksForSomething(search))
        own.error('error: expected words to look for, found none', { exitCode: 2 });
      await withExistingLedger(options.ledger, async (ledger) => {
        const asked = { ledger, search, format };
        const told =
          options.out === undefined
            ? await exportTo(
                (piece) => write(terminal.out, piece),
                asked,
                () => isClosed(terminal.out),
              )
            : await exportToFile(terminal, options.out, asked);
        const where = options.out === undefined ? '' : ` in ${options.out}`;
        await write(
          terminal.err,
          `${count(told.statements, 'statement')} of ${count(told.reports, 'report')}, ${told.entries} ${told.entries === 1 ? 'entry' : 'entries'}${where}\n`,
        );
      });
    });
}

interface Asked {
  readonly ledger: Ledger;
  readonly search: Search;
  readonly format: ExportFormat;
}

/** How much was found, and how many entries were made of it. */
type Counts = Readonly<Record<'statements' | 'reports' | 'entries', number>>;

/** Writes report by report, so that no more than one page of statements is held. */
async function exportTo(
  put: (piece: Piece) => Promise<void>,
  { ledger, search, format }: Asked,
  isOver: () => boolean,
): Promise<Counts> {
  const file = await fileAs(format);
  const counts = { statements: 0, reports: 0, entries: 0 };
  await put(file.start());
  for await (const told of reportsToldIn(ledger, search)) {
    if (isOver()) break;
    const { piece, entries } = file.add(told);
    if (piece.length > 0) await put(piece);
    counts.statements += told.statements.length;
    counts.reports += 1;
    counts.entries += entries;
  }
  await put(file.end());
  return counts;
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

const queryOf = (search: Search): Readonly<Record<string, string | null>> =>
  Object.fromEntries(
    Object.entries({ ...search, when: search.when && `${search.when.first}/${search.when.last}` }).map(
      ([name, value]) => [name, value === undefined ? null : String(value)],
    ),
  );
