import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Command, Option } from 'commander';
import { HOME } from '../home.ts';
import { bytePlaces, ingest, listInputs, NOTHING_GIVEN } from '../ingest/index.ts';
import { type Lanes, oneLane } from '../lanes/index.ts';
import type { Ledger } from '../ledger/index.ts';
import { loadCountryNames } from '../load/country-names.ts';
import { linkerBeside } from '../load/linker.ts';
import { loadQuestions } from '../load/questions.ts';
import { addPages, checkDraft, lookUpQuotation, reviewing } from '../pipeline/index.ts';
import { Fault } from '../record/index.ts';
import type { Answered, Serving } from '../serve/index.ts';
import { exampleIssues } from './example-issues.ts';
import { faultLines } from './fail.ts';
import { kitFor } from './lanes.ts';
import { type Writer, withLedger, withReaders, withWriter } from './ledger.ts';
import { linkerOf, linkKitOf } from './link-kit.ts';
import { ledgerFile, portNumber } from './options.ts';
import { positionsBeside } from './positions-beside.ts';
import { count } from './print/statement.ts';
import { withSources } from './sources.ts';
import { paint, type Terminal, write } from './terminal.ts';

interface Options {
  readonly ledger: string;
  readonly port: number;
  readonly examples?: true;
  readonly readOnly?: true;
  readonly log?: 'json';
  readonly debug?: true;
}

const PORT = 4600;
const EXAMPLE_REPORTS = ['reports', 'bridge'].map((folder) =>
  fileURLToPath(new URL(`examples/${folder}`, HOME)),
);

const HELP = `
Examples:
  onrecord serve                    the pages of onrecord.ledger at http://127.0.0.1:${PORT}
  onrecord serve --examples         a fresh ledger with the bundled example reports
  onrecord serve --port 8080 --ledger news.ledger
`;

/** `onrecord serve`: the pages of a ledger, on this machine alone. */
export function serveCommand(terminal: Terminal): Command {
  return new Command('serve')
    .summary('show the ledger in a browser, on this machine alone')
    .description(
      'Serves the pages of a ledger at 127.0.0.1. Every page has its data at the same address with .json.',
    )
    .addOption(
      new Option('--port <number>', 'the port; 0 takes a free one').argParser(portNumber).default(PORT),
    )
    .option('--examples', 'read the bundled example reports into a new ledger and serve that')
    .option('--read-only', 'show the record, and take no decisions')
    .addOption(
      new Option('--log <form>', 'tell every request when it is answered, one line each').choices(['json']),
    )
    .addOption(ledgerFile(terminal))
    .addHelpText('after', HELP)
    .action(async (options: Options) => {
      if (options.examples)
        await withExamples(terminal, (ledger, path) =>
          untilStopped(terminal, { ledger, path, options, writer: async () => ledger }),
        );
      else
        await withReaders(options.ledger, (ledger) =>
          withWriter(options.ledger, (writer) =>
            untilStopped(terminal, { ledger, path: options.ledger, options, writer }),
          ),
        );
    });
}

