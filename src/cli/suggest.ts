import { Command, Option } from 'commander';
import type { Ledger, Period } from '../ledger/index.ts';
import { linkerBeside } from '../load/linker.ts';
import { issuesSuggested, type Suggested } from '../pipeline/index.ts';
import { type Statement, speakerName } from '../record/index.ts';
import { withExistingLedger } from './ledger.ts';
import { json, ledgerFile, wholeNumber } from './options.ts';
import { period } from './period.ts';
import { printable } from './print/printable.ts';
import { count, cutShort } from './print/statement.ts';
import { paint, type Terminal, write } from './terminal.ts';

interface Options {
  readonly ledger: string;
  readonly json?: true;
  readonly words?: string;
  readonly since?: Period;
  readonly until?: Period;
  readonly limit: number;
}

const LIMIT = 10;
/** So many statements of a suggestion are printed; `--json` has the ids of all. */
const EXAMPLES_OF_ONE = 3;

/** `onrecord issue suggest`: questions that nobody defined yet. It keeps nothing. */
export function suggestCommand(terminal: Terminal): Command {
  return new Command('suggest')
    .summary('issues that the record suggests, none of them kept')
    .description(
      'Looks for questions of what should be done on which several take a side, or one at several times, and suggests each as an issue, worded after one statement. An issue that stands is not suggested again. Nothing is kept until somebody accepts a suggestion with the line that it prints.',
    )
    .option('--words <words>', 'only from statements with all these words')
    .addOption(period('only from what was said from then on', '--since'))
    .addOption(period('only from what was said up to then', '--until'))
    .addOption(new Option('--limit <number>', 'how many to print').argParser(wholeNumber).default(LIMIT))
    .addOption(json('one JSON object a suggestion'))
    .addOption(ledgerFile(terminal))
    .action(async (options: Options) => {
      await withExistingLedger(options.ledger, async (ledger) => {
        const [linker = ''] = await ledger.linkers();
        const kit = await linkerBeside(linker.includes('vectors') ? 'encoder' : 'linear').load();
        const { words = '', limit } = options;
        const when = whenOf(options);
        const { total, suggestions } = await issuesSuggested(ledger, { words, when, limit }, kit);
        for (const one of suggestions)
          await write(
            terminal.out,
            options.json
              ? `${JSON.stringify({ ...one, accept: acceptLine(one) })}\n`
              : await suggestionLines(terminal, one, ledger),
          );
        await write(
          terminal.err,
          `${count(total, 'issue')} suggested${cutShort(suggestions.length, total)}; nothing is kept\n`,
        );
      });
    });
}

/** The days between which something was said; one that is not given leaves its side open. */
function whenOf({ since, until }: Options): Period | undefined {
  if (since === undefined && until === undefined) return undefined;
  return { first: since?.first ?? '0001-01-01', last: until?.last ?? '9999-12-31' };
}

async function suggestionLines(
  { out }: Terminal,
  suggestion: Suggested,
  ledger: Pick<Ledger, 'statement'>,
): Promise<string> {
  const { proposition, terms, from, statements, reports, speakers, first, last, stances } = suggestion;
  const days = first === null ? 'not dated' : first === last ? first : `${first} to ${last}`;
  const sides = Object.entries(stances).flatMap(([stance, own]) => (own === 0 ? [] : `${own} ${stance}`));
  const facts = [
    count(statements.length, 'statement'),
    count(reports, 'report'),
    days,
    `read as ${sides.join(', ') || 'no position'}`,
  ];
  const others = statements.filter((id) => id !== from).slice(0, EXAMPLES_OF_ONE - 1);
  const lines = [
    `${paint(out, 'bold', printable(proposition))} ${paint(out, 'dim', '· suggested')}`,
    `  terms: ${printable(terms.join(', '))}`,
    `  ${facts.join(' · ')}`,
    `  speakers: ${printable(speakers.join(', '))}`,
    await exampleLine('worded after', from, ledger),
  ];
  for (const id of others) lines.push(await exampleLine('also', id, ledger));
  return `${lines.join('\n')}\n  ${paint(out, 'cyan', printable(acceptLine(suggestion)))}\n\n`;
}

async function exampleLine(
  what: string,
  id: Statement['id'],
  ledger: Pick<Ledger, 'statement'>,
): Promise<string> {
  const found = await ledger.statement(id);
  if (found === null) return `  ${what}: ${id}`;
  const said = found.statement.content.map(({ text }) => text).join(' … ');
  return `  ${what}: ${printable(`${speakerName(found.statement) ?? 'not known'}: ${said}`)} · ${id}`;
}

/** What accepts a suggestion, as a shell takes it. */
function acceptLine({ proposition, terms }: Pick<Suggested, 'proposition' | 'terms'>): string {
  const named = terms.length === 0 ? '' : ` --terms ${quoted(terms.join(', '))}`;
  return `onrecord issue add ${quoted(proposition)}${named}`;
}

/** A word of a shell: between double marks nothing of it is a command where none of these stands in it. */
const quoted = (text: string) =>
  /["$`\\!]/u.test(text) ? `'${text.replaceAll("'", "'\\''")}'` : `"${text}"`;
