import { Command } from 'commander';
import { ingest, listInputs, NOTHING_GIVEN } from '../ingest/index.ts';
import { oneLane } from '../lanes/index.ts';
import { loadLikeness } from '../load/link.ts';
import { type OnRecordOf, onRecordOf, proveLedger, readPages, verifyInRecords } from '../pipeline/index.ts';
import type { ReportRecord } from '../record/index.ts';
import { refuseQuotation, type Verdict } from '../verify/index.ts';
import { tellFailure } from './fail.ts';
import { kitFor } from './lanes.ts';
import { withExistingLedger } from './ledger.ts';
import { json, ledgerFile } from './options.ts';
import { likelyJson, likelyLines } from './print/likely.ts';
import { progress } from './print/progress.ts';
import { count } from './print/statement.ts';
import { verdictJson, verdictLines } from './print/verdict.ts';
import { type WebOptions, webOptions, withSources } from './sources.ts';
import { paint, type Terminal, write } from './terminal.ts';

interface Options extends WebOptions {
  readonly ledger: string;
  readonly all?: true;
  readonly by?: string;
  readonly json?: true;
  readonly debug?: true;
}

const EXAMPLES = `
Examples:
  onrecord verify "We will not pay for the bridge" --by Holt
  onrecord verify "We will not … pay" report.txt other/    over files instead of the ledger
  onrecord verify --all                                     prove all that is kept, and the chains of hashes

Printed are the record's whole sentences; in them [=words=] are those asked for. In a difference [-words-] are asked
for and not there, and {+words+} are there and not asked for. Who speaks is stated by the text or inferred by a rule,
which is named; an inferred speaker contradicts no --by.

What is not on record may be so in other words: then the likeliest passages of the ledger follow, which may say
something else.

Where several reports render what was said, the last line counts them and names the root source.

Exit status: 0 exact or near, 3 altered, 4 only indirect, 5 not on record, 1 an input failed, 2 wrong usage. With --all:
0 everything holds, 1 something does not.
`;

/** The exit status that says what the record has; 1 and 2 are an input that failed and wrong usage, as elsewhere. */
const STATUSES: Record<Verdict['verdict'], number> = {
  exact: 0,
  near: 0,
  altered: 3,
  indirect: 4,
  absent: 5,
};

/** `onrecord verify`: is this what was said? And with --all: does everything that is kept still hold? */
export function verifyCommand(terminal: Terminal): Command {
  const command: Command = new Command('verify')
    .summary('compare a quotation with the record, or prove the whole ledger')
    .description(
      'Says whether a quotation is on record: exact; near (exact but for case, punctuation, an ellipsis or an editor’s bracket); altered, with the difference; only indirect; or absent. Always with the place, how the speaker is known, and the earliest report.',
    )
    .argument('[quotation]', 'the words, with or without quotation marks')
    .argument('[source...]', 'addresses, files or folders to look in, instead of the ledger')
    .option('--by <name>', 'who is supposed to have said it')
    .option('--all', 'prove all that the ledger keeps, from the bytes of its reports to its end')
    .addOption(json('one JSON object'))
    .addOption(ledgerFile(terminal))
    .addHelpText('after', EXAMPLES)
    .action(async (quotation: string | undefined, sources: string[], options: Options) => {
      if (options.all && quotation !== undefined)
        command.error('error: expected a quotation or --all, found both', { exitCode: 2 });
      if (options.all) return await proveAll(terminal, options, command);
      if (quotation === undefined)
        return command.error('error: expected a quotation or --all, found neither', { exitCode: 2 });
      const refused = refuseQuotation(quotation);
      if (refused !== null) command.error(`error: ${refused}`, { exitCode: 2 });
      const answer = await answerTo(terminal, { quotation, sources, options, command });
      if (answer === null) return;
      const { verdict, utterance, likely } = answer;
      command.setOptionValue('status', STATUSES[verdict.verdict]);
      await write(
        terminal.out,
        options.json
          ? verdictJson(verdict, { utterance, likely: likelyJson(likely) })
          : verdictLines(terminal, verdict, utterance) + likelyLines(terminal, likely),
      );
    });
  for (const option of webOptions()) command.addOption(option);
  return command;
}

/** Null where none of the sources could be read: that a quotation is in none of them would say nothing. */
async function answerTo(
  terminal: Terminal,
  {
    quotation,
    sources,
    options,
    command,
  }: { quotation: string; sources: string[]; options: Options; command: Command },
): Promise<OnRecordOf | null> {
  const by = options.by ?? null;
  if (sources.length === 0)
    return await withExistingLedger(
      options.ledger,
      async (ledger) => await onRecordOf(quotation, by, { ledger, loadAlike: () => loadLikeness('en') }),
    );
  const inputs = await listInputs(sources);
  const kit = await kitFor(terminal);
  const records: ReportRecord[] = [];
  await withSources(terminal, options, async (from) => {
    for await (const reading of readPages(ingest(inputs, NOTHING_GIVEN, from), oneLane(kit))) {
      if (reading.kind === 'read') records.push(reading.record);
      else {
        command.setOptionValue('failed', true);
        await tellFailure(terminal, reading, options.debug ? { debug: true } : {});
      }
    }
  });
  return records.length === 0
    ? null
    : { verdict: verifyInRecords(quotation, by, records), utterance: null, likely: [] };
}

async function proveAll(terminal: Terminal, options: Options, command: Command): Promise<void> {
  await withExistingLedger(options.ledger, async (ledger) => {
    // How many there are is part of what is to be proved.
    const shown = progress(terminal, 'proved', null);
    const proof = await proveLedger(ledger, () => shown.tick());
    shown.clear();
    if (proof.broken.length > 0) command.setOptionValue('failed', true);
    if (options.json) return await write(terminal.out, `${JSON.stringify(proof)}\n`);
    for (const { what, why } of proof.broken)
      await write(terminal.out, `${paint(terminal.out, 'red', 'broken')}  ${what}: ${why}\n`);
    for (const { what, why } of proof.unproved)
      await write(terminal.out, `${paint(terminal.out, 'yellow', 'not proved')}  ${what}: ${why}\n`);
    const verdict =
      proof.broken.length === 0
        ? paint(terminal.out, 'green', 'everything holds')
        : `${count(proof.broken.length, 'thing')} broken`;
    await write(
      terminal.out,
      `${verdict}: ${count(proof.reports, 'report')} read again from their bytes, ${count(proof.spans, 'span')} of ${count(proof.statements, 'statement')} compared, ${count(proof.log, 'log row')}, ${count(proof.visits, 'visit')} and ${count(proof.decisions, 'decision')} chained\nhead ${proof.head}\n`,
    );
  });
}
