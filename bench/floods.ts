/**
 * What each flood takes, of the longest text that is not refused and two million characters of a page or a feed: seconds of the
 * processor and megabytes at most, each in a process of its own: `node bench/floods.ts [--size N] [--kind
 * text|markdown|html|feed] [--name PART]`. The slowest come last.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadKit } from '../src/load/index.ts';
import { loadPageKit } from '../src/load/page-kit.ts';
import { LONGEST_TEXT } from '../src/read/refuse/index.ts';
import { KINDS } from '../test/floods/index.ts';

const SELF = fileURLToPath(import.meta.url);
/** Milliseconds after which a flood is given up. */
const PATIENCE = 120_000;

const { values } = parseArgs({
  options: {
    size: { type: 'string' },
    kind: { type: 'string' },
    name: { type: 'string' },
    only: { type: 'string' },
  },
});
/** Shorter than the longest, since a flood has a beginning of its own. */
const TEXT = LONGEST_TEXT - 5000;
const PAGE = 1_990_000;
const sizeOf = (kind: string) =>
  Number(values.size ?? (kind === 'text' || kind === 'markdown' ? TEXT : PAGE));
if (values.only === undefined) all();
else await one(values.only);

interface Figures {
  readonly name: string;
  readonly seconds: number;
  readonly megabytes: number;
  readonly outcome: string;
}

function all(): void {
  const figures: Figures[] = [];
  for (const { kind, floods } of KINDS)
    for (const { name } of floods) {
      if (values.kind !== undefined && values.kind !== kind) continue;
      if (values.name !== undefined && !name.includes(values.name)) continue;
      const asked = [SELF, '--size', String(sizeOf(kind)), '--only', `${kind}/${name}`];
      const { stdout, stderr, error } = spawnSync(process.execPath, asked, {
        timeout: PATIENCE,
        encoding: 'utf8',
      });
      if (stdout.startsWith('{')) figures.push(JSON.parse(stdout) as Figures);
      else
        figures.push({
          name: `${kind}/${name}`,
          seconds: PATIENCE / 1000,
          megabytes: 0,
          outcome: error?.message ?? stderr.split('\n').find((line) => /Error/.test(line)) ?? 'no answer',
        });
      if (process.stdout.isTTY !== true) console.log(row(figures.at(-1) as Figures));
    }
  if (process.stdout.isTTY === true)
    for (const line of figures.toSorted((a, b) => a.seconds - b.seconds)) console.log(row(line));
}

function row({ name, seconds, megabytes, outcome }: Figures): string {
  return `${name.padEnd(52)} ${seconds.toFixed(2).padStart(7)} s ${String(megabytes).padStart(5)} MB  ${outcome}`;
}

/** Reads one flood here, and prints what it took beyond what loading the words and models takes. */
async function one(name: string): Promise<void> {
  const kits = { kit: await loadKit({ tagger: 'linear' }), pageKit: await loadPageKit() };
  for (const { kind, floods, take } of KINDS)
    for (const flood of floods) {
      if (name !== `${kind}/${flood.name}`) continue;
      const text = flood.of(sizeOf(kind));
      const before = process.cpuUsage();
      const outcome = await take(text, kits);
      const { user, system } = process.cpuUsage(before);
      const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
      console.log(
        JSON.stringify({ name, seconds: (user + system) / 1e6, megabytes, outcome } satisfies Figures),
      );
    }
}
