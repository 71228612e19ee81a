/** Reports a second on one core, what adding costs beside reading, peak memory, and the time of a cold process: `npm run bench`. */
import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NOTHING_GIVEN, snapshotOf } from '../src/ingest/index.ts';
import { openSqlite } from '../src/ledger/index.ts';
import { loadKit } from '../src/load/index.ts';
import { addPages, readPages } from '../src/pipeline.ts';
import type { RawPage } from '../src/record/index.ts';

const EXAMPLES = fileURLToPath(new URL('../examples/reports', import.meta.url));
const WORDS = 700;
const REPORTS = 400;
const ROUNDS = 5;

const paragraphs = (
  await Promise.all(
    (
      await readdir(EXAMPLES)
    )
      .filter((name) => name.endsWith('.txt'))
      .map((name) => readFile(join(EXAMPLES, name), 'utf8')),
  )
).flatMap((text) => text.split('\n').filter((line) => line !== ''));

/** A report of about 700 words from the examples' paragraphs, each in another order, so that no two are the same. */
function makePage(number: number): RawPage {
  const lines: string[] = [`Report number ${number}`];
  for (let words = 0, at = number * 7; words < WORDS; at += 3) {
    const line = paragraphs[at % paragraphs.length] ?? '';
    lines.push(line);
    words += line.split(/\s+/).length;
  }
  const text = lines.join('\n');
  const bytes = Buffer.from(text);
  const path = `${number}.txt`;
  return {
    kind: 'page',
    path,
    lineage: path,
    format: 'text',
    text,
    bytes,
    snapshot: snapshotOf(bytes),
    given: NOTHING_GIVEN,
  };
}

async function* pages(): AsyncGenerator<RawPage> {
  for (let number = 0; number < REPORTS; number++) yield makePage(number);
}

async function drain(outcomes: AsyncIterable<unknown>): Promise<number> {
  const start = performance.now();
  for await (const _ of outcomes);
  return (performance.now() - start) / 1000;
}

const median = (numbers: readonly number[]) =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

const kit = await loadKit();
const read: number[] = [];
const added: number[] = [];
const cold: number[] = [];
for (let round = 0; round < ROUNDS; round++) {
  read.push(await drain(readPages(pages(), kit)));
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-bench-'));
  const ledger = openSqlite(join(folder, 'bench.ledger'));
  added.push(await drain(addPages(pages(), { kit, ledger, now: () => new Date() })));
  await ledger.close();
  await rm(folder, { recursive: true });
  const start = performance.now();
  spawnSync(process.execPath, [
    fileURLToPath(new URL('../dist/cli/bin.js', import.meta.url)),
    'read',
    '--json',
    join(EXAMPLES, '01-talks-announced.txt'),
  ]);
  cold.push((performance.now() - start) / 1000);
}
console.log(
  `reading          ${(REPORTS / median(read)).toFixed(0)} reports of ${WORDS} words a second on one core (${kit.tagger.name})`,
);
console.log(
  `adding           ${(REPORTS / median(added)).toFixed(0)} a second, the ledger's own part ${(((median(added) - median(read)) / REPORTS) * 1000).toFixed(1)} ms a report`,
);
console.log(`first result     ${median(cold).toFixed(2)} s after the start of a cold process`);
console.log(`peak memory      ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
