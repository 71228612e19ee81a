import { setTimeout as sleep } from 'node:timers/promises';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { Ledger } from '../ledger/index.ts';
import { linkerBeside } from '../load/linker.ts';
import type { FailedInput } from '../record/index.ts';
import type { Told } from '../watch/index.ts';
import { outcomeWords } from './add.ts';
import { tellFailure } from './fail.ts';
import { withLanes } from './lanes.ts';
import { withLedger } from './ledger.ts';
import { findNews, sendWaiting } from './news.ts';
import { addReadingOptions, givenBy, json, ledgerFile, type ReadingOptions } from './options.ts';
import { changesWords, outcomeWord } from './print/changes.ts';
import { printable } from './print/printable.ts';
import { count } from './print/statement.ts';
import { fetcherBy } from './sources.ts';
import { untilSignal } from './stopping.ts';
import { type Terminal, write } from './terminal.ts';

interface Options extends ReadingOptions {
  readonly every: number;
  readonly once?: true;
  readonly json?: true;
  readonly ledger: string;
}

const MINUTE = 60_000;
/** What is told of feeds and hosts, and counts as no page's outcome. */
const ABOUT_THE_WAY: ReadonlySet<string> = new Set(['listed', 'moved', 'resting'] satisfies Told['kind'][]);
/** Asked in steps, so that a clock that jumps and a machine that slept are noticed. */
const LONGEST_SLEEP = 5 * MINUTE;

const EXAMPLES = `
Examples:
  onrecord watch https://outlet.example/feed.xml         until it is stopped with Ctrl-C
  onrecord watch --every 30 feeds.opml                   all feeds of a list, every half hour
  onrecord watch --once --json https://outlet.example/news-sitemap.xml
`;

const every = () =>
  new Option('--every <minutes>', 'how often a feed is looked at').default(15).argParser((text) => {
    const minutes = Number(text);
    if (text.trim() !== '' && minutes >= 1 && minutes <= 10_080) return minutes;
    throw new InvalidArgumentError('expected a number of minutes from 1 to 10080.');
  });

/** `onrecord watch`: keep what feeds list, as it comes, changes and goes. */
export function watchCommand(terminal: Terminal): Command {
  const command = new Command('watch')
    .summary('keep what feeds list, as it comes, changes and goes')
    .description(
      'Looks at RSS, Atom, RDF and JSON feeds, OPML lists and news sitemaps again and again, adds what is new, reads pages again to see what changed or is gone, and goes on where it was after it was stopped.',
    )
    .argument('<feed...>', 'addresses of feeds or of pages that name one, or files of feeds')
    .addOption(every())
    .option('--once', 'look once, then stop')
    .addOption(json('one JSON object for each report, failure or feed, one a line'))
    .addOption(ledgerFile(terminal));
  return addReadingOptions(command)
    .addHelpText('after', EXAMPLES)
    .action(async (feeds: string[], options: Options, own: Command) => {
      const failed = () => own.setOptionValue('failed', true);
      await untilSignal(own, (signal) =>
        withLedger(options.ledger, (ledger) =>
          watchUntil(terminal, { feeds, options, ledger, failed, signal }),
        ),
      );
    });
}

async function watchUntil(
  terminal: Terminal,
  {
    feeds,
    options,
    ledger,
    failed,
    signal,
  }: { feeds: string[]; options: Options; ledger: Ledger; failed: () => void; signal: AbortSignal },
): Promise<void> {
  const { now } = terminal;
  const { Watch } = await import('../watch/index.ts');
  const fetcher = await fetcherBy(options, { now, rests: ledger });
  const outcomes = new Map<string, number>();
  try {
    await withLanes(terminal, { ...options, jobs: options.jobs ?? 1 }, async (lanes) => {
      const watching = {
        ledger,
        lanes,
        linker: linkerBeside(lanes.analyser),
        fetcher,
        given: givenBy(options),
        now,
        every: options.every * MINUTE,
        signal,
      };
      const watch = new Watch(feeds, watching);
      while (!signal.aborted) {
        for await (const told of watch.round()) {
          if (told.kind === 'failed' && options.once) failed();
          const outcome = told.kind === 'added' ? told.outcome : told.kind;
          if (!ABOUT_THE_WAY.has(outcome)) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
          await tell(terminal, told, options);
        }
        if (!signal.aborted) await tellAlerts(terminal, ledger, signal);
        if (options.once || signal.aborted) break;
        await sleep(Math.min(LONGEST_SLEEP, Math.max(1000, await watch.untilDue())), undefined, {
          signal,
        }).catch(() => {});
      }
    });
  } finally {
    await fetcher.close();
  }
  const { reports, statements } = await ledger.counts();
  const holds = `${options.ledger} holds ${count(reports, 'report')}, ${count(statements, 'statement')}`;
  const stopped = `onrecord: stopped by ${signal.reason}: ${outcomeWords(outcomes)}; ${holds}; what is due is left for the next time\n`;
  await write(terminal.err, signal.aborted ? stopped : `${holds}\n`);
}

/** Who asked to be sent news is: a watch is there to notice. Who only subscribed is told when they ask. */
async function tellAlerts(terminal: Terminal, ledger: Ledger, signal: AbortSignal): Promise<void> {
  if (!(await ledger.alerts()).some(({ alert }) => alert.webhook !== null)) return;
  await findNews(terminal, ledger);
  await sendWaiting(terminal, ledger, signal);
}

async function tell(terminal: Terminal, told: Told, options: Options): Promise<void> {
  if (told.kind === 'failed') return await tellFailure(terminal, told, options);
  const line = options.json ? JSON.stringify(dataOf(told)) : wordsOf(told);
  if (line !== null) await write(terminal.out, `${line}\n`);
}

/** What was told, as people read it; null for what nobody needs to be told. */
function wordsOf(told: Exclude<Told, FailedInput>): string | null {
  switch (told.kind) {
    case 'listed': {
      const { fresh, changed, vanished } = told.listed;
      return `listed\t${fresh} new, ${changed} changed, ${vanished} vanished\t${printable(told.feed)}`;
    }
    case 'moved':
      return `moved\t${printable(told.to)}\t${printable(told.feed)}`;
    case 'resting':
      return `resting\tuntil ${told.until}\t${printable(told.what)}`;
    case 'unchanged':
      return null;
    case 'added': {
      const { path, report, changes } = told;
      const outcome = outcomeWord(told);
      if (outcome === 'unchanged') return null;
      return [
        outcome,
        report.id,
        printable(path),
        ...(changes.length === 0 ? [] : [changesWords(changes)]),
      ].join('\t');
    }
    default:
      return told satisfies never;
  }
}

/** What was told, as programs read it. */
function dataOf(told: Exclude<Told, FailedInput>): object {
  switch (told.kind) {
    case 'listed':
      return { outcome: 'listed', path: told.feed, ...told.listed };
    case 'moved':
      return { outcome: 'moved', path: told.feed, to: told.to };
    case 'resting':
      return { outcome: 'resting', path: told.what, until: told.until };
    case 'unchanged':
      return { outcome: 'unchanged', path: told.path, report: null };
    case 'added': {
      const { path, report, version, statements, changes } = told;
      return { outcome: outcomeWord(told), path, report: report.id, version, statements, changes };
    }
    default:
      return told satisfies never;
  }
}
