import type { Pair } from '../matching.ts';

/** One to one, the heaviest pair first; of two that weigh the same the earlier in the list. */
export function bestFirst(pairs: readonly Pair[]): Pair[] {
  const [taken, given] = [new Set<number>(), new Set<number>()];
  return pairs
    .toSorted((a, b) => b.weight - a.weight)
    .filter(({ predicted, gold }) => {
      if (taken.has(predicted) || given.has(gold)) return false;
      taken.add(predicted);
      given.add(gold);
      return true;
    });
}
