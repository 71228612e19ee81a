import { beforeAll, expect, test } from 'vitest';
import { loadKit } from '../src/load/index.ts';
import { loadPageKit } from '../src/load/page-kit.ts';
import { KINDS, type Kits } from './floods/index.ts';

/** Characters of the shorter of two texts, and how many times longer the other is. `bench/floods.ts` takes the longest that are read. */
const SIZE = 12_000;
const LONGER = 8;
/** Eight times the text may take eight times the time, and twice that where memory is short or the machine does something else; the square takes 64 times. */
const MOST_GROWTH = 20;
/** Milliseconds below which a growth is noise. */
const LEAST = 40;
const TRIES = 6;

let kits: Kits;
beforeAll(async () => {
  kits = { kit: await loadKit({ tagger: 'linear' }), pageKit: await loadPageKit() };
}, 120_000);

/** Milliseconds of this thread's own time. */
async function spent(work: () => Promise<unknown>): Promise<number> {
  const start = process.threadCpuUsage();
  await work();
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000;
}

const FLOODS = KINDS.flatMap(({ kind, floods, take }) =>
  floods.map((flood) => ({ name: `${kind}: ${flood.name}`, flood, take })),
);

test.each(FLOODS)('takes time with its length: $name', { timeout: 120_000 }, async ({ flood, take }) => {
  const [short, long] = [flood.of(SIZE), flood.of(LONGER * SIZE)];
  let growth = Number.POSITIVE_INFINITY;
  let [ofShort, ofLong] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let tried = 0; tried < TRIES && growth > MOST_GROWTH; tried++) {
    // Twice, since the first of its kind is slow until its code is compiled.
    for (let again = 0; again < 2; again++) ofShort = Math.min(ofShort, await spent(() => take(short, kits)));
    ofLong = Math.min(ofLong, await spent(() => take(long, kits)));
    growth = ofLong < LEAST ? 0 : ofLong / ofShort;
  }
  expect(growth).toBeLessThanOrEqual(MOST_GROWTH);
});

test('every flood is one of its own name', () => {
  expect(new Set(FLOODS.map(({ name }) => name)).size).toBe(FLOODS.length);
});
