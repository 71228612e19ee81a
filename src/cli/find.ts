import { Command, Option } from 'commander';
import type { FoundStatement, Period } from '../ledger/index.ts';
import { asksForSomething } from '../pipeline/index.ts';
import { csvLine, permalinkOf, STATEMENT_COLUMNS } from '../record/index.ts';
import { addFilters, type Filters } from './filters.ts';
import { withExistingLedger } from './ledger.ts';
import { json, ledgerFile, wholeNumber } from './options.ts';
import { period } from './period.ts';
import { decidedLines } from './print/decided.ts';
import { speakerLine } from './print/speaker.ts';
import { count, cutShort, reportLine, statementLines } from './print/statement.ts';
import { type Terminal, write } from './terminal.ts';

const ORDERS = ['best', 'newest', 'oldest'] as const;

interface Options extends Filters {
  readonly ledger: string;
  readonly root?: string;
  readonly json?: true;
  readonly csv?: true;
  readonly held?: true;
  readonly when?: Period;
  readonly since?: Period;
  readonly until?: Period;
  readonly order: (typeof ORDERS)[number];
  readonly limit: number;
}

const EXAMPLES = `
Examples:
  onrecord find bridge                       every statement with the word, also “bridges”
  onrecord find '"river treaty" monitors'    a phrase as it is written, and a word in any form
  onrecord find harbour --by Holt --csv > holt.csv
  onrecord find negotiat*                    words that begin so
  onrecord find tolls --when 2031-05         said in May 2031; undated, published then
  onrecord find --root "Lorn Wire"            all that renders words which the Lorn Wire had first
  onrecord find --for Maravel --act promise --since 2031-03
                                             what anybody promised for Maravel since March
`;

/** `onrecord find`: statements with all the words in any of their forms, best first. */
export function findCommand(terminal: Terminal): Command {
  const command = new Command('find')
    .summary('find statements in the ledger')
    .description(
      'Finds statements with all the words in their content, source or speaker’s name, and says how each speaker is known. A word finds all its forms: “strike” finds “strikes” and “striking”. Quotation marks hold a phrase together, which is found as it is written. Without words, all that the options ask for.',
    )
    .argument('[query...]', 'words and "phrases"');
  return addFilters(command)
    .option('--root <name>', 'only what renders words that this one published first, or said to several')
    .option('--held', 'also what is held: beliefs, wishes, plans')
    .addOption(period('only what was said within this day, month, year or FROM/TO'))
    .addOption(period('only what was said from then on', '--since').conflicts('when'))
    .addOption(period('only what was said up to then', '--until').conflicts('when'))
    .addOption(
      new Option('--order <order>', 'which first; what is not dated comes last')
        .choices(ORDERS)
        .default('best'),
    )
    .addOption(new Option('--limit <number>', 'how many to print').argParser(wholeNumber).default(20))
    .addOption(json('one JSON object a statement, with its report'))
    .addOption(new Option('--csv', 'a CSV table, as docs/format/csv.md says').conflicts('json'))
    .addOption(ledgerFile(terminal))
    .addHelpText('after', EXAMPLES)
    .action(async (query: string[], options: Options, command: Command) => {
      const search = { ...options, words: query.join(' '), when: whenOf(options) };
      if (!asksForSomething(search))
        command.error('error: expected words to look for, found none', { exitCode: 2 });
      await withExistingLedger(options.ledger, async (ledger) => {
        const found = await ledger.find(search);
        if (options.csv) await write(terminal.out, csvLine(STATEMENT_COLUMNS.map(({ name }) => name)));
        for (const entry of found.statements) await write(terminal.out, lineOf(terminal, entry, options));
        const more = cutShort(found.statements.length, found.total);
        await write(
          terminal.err,
          `${found.isMore ? 'more than ' : ''}${count(found.total, 'statement')} found${more}\n`,
        );
      });
    });
}

/** The days between which something was said; `--since` and `--until` leave the other side open. */
function whenOf({ when, since, until }: Options): Period | undefined {
  if (since === undefined && until === undefined) return when;
  return { first: since?.first ?? '0001-01-01', last: until?.last ?? '9999-12-31' };
}

function lineOf(
  terminal: Terminal,
  { statement, decided, report }: FoundStatement,
  options: Options,
): string {
  if (options.csv) return csvLine(STATEMENT_COLUMNS.map((column) => column.cell(statement, report)));
  const [place] = [...statement.content, ...statement.cue];
  const permalink = place === undefined ? report.id : permalinkOf(report.id, place);
  if (options.json) {
    const { text: _, blocks: __, ...about } = report;
    return `${JSON.stringify({ statement, decided, permalink, report: about })}\n`;
  }
  return [
    statementLines(terminal, statement),
    `  ${speakerLine(terminal, statement)}`,
    ...decidedLines(terminal, decided).map((line) => `  ${line}`),
    `  ${reportLine(terminal, { ...report, path: null }, permalink)}`,
    '\n',
  ].join('\n');
}