/** A ledger in a temporary folder with the example reports, gone when the work is done. */
async function withExamples(
  terminal: Terminal,
  work: (ledger: Ledger, path: string) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-'));
  const path = join(folder, 'examples.ledger');
  try {
    await withLedger(path, async (ledger) => {
      await withSources(terminal, {}, async (from) => {
        const pages = ingest(await listInputs(EXAMPLE_REPORTS), NOTHING_GIVEN, from);
        const lanes = oneLane(await kitFor(terminal));
        for await (const adding of addPages(pages, {
          lanes,
          ledger,
          linker: linkerBeside(lanes.analyser),
          now: terminal.now,
        }))
          if (adding.kind === 'failed')
            throw new Fault('broken-example', `${adding.path}: ${adding.refusal.message}`);
      });
      for (const one of exampleIssues(terminal.now())) await ledger.decide(one);
      await work(ledger, path);
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function untilStopped(
  terminal: Terminal,
  {
    ledger,
    path,
    options,
    writer,
  }: { ledger: Ledger; path: string; options: Options; writer: Writer | null },
): Promise<void> {
  const decisions = writer === null || options.readOnly ? null : decidingIn(terminal, writer);
  const { serve } = await import('../serve/index.ts');
  // The model is read when the first draft comes: to show a ledger needs none.
  let lanes: Promise<Lanes> | null = null;
  const countries = await loadCountryNames();
  const positions = positionsBeside(path);
  const serving = await serve({
    ledger,
    positionsOn: positions.positionsOn,
    port: options.port,
    bytePlaces,
    lookForNews: lookingWhileAsked(terminal, ledger),
    countryName: (code) => countries.get(code) ?? null,
    readQuestion: await loadQuestions(),
    lookUpQuotation: (quotation, by) => lookUpQuotation(quotation, by, ledger),
    deciding: decisions,
    onAnswered: options.log === undefined ? undefined : logging(terminal),
    check: async (draft) => {
      lanes ??= kitFor(terminal).then(oneLane);
      const checked = checkDraft(draft, { lanes: await lanes, ledger });
      if (options.debug) checked.catch((error) => write(terminal.err, faultLines(error, options)));
      return await checked;
    },
  });
  const { reports, statements } = await ledger.counts();
  await write(
    terminal.out,
    welcome(terminal, serving, {
      holds: `${count(reports, 'report')}, ${count(statements, 'statement')}`,
      path,
      options,
    }),
  );
  await new Promise<void>((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop());
  });
  await serving.close();
  await positions.close();
  await decisions?.close();
}

/** Decides in the ledger that is served; what goes wrong behind a decision is told in the terminal. */
const decidingIn = ({ now, err }: Terminal, writer: Writer) =>
  reviewing({
    ledger: writer,
    linkerOf,
    now,
    onFailure: async (error) => {
      await write(err, faultLines(error, {}));
    },
  });

/** Writes a line for every request, as JSON, to standard error: what it asks for, and never what it asks. */
const logging =
  ({ err, now }: Terminal) =>
  ({ method, path, route, status, seconds }: Answered): void => {
    const line = {
      at: now().toISOString(),
      method,
      path,
      route,
      status,
      seconds: Number(seconds.toFixed(4)),
    };
    void write(err, `${JSON.stringify(line)}\n`);
  };

/** For so long somebody who asks for news waits for what is being found; the rest is there at the next asking. */
const PATIENCE = 2_000;

/** Looks for news when somebody asks for it, once at a time. What goes wrong is told once in the terminal; pages show what is there. */
function lookingWhileAsked({ err, now }: Terminal, ledger: Ledger): () => Promise<void> {
  let looking: Promise<unknown> | null = null;
  const told = new Set<string>();
  const look = async () => {
    const { lookForNews } = await import('../alerts/index.ts');
    await lookForNews({ ledger, linkKit: () => linkKitOf(ledger), now });
  };
  return async () => {
    looking ??= look()
      .catch(async (error) => {
        const why = faultLines(error, {});
        if (!told.has(why)) await write(err, why);
        told.add(why);
      })
      .finally(() => {
        looking = null;
      });
    await Promise.race([looking, sleep(PATIENCE, undefined, { ref: false })]);
  };
}

function welcome(
  { out }: Terminal,
  { url }: Serving,
  { holds, path, options }: { holds: string; path: string; options: Options },
): string {
  const shell = `--ledger ${path}`;
  const next = options.examples
    ? `
Try next, in another terminal:
  npx onrecord verify "The bridge will open when it is safe" ${shell}
  npx onrecord find harbour ${shell}
  npx onrecord read examples/reports
  npx onrecord add YOUR-REPORTS/ && npx onrecord serve
`
    : '';
  return `Onrecord is at ${paint(out, 'bold', url)}\n${holds}. Stop with Ctrl-C.\n${next}`;
}
