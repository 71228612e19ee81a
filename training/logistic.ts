/** What a candidate is judged by, and whether (1) or not (0) it is right. */
export interface Example {
  readonly evidence: readonly number[];
  readonly right: number;
}

const EPOCHS = 60;
const RATE = 0.3;
const DECAY = 1e-4;

/** Fits a logistic regression by gradient descent with a rate for each weight (AdaGrad, Duchi et al. 2011). */
export function fitLogistic(examples: readonly Example[]): Float64Array {
  const size = examples[0]?.evidence.length ?? 0;
  const weights = new Float64Array(size);
  const squares = new Float64Array(size).fill(1e-8);
  for (let epoch = 0; epoch < EPOCHS; epoch++)
    for (const { evidence, right } of examples) {
      let sum = 0;
      for (let at = 0; at < size; at++) sum += (weights[at] as number) * (evidence[at] as number);
      const error = 1 / (1 + Math.exp(-sum)) - right;
      for (let at = 0; at < size; at++) {
        const slope = error * (evidence[at] as number) + DECAY * (weights[at] as number);
        squares[at] = (squares[at] as number) + slope * slope;
        weights[at] = (weights[at] as number) - (RATE * slope) / Math.sqrt(squares[at] as number);
      }
    }
  return weights;
}
