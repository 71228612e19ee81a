import { expect, test } from 'vitest';
import type { LinkGroup, PairLink, ReportId } from '../record/index.ts';
import { closureOf } from './closure.ts';
import { UNDECIDED } from './decided/index.ts';
import { MOST } from './joining.ts';
import { MemoryStore } from './memory.ts';

const LEAST = 0.4;
const unitOf = (nth: number) => `unit ${String(nth).padStart(4, '0')}`;

/** A row of units each of which is one with the next, and those that stand together in groups of so many. */
async function rowOf(length: number, together: number): Promise<MemoryStore> {
  const store = new MemoryStore();
  const units = Array.from({ length }, (_, nth) => unitOf(nth));
  await store.put(
    'utterance',
    units.map((unit) => ({
      unit,
      id: unit,
      report: 'report:0' as ReportId,
      keys: [],
      kept: '{}',
      alias: unit,
    })),
  );
  const pairs: PairLink[] = units
    .slice(1)
    .map((unit, nth) => ({ a: unitOf(nth), b: unit, rule: 'test', score: 0.9 }));
  await store.putPairs('utterance', [...pairs, { a: unitOf(0), b: unitOf(9), rule: 'test', score: 0.1 }]);
  const groups = Array.from({ length: Math.ceil(length / together) }, (_, nth): LinkGroup => {
    const own = units.slice(nth * together, (nth + 1) * together);
    return { id: own[0] ?? '', name: '', names: '', units: own, first: '', last: '', body: {} };
  });
  await store.replace('utterance', units, groups);
  return store;
}

const from = (store: MemoryStore) =>
  closureOf([unitOf(0)], { kind: 'utterance', least: LEAST, store, decided: UNDECIDED });

test('all that hangs together is in it, with every pair between them, sure or not', async () => {
  const { units, pairs } = await from(await rowOf(20, 1));
  expect(units).toHaveLength(20);
  expect(pairs).toHaveLength(20);
});

test('of what hangs together without end a part is taken, in whole groups', async () => {
  const { units } = await from(await rowOf(10 * MOST, 6));
  expect(units.length).toBeGreaterThan(MOST);
  expect(units.length).toBeLessThan(MOST + 12);
  expect(units.length % 6).toBe(0);
});
