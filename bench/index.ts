/**
 * Reports a second, cost by stage, several threads, adding, peak memory, a cold process: `npm run bench [-- --record]`.
 * Beside each figure stands the one of `bench/baseline.json`, which `--record` writes.
 */
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { analyse } from '../src/analyse/index.ts';
import { layOut } from '../src/analyse/layout.ts';
import { type Lanes, oneLane, openLanes } from '../src/lanes/index.ts';
import { openSqlite } from '../src/ledger/index.ts';
import { loadKit } from '../src/load/index.ts';
import { addPages, readPages } from '../src/pipeline/index.ts';
import { readPlain } from '../src/read/plain/index.ts';
import type { Report } from '../src/record/index.ts';
import { bareEncoder } from './encoder.ts';
import { EXAMPLE, makePages, WORDS } from './reports.ts';
import { makeWebPages } from './web-pages.ts';

const REPORTS = 320;
/** The encoder reads fewer: it takes its time. */
const ENCODED = 32;
const ROUNDS = 5;
const PAGES = 40;
const BASELINE = new URL('baseline.json', import.meta.url);
const BIN = fileURLToPath(new URL('../dist/program/bin.js', import.meta.url));

const { values } = parseArgs({ options: { record: { type: 'boolean', default: false } } });
const pages = await makePages(REPORTS);
const reports = pages.map((page): Report => {
  const report = readPlain(page);
  if ('code' in report) throw new Error(report.message);
  return report;
});
const kit = await loadKit({ tagger: 'linear' });
const encoder = await bareEncoder(reports.slice(0, ENCODED));
const heavy = makeWebPages(PAGES);

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

async function* stream() {
  yield* pages;
}

async function* shortStream() {
  yield* pages.slice(0, ENCODED);
}

async function drain(outcomes: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of outcomes);
}

async function* webPages() {
  for (const page of heavy) yield page;
}

const readIn = (lanes: Lanes) => seconds(() => drain(readPages(stream(), lanes)));
const encodeIn = (lanes: Lanes) => seconds(() => drain(readPages(shortStream(), lanes)));

async function addAll(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-bench-'));
  const ledger = openSqlite(join(folder, 'bench.ledger'));
  const lanes = oneLane(kit);
  const spent = await seconds(() => drain(addPages(stream(), { lanes, ledger, now: () => new Date() })));
  await ledger.close();
  await rm(folder, { recursive: true });
  return spent;
}

/** A walk through eight megabytes that nothing but the machine can slow down: its pace in this hour, beside which to read all else. */
const WALK = Int32Array.from({ length: 1 << 21 }, (_, at) => (Math.imul(at, 7917) + 12345) & ((1 << 21) - 1));
let walker = 0;
async function walk(): Promise<void> {
  for (let step = 0; step < 1_000_000; step++) walker = WALK[walker] as number;
}

/** Every measurement once a round, so that a slow minute of the machine slows them all. */
const rounds: Record<string, number[]> = {};
const note = (name: string, figure: number) => {
  rounds[name] = [...(rounds[name] ?? []), figure];
};
const threads = openLanes(2, kit, { tagger: 'linear' });
const encoderThreads = openLanes(2, encoder.kit, { tagger: 'encoder' });
await readIn(threads);
await encodeIn(encoderThreads);
for (let round = 0; round < ROUNDS; round++) {
  note("ms of a fixed walk through memory: the machine's pace", 1000 * (await seconds(walk)));
  const read = await readIn(oneLane(kit));
  note('reports a second, one core', REPORTS / read);
  const layouts: ReturnType<typeof layOut>[] = [];
  const laidOut = await seconds(async () => {
    layouts.push(...reports.map((report) => layOut(report, kit.abbreviations)));
  });
  const tagged = await seconds(() => kit.tagger.tag(layouts, 'text'));
  const analysed = await seconds(() => analyse(reports, kit));
  const each = (spent: number) => (1000 * spent) / REPORTS;
  note('ms a report: tokens, sentences, quotations', each(laidOut));
  note('ms a report: the tagger over the text', each(tagged));
  note('ms a report: statements, and the tagger over their contents', each(analysed - laidOut - tagged));
  note('ms a report: reading and handing on', each(read - analysed));
  const two = await readIn(threads);
  note('reports a second, two threads', REPORTS / two);
  note('two threads over one', read / two);
  const html = await seconds(() => drain(readPages(webPages(), oneLane(kit))));
  note('pages of HTML a second, one core', PAGES / html);
  const added = await addAll();
  note('reports a second, added', REPORTS / added);
  note('ms a report: the ledger', each(added - read));
  note(
    's to the first result of a cold process',
    await seconds(async () =>
      spawnSync(process.execPath, [BIN, 'read', '--json', '--tagger', 'linear', EXAMPLE]),
    ),
  );
  const bare = await encoder.read();
  const encoded = await encodeIn(oneLane(encoder.kit));
  note('encoder: reports a second, one core', ENCODED / encoded);
  note('encoder: share of the rate of its bare graph', bare / encoded);
  note('encoder: two threads over one', encoded / (await encodeIn(encoderThreads)));
  note(
    'encoder: s to the first result of a cold process',
    await seconds(async () => spawnSync(process.execPath, [BIN, 'read', '--json', EXAMPLE])),
  );
}
await threads.close();
await encoderThreads.close();

const median = (numbers: readonly number[]) =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
const figures: Record<string, number> = {};
for (const [name, all] of Object.entries(rounds)) figures[name] = Number(median(all).toFixed(2));
figures['MB of memory at most, threads included'] = Math.round(process.resourceUsage().maxRSS / 1024);

const before: { figures: Record<string, number>; machine: string } | null = await readFile(
  BASELINE,
  'utf8',
).then(JSON.parse, () => null);
const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`;
console.log(
  `${REPORTS} reports of ${WORDS} words and ${PAGES} pages of 400 KB, medians of ${ROUNDS} rounds, ${kit.tagger.name}, ${machine}`,
);
if (before !== null) console.log(`recorded on ${before.machine}`);
for (const [name, figure] of Object.entries(figures)) {
  const recorded = before?.figures[name]?.toFixed(2) ?? '';
  console.log(`${name.padEnd(62)} ${figure.toFixed(2).padStart(9)} ${recorded.padStart(9)}`);
}
if (values.record) await writeFile(BASELINE, `${JSON.stringify({ machine, figures }, null, 2)}\n`);
