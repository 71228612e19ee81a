import type { DeedModel } from '../../src/analyse/events/plover/index.ts';

export interface Example {
  readonly features: readonly string[];
  readonly root: number;
}

const STEPS = 400;
const RATE = 0.5;
/** The strength of L2, over the sum of the examples' losses. */
const L2 = 1;

/** Multinomial logistic regression by full-batch AdaGrad; features of fewer than `fewest` examples are left out. */
export function fitDeeds(
  examples: readonly Example[],
  { roots, fewest }: { roots: number; fewest: number },
): DeedModel {
  const counts = new Map<string, number>();
  for (const { features } of examples)
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= fewest).map(([feature]) => feature);
  const index = new Map(kept.map((feature, at) => [feature, at + 1]));
  const rows = examples.map(({ features }) => [0, ...features.flatMap((one) => index.get(one) ?? [])]);
  const size = (kept.length + 1) * roots;
  const weights = new Float64Array(size);
  const squares = new Float64Array(size).fill(1e-8);
  const gradient = new Float64Array(size);
  for (let step = 0; step < STEPS; step++) {
    for (let at = 0; at < size; at++) gradient[at] = at < roots ? 0 : L2 * (weights[at] ?? 0);
    for (const [place, row] of rows.entries()) {
      const shares = softmax(row, weights, roots);
      shares[examples[place]?.root ?? 0] = (shares[examples[place]?.root ?? 0] ?? 0) - 1;
      for (const feature of row)
        for (let root = 0; root < roots; root++) {
          const at = feature * roots + root;
          gradient[at] = (gradient[at] ?? 0) + (shares[root] ?? 0);
        }
    }
    for (let at = 0; at < size; at++) {
      const own = gradient[at] ?? 0;
      const square = (squares[at] ?? 0) + own * own;
      squares[at] = square;
      weights[at] = (weights[at] ?? 0) - (RATE * own) / Math.sqrt(square);
    }
  }
  const of = (feature: number) => Array.from(weights.subarray(feature * roots, (feature + 1) * roots));
  return { bias: of(0), weights: new Map(kept.map((feature, at) => [feature, of(at + 1)])) };
}

function softmax(row: readonly number[], weights: Float64Array, roots: number): Float64Array {
  const sums = new Float64Array(roots);
  for (const feature of row)
    for (let root = 0; root < roots; root++)
      sums[root] = (sums[root] ?? 0) + (weights[feature * roots + root] ?? 0);
  const most = Math.max(...sums);
  let total = 0;
  for (let root = 0; root < roots; root++) {
    sums[root] = Math.exp((sums[root] ?? 0) - most);
    total += sums[root] ?? 0;
  }
  return sums.map((sum) => sum / total);
}
