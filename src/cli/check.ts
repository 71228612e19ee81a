import { Command, InvalidArgumentError, Option } from 'commander';
import { type Finding, findingsIn, RULES, type Rule } from '../check/index.ts';
import { ingest, listInputs, type Sources } from '../ingest/index.ts';
import { oneLane } from '../lanes/index.ts';
import type { Ledger } from '../ledger/index.ts';
import { checkRecord, type Reading, readPages } from '../pipeline/index.ts';
import { brokenBy, type FailedInput, Fault } from '../record/index.ts';
import { tellFailure } from './fail.ts';
import { kitFor } from './lanes.ts';
import { withExistingLedger } from './ledger.ts';
import { actorsFile, type GivenOptions, givenBy, givenOptions, ledgerFile } from './options.ts';
import { FINDING_FORMATS } from './print/finding-formats.ts';
import { withSources } from './sources.ts';
import { type Terminal, write } from './terminal.ts';

interface Options extends GivenOptions {
  readonly json?: true;
  readonly debug?: true;
  readonly format: keyof typeof FINDING_FORMATS;
  readonly failOn: readonly Rule[];
  readonly againstRecord?: true;
  readonly actors?: string;
  readonly ledger: string;
}

const EXAMPLES = `
Examples:
  onrecord check draft.md                        a line for each flag: path:line:column rule message
  onrecord check --format github drafts/         annotations for a pull request
  onrecord check --fail-on unbalanced-quotation-mark,weekday-does-not-fit draft.md

  onrecord check --against-record draft.md       and every quotation in it against the ledger

A comment in the draft silences a rule for the next line: <!-- onrecord-ignore RULE -->

Exit status: 0 nothing flagged, 1 an unreadable draft or wrong usage, 2 flagged.
`;

const failOn = () =>
  new Option('--fail-on <rules>', 'only these make the exit status 2, with commas between')
    .default(
      RULES.filter((rule) => rule !== 'quotation-not-on-record'),
      'all but quotation-not-on-record',
    )
    .argParser((text) =>
      text.split(',').map((name) => {
        const known = RULES.find((rule) => rule === name.trim());
        if (known === undefined) throw new InvalidArgumentError(`expected rules of: ${RULES.join(', ')}.`);
        return known;
      }),
    );

/** `onrecord check`: a linter for news copy. */
export function checkCommand(terminal: Terminal): Command {
  const command = new Command('check')
    .summary('look a draft over as an editor would')
    .description('Reads drafts and prints what an editor should look at, each with its place and its rule.')
    .argument('<draft...>', 'files, folders, or - for standard input')
    .option('--json', 'the same as --format json')
    .addOption(
      new Option('--format <name>', 'how findings are printed')
        .choices(Object.keys(FINDING_FORMATS))
        .default('text'),
    )
    .addOption(failOn())
    .option('--against-record', 'compare every quotation with the ledger too')
    .addOption(ledgerFile(terminal));
  for (const option of [...givenOptions(), actorsFile()]) command.addOption(option);
  return command
    .addHelpText('after', EXAMPLES)
    .action(async (sources: string[], options: Options, own: Command) => {
      const inputs = await listInputs(sources);
      const lanes = oneLane(await kitFor(terminal, options));
      const findings: Finding[] = [];
      const checkSources = async (ledger: Ledger | null, from: Sources) => {
        for await (const reading of readPages(ingest(inputs, givenBy(options), from), lanes)) {
          const found = reading.kind === 'read' ? await findingsOf(reading, ledger) : reading;
          if ('kind' in found) {
            own.setOptionValue('failed', true);
            // The findings are one document: what failed stands beside it.
            await tellFailure({ ...terminal, out: terminal.err }, found, options);
          } else findings.push(...found);
        }
      };
      const checkAll = (ledger: Ledger | null) =>
        withSources(terminal, {}, (from) => checkSources(ledger, from));
      if (options.againstRecord) await withExistingLedger(options.ledger, checkAll);
      else await checkAll(null);
      const format = FINDING_FORMATS[options.json ? 'json' : options.format];
      await write(terminal.out, format(findings));
      if (findings.some(({ rule }) => options.failOn.includes(rule))) own.setOptionValue('flagged', true);
    });
}

/** The findings in one draft; what breaks on it is its own failure, unless it is the ledger's. */
async function findingsOf(
  { record, page }: Reading,
  ledger: Ledger | null,
): Promise<Finding[] | FailedInput> {
  try {
    return findingsIn(record.report.text, await checkRecord(record, ledger), page.path);
  } catch (error) {
    if (error instanceof Fault) throw error;
    return { kind: 'failed', path: page.path, refusal: brokenBy(error) };
  }
}
