import { Command } from 'commander';
import { linkerBeside } from '../load/linker.ts';
import { rebuild } from '../pipeline/index.ts';
import { withLanes } from './lanes.ts';
import { withExistingLedger, withLedger } from './ledger.ts';
import { actorsFile, jobs, json, ledgerFile, type ReadingOptions, tagger } from './options.ts';
import { progress } from './print/progress.ts';
import { count } from './print/statement.ts';
import { untilSignal } from './stopping.ts';
import { type Terminal, write } from './terminal.ts';

interface Options extends ReadingOptions {
  readonly ledger: string;
  readonly json?: true;
}

const EXAMPLES = `
Examples:
  onrecord rebuild                           everything derived, made again from reports and decisions
  onrecord rebuild --ledger news.ledger      stopped with Ctrl-C, the same command goes on from there
`;

/** `onrecord rebuild`: all that is derived, made again. */
export function rebuildCommand(terminal: Terminal): Command {
  return new Command('rebuild')
    .summary('make all that is derived again, from reports and decisions alone')
    .description(
      'Reads again what another analyser had read, links everything anew, and says whether the picture is the one that stood before.',
    )
    .addOption(json('one JSON object with the digests before and behind'))
    .addOption(tagger())
    .addOption(actorsFile())
    .addOption(jobs())
    .addOption(ledgerFile(terminal))
    .addHelpText('after', EXAMPLES)
    .action(async (options: Options, own: Command) => {
      // A ledger that is not there is a mistake, and none is made.
      const total = await withExistingLedger(
        options.ledger,
        async (ledger) => (await ledger.counts()).reports,
      );
      const shown = progress(terminal, 'linked', total);
      await untilSignal(own, (signal) =>
        withLedger(options.ledger, (ledger) =>
          withLanes(terminal, options, async (lanes) => {
            const { analysed, linked, before, after } = await rebuild({
              ledger,
              lanes,
              linker: linkerBeside(lanes.analyser),
              now: terminal.now,
              signal,
              onStep: (step, done) => {
                if (step === 'linked') shown.tick(done);
              },
            });
            shown.clear();
            if (signal.aborted)
              return await write(
                terminal.err,
                `onrecord: stopped by ${signal.reason}: ${analysed} analysed again, ${linked} of ${total} linked; the same command goes on from there\n`,
              );
            if (options.json)
              return await write(terminal.out, `${JSON.stringify({ analysed, linked, before, after })}\n`);
            await write(
              terminal.out,
              `${count(analysed, 'report')} analysed again, ${linked} linked: ${pictureWords(before, after)} (${after.slice(0, 16)})\n`,
            );
          }),
        ),
      );
    });
}

function pictureWords(before: string | null, after: string): string {
  if (before === null) return 'no whole picture stood before';
  return before === after ? 'the picture is the one that stood before' : 'the picture is another than before';
}
