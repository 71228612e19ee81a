import { Command } from 'commander';
import { countOf, listInputs, type Sources } from '../ingest/index.ts';
import type { Lanes } from '../lanes/index.ts';
import type { Ledger } from '../ledger/index.ts';
import { linkerBeside } from '../load/linker.ts';
import { type Adding, addInputs } from '../pipeline/index.ts';
import type { Unchanged } from '../record/index.ts';
import { tellFailure } from './fail.ts';
import { withLanes } from './lanes.ts';
import { withLedger } from './ledger.ts';
import { addReadingOptions, givenBy, json, ledgerFile, type ReadingOptions } from './options.ts';
import { changesWords, outcomeWord } from './print/changes.ts';
import { printable } from './print/printable.ts';
import { progress } from './print/progress.ts';
import { count } from './print/statement.ts';
import { withSources } from './sources.ts';
import { leftOf, untilSignal } from './stopping.ts';
import { type Terminal, write } from './terminal.ts';

interface Options extends ReadingOptions {
  readonly json?: true;
  readonly ledger: string;
}

const EXAMPLES = `
Examples:
  onrecord add report.txt                 keep one report
  onrecord add https://outlet.example/1   keep a page of the web; later, a new version where it changed
  onrecord add archive.warc.gz            all pages of a web archive; goes on where it was broken off
  onrecord add --outlet "The Courier" reports/
  onrecord add --json archive.jsonl       a line for each report, written when it is safely kept
`;

/** `onrecord add`: analyse and keep. A report is told as added only when it is. */
export function addCommand(terminal: Terminal): Command {
  const command = new Command('add')
    .summary('analyse reports and keep them in the ledger')
    .description(
      'Reads like onrecord read and keeps each report, its bytes and its statements. The same report twice is kept once.',
    )
    .argument('<source...>', 'addresses, feeds, files, folders, web archives, or - for standard input')
    .addOption(json('one JSON object a report, one a line'))
    .addOption(ledgerFile(terminal));
  return addReadingOptions(command)
    .addHelpText('after', EXAMPLES)
    .action(async (sources: string[], options: Options, own: Command) => {
      const inputs = await listInputs(sources);
      const total = countOf(inputs);
      const shown = progress(terminal, 'added', total);
      const outcomes = new Map<string, number>();
      const keep = async (ledger: Ledger, lanes: Lanes, sources: Sources, signal: AbortSignal) => {
        const to = { lanes, ledger, linker: linkerBeside(lanes.analyser), now: terminal.now, signal };
        for await (const adding of addInputs(inputs, { given: givenBy(options), sources }, to)) {
          const outcome = adding.kind === 'added' ? outcomeWord(adding) : adding.kind;
          outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
          if (adding.kind === 'added') await tell(terminal, adding, options);
          else if (adding.kind === 'unchanged') await tellUnchanged(terminal, adding, options);
          else {
            own.setOptionValue('failed', true);
            shown.clear();
            await tellFailure(terminal, adding, options);
          }
          shown.tick();
        }
      };
      const keepAll = async (ledger: Ledger, signal: AbortSignal) => {
        await withLanes(terminal, options, (lanes) =>
          withSources({ ...terminal, rests: ledger }, options, (sources) =>
            keep(ledger, lanes, sources, signal),
          ),
        );
        shown.clear();
        const { reports, statements } = await ledger.counts();
        const holds = `${options.ledger} holds ${count(reports, 'report')}, ${count(statements, 'statement')}`;
        const done = outcomeWords(outcomes);
        if (!signal.aborted) return await write(terminal.err, `${done}; ${holds}\n`);
        const left = leftOf(
          [...outcomes.values()].reduce((sum, number) => sum + number, 0),
          total,
        );
        await write(
          terminal.err,
          `onrecord: stopped by ${signal.reason}: ${done}, ${left}; ${holds}; the same command goes on from there\n`,
        );
      };
      await untilSignal(own, (signal) => withLedger(options.ledger, (ledger) => keepAll(ledger, signal)));
    });
}

/** How often each thing came of an input, such as "12 added, 1 failed". */
export function outcomeWords(outcomes: ReadonlyMap<string, number>): string {
  if (outcomes.size === 0) return '0 added';
  return [...outcomes].map(([outcome, number]) => `${number} ${outcome}`).join(', ');
}

/** A line a report, except on a terminal, where the progress says enough. */
async function tell({ out }: Terminal, adding: Adding, options: Options): Promise<void> {
  const { path, report, version, statements, changes } = adding;
  const outcome = outcomeWord(adding);
  if (options.json)
    await write(
      out,
      `${JSON.stringify({ outcome, path, report: report.id, version, statements, changes })}\n`,
    );
  else if (!out.isTTY) {
    const changed = outcome === 'changed back' ? `\t${changesWords(changes)}` : '';
    await write(out, `${outcome}\t${report.id}\t${printable(path)}${changed}\n`);
  }
}

/** A page that its server says is as it was: nothing of it was fetched. */
async function tellUnchanged({ out }: Terminal, { path }: Unchanged, options: Options): Promise<void> {
  if (options.json) await write(out, `${JSON.stringify({ outcome: 'unchanged', path, report: null })}\n`);
  else if (!out.isTTY) await write(out, `unchanged\t-\t${printable(path)}\n`);
}
