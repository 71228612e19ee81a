/** An example: what was measured of it, whether it is so, and how much it counts. */
export interface Example {
  readonly features: readonly number[];
  readonly isSo: boolean;
  readonly weight: number;
}

export interface Logistic {
  readonly bias: number;
  readonly weights: readonly number[];
}

const ROUNDS = 4000;
const RATE = 0.5;

/** Logistic regression by gradient descent over all examples at once, with a ridge (`ridge` on the sum of squares). */
export function fitLogistic(examples: readonly Example[], ridge = 1): Logistic {
  const width = examples[0]?.features.length ?? 0;
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  let weights = new Array<number>(width).fill(0);
  let bias = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const slope = new Array<number>(width).fill(0);
    let shift = 0;
    for (const { features, isSo, weight } of examples) {
      const off = weight * (chanceOf({ bias, weights }, features) - (isSo ? 1 : 0));
      shift += off;
      for (let at = 0; at < width; at++) slope[at] = (slope[at] ?? 0) + off * (features[at] ?? 0);
    }
    bias -= (RATE * 10 * shift) / total;
    weights = weights.map((own, at) => own - (RATE * 10 * ((slope[at] ?? 0) + ridge * own)) / total);
  }
  return { bias, weights };
}

/** How likely it is. */
export function chanceOf({ bias, weights }: Logistic, features: readonly number[]): number {
  return 1 / (1 + Math.exp(-weights.reduce((sum, weight, at) => sum + weight * (features[at] ?? 0), bias)));
}
