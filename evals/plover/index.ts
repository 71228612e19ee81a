import { deedFeatures } from '../../src/analyse/events/plover/features.ts';
import { ROOTS, type Root, rootOf } from '../../src/analyse/events/plover/index.ts';
import type { Kit } from '../../src/analyse/index.ts';
import { unseenRoots } from '../../training/plover/folds.ts';
import type { Outcome } from '../outcome.ts';
import { type Pair, readPairs } from './pairs.ts';

/**
 * PLOVER roots of pairs with source and target as marked, by the function that `read` calls. The shipped coder was trained on
 * dev and remembers it, so that dev is scored in ten folds, each by a coder that was fitted in the same way on the others.
 */
export async function evaluatePlover(data: string, split: string, kit: Kit): Promise<Outcome> {
  const pairs = await readPairs(data, split);
  const given = split === 'dev' ? unseen(pairs, kit) : pairs.map(({ deed }) => rootOf(deed, kit.words).root);
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

function unseen(pairs: readonly Pair[], { words }: Kit): Root[] {
  return unseenRoots(
    pairs.map(({ deed, root }) => ({
      features: [...deedFeatures(deed, words)],
      root: ROOTS.indexOf(root),
      sentence: deed.sentence,
    })),
  );
}
