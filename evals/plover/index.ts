import { rootOf } from '../../src/analyse/events/plover/index.ts';
import type { Kit } from '../../src/analyse/index.ts';
import type { Outcome } from '../outcome.ts';
import { readPairs } from './pairs.ts';

/** PLOVER roots of pairs with source and target as marked, by the function that `read` calls. On dev, which trained it, see `npm run train:plover` for the figure of unseen folds. */
export async function evaluatePlover(data: string, split: string, { words }: Kit): Promise<Outcome> {
  const pairs = await readPairs(data, split);
  const given = pairs.map(({ deed }) => rootOf(deed, words).root);
  const right = pairs.filter(({ root }, index) => given[index] === root).length;
  const roots = [...new Set(pairs.map(({ root }) => root))].toSorted();
  const f1 = roots.map((name) => {
    const both = pairs.filter(({ root }, index) => root === name && given[index] === name).length;
    const all =
      pairs.filter(({ root }) => root === name).length + given.filter((root) => root === name).length;
    return (200 * both) / all;
  });
  return {
    set: 'plover_pairs',
    split,
    items: pairs.length,
    figures: {
      accuracy: (100 * right) / pairs.length,
      macroF1: f1.reduce((sum, one) => sum + one, 0) / f1.length,
    },
  };
}
