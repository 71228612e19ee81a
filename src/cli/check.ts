import { Command, InvalidArgumentError, Option } from 'commander';
import { ingest, listInputs } from '../ingest/index.ts';
import { oneLane } from '../lanes/index.ts';
import { loadKit } from '../load/index.ts';
import { readPages } from '../pipeline.ts';
import { FLAG_KINDS, type Flag } from '../record/index.ts';
import { failureJson, failureLine } from './fail.ts';
import { type GivenOptions, givenBy, givenOptions } from './options.ts';
import { FINDING_FORMATS, type Finding, findingsIn } from './print/findings.ts';
import { type Terminal, write } from './terminal.ts';

interface Options extends GivenOptions {
  readonly json?: true;
  readonly format: keyof typeof FINDING_FORMATS;
  readonly failOn: readonly Flag['kind'][];
}

const EXAMPLES = `
Examples:
  onrecord check draft.md                        a line for each flag: path:line:column rule message
  onrecord check --format github drafts/         annotations for a pull request
  onrecord check --fail-on unbalanced-quotation-mark,weekday-does-not-fit draft.md

A comment in the draft silences a rule for the next line: <!-- onrecord-ignore RULE -->

Exit status: 0 nothing flagged, 1 an unreadable draft or wrong usage, 2 flagged.
`;

const failOn = () =>
  new Option('--fail-on <rules>', 'only these make the exit status 2, with commas between')
    .default(FLAG_KINDS, 'all')
    .argParser((text) =>
      text.split(',').map((name) => {
        const known = FLAG_KINDS.find((kind) => kind === name.trim());
        if (known === undefined)
          throw new InvalidArgumentError(`expected rules of: ${FLAG_KINDS.join(', ')}.`);
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
    .addOption(failOn());
  for (const option of givenOptions()) command.addOption(option);
  return command
    .addHelpText('after', EXAMPLES)
    .action(async (sources: string[], options: Options, own: Command) => {
      const inputs = await listInputs(sources);
      const lanes = oneLane(await loadKit());
      const findings: Finding[] = [];
      for await (const reading of readPages(ingest(inputs, givenBy(options), terminal.stdin), lanes)) {
        if (reading.kind === 'read') findings.push(...findingsIn(reading.record, reading.page.path));
        else {
          own.setOptionValue('failed', true);
          await write(terminal.err, options.json ? failureJson(reading) : failureLine(terminal, reading));
        }
      }
      const format = FINDING_FORMATS[options.json ? 'json' : options.format];
      await write(terminal.out, format(findings));
      if (findings.some(({ rule }) => options.failOn.includes(rule))) own.setOptionValue('flagged', true);
    });
}
