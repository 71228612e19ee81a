import { beforeAll, expect, test } from 'vitest';
import { loadKit } from '../src/load/index.ts';
import { loadPageKit } from '../src/load/page-kit.ts';
import { KINDS, type Kits } from './floods/index.ts';

/** How many times longer the second of two texts is. `bench/floods.ts` takes the longest that are read. */
const LONGER = 8;
/** Characters of the shorter one, how often its time the longer may take, and the milliseconds below which that is noise. */
interface Measure {
  readonly size: number;
  readonly most: number;
  readonly least: number;
}
/** Eight times the text may take eight times the time, and twice that where memory is short or the machine does something else; the square takes 64 times. */
const ALLOWED: Measure = { size: 12_000, most: 20, least: 40 };
/**
 * Where a share of the time grows with the square and the rest with the length, what grows more than allowed at 12,000
 * characters grows by 14 at 6,000, and by 13 where each text takes the time of a thousand characters beside; a square
 * of 40 milliseconds takes 10. What grows less is not measured at full length: that is nearly all.
 */
const SUSPECT: Measure = { size: 6_000, most: 12, least: 10 };
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

type Made = (typeof FLOODS)[number];

/** How much more time the longer text takes, by the best of at most so many tries. */
async function growthOf(
  { flood, take }: Made,
  { size, most, least }: Measure,
  tries: number,
): Promise<number> {
  const [short, long] = [flood.of(size), flood.of(LONGER * size)];
  let growth = Number.POSITIVE_INFINITY;
  let [ofShort, ofLong] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let tried = 0; tried < tries && growth > most; tried++) {
    // Twice, since the first of its kind is slow until its code is compiled.
    for (let again = 0; again < 2; again++) ofShort = Math.min(ofShort, await spent(() => take(short, kits)));
    ofLong = Math.min(ofLong, await spent(() => take(long, kits)));
    growth = ofLong < least ? 0 : ofLong / ofShort;
  }
  return growth;
}

test.each(FLOODS)('takes time with its length: $name', { timeout: 120_000 }, async (made) => {
  const isSuspect = (await growthOf(made, SUSPECT, 1)) > SUSPECT.most;
  if (isSuspect) expect(await growthOf(made, ALLOWED, TRIES)).toBeLessThanOrEqual(ALLOWED.most);
});

test('every flood is one of its own name', () => {
  expect(new Set(FLOODS.map(({ name }) => name)).size).toBe(FLOODS.length);
});
