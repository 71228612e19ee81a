import { Command, Option } from 'commander';
import type { FoundStatement } from '../ledger/index.ts';
import { csvLine, permalinkOf, STATEMENT_COLUMNS } from '../record/index.ts';
import { withExistingLedger } from './ledger.ts';
import { json, ledgerFile, wholeNumber } from './options.ts';
import { period } from './period.ts';
import { speakerLine } from './print/speaker.ts';
import { count, cutShort, reportLine, statementLines } from './print/statement.ts';
import { type Terminal, write } from './terminal.ts';

interface Options {
  readonly ledger: string;
  readonly json?: true;
  readonly csv?: true;
  readonly by?: string;
  readonly outlet?: string;
  readonly held?: true;
  readonly when?: { first: string; last: string };
  readonly limit: number;
}

const EXAMPLES = `
Examples:
  onrecord find bridge                       every statement with the word
  onrecord find '"river treaty" monitors'    a phrase and a word
  onrecord find harbour --by Holt --csv > holt.csv
  onrecord find negotiat*                    words that begin so
  onrecord find tolls --when 2031-05         said in May 2031; undated, published then
`;

/** `onrecord find`: statements with all the words, best first. */
export function findCommand(terminal: Terminal): Command {
  return new Command('find')
    .summary('find statements in the ledger')
    .description(
      'Finds statements with all the words in their content, source or speaker’s name, and says how each speaker is known. Quotation marks hold a phrase together.',
    )
    .argument('<query...>', 'words and "phrases"')
    .option('--by <name>', 'only where the source, or the speaker found for it, has this name')
    .option('--outlet <name>', 'only in reports of this outlet')
    .option('--held', 'also what is held: beliefs, wishes, plans')
    .addOption(period('only what was said within this day, month, year or FROM/TO'))
    .addOption(new Option('--limit <number>', 'how many to print').argParser(wholeNumber).default(20))
    .addOption(json('one JSON object a statement, with its report'))
    .addOption(new Option('--csv', 'a CSV table, as docs/format/csv.md says').conflicts('json'))
    .addOption(ledgerFile(terminal))
    .addHelpText('after', EXAMPLES)
    .action(async (query: string[], options: Options, command: Command) => {
      if (!/[\p{L}\p{N}]/u.test([...query, options.by ?? ''].join(' ')))
        command.error('error: expected words to look for, found none', { exitCode: 2 });
      await withExistingLedger(options.ledger, async (ledger) => {
        const { by, outlet, held, when, limit } = options;
        const found = await ledger.find({ words: query.join(' '), by, outlet, held, when, limit });
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

function lineOf(terminal: Terminal, { statement, report }: FoundStatement, options: Options): string {
  if (options.csv) return csvLine(STATEMENT_COLUMNS.map((column) => column.cell(statement, report)));
  const [place] = [...statement.content, ...statement.cue];
  const permalink = place === undefined ? report.id : permalinkOf(report.id, place);
  if (options.json) {
    const { text: _, blocks: __, ...about } = report;
    return `${JSON.stringify({ statement, permalink, report: about })}\n`;
  }
  return [
    statementLines(terminal, statement),
    `  ${speakerLine(terminal, statement)}`,
    `  ${reportLine(terminal, { ...report, path: null }, permalink)}`,
    '\n',
  ].join('\n');
}
