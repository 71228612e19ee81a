/** What is measured of each of several, and which of them are right. */
export interface Choice {
  readonly rows: readonly (readonly number[])[];
  readonly right: readonly number[];
}

const ROUNDS = 150;
const RATE = 0.6;
const RIDGE = 0.002;

/**
 * Weights by which the right one of several comes first: a conditional logit (McFadden 1974; ListNet's top one, Cao and others
 * 2007) by gradient descent over all choices at once, with a rate for each weight (AdaGrad).
 */
export function fitChoice(choices: readonly Choice[]): number[] {
  const told = choices.filter(({ right }) => right.length > 0);
  const width = told[0]?.rows[0]?.length ?? 0;
  const weights = new Array<number>(width).fill(0);
  const squares = new Array<number>(width).fill(1e-6);
  for (let round = 0; round < ROUNDS; round++) {
    const slope = new Array<number>(width).fill(0);
    for (const choice of told) addSlope(slope, choice, weights);
    for (let at = 0; at < width; at++) {
      const step = (slope[at] as number) / told.length + RIDGE * (weights[at] as number);
      squares[at] = (squares[at] as number) + step * step;
      weights[at] = (weights[at] as number) - (RATE * step) / Math.sqrt(squares[at] as number);
    }
  }
  return weights;
}

function addSlope(slope: number[], { rows, right }: Choice, weights: readonly number[]): void {
  const scores = rows.map((row) => row.reduce((sum, own, at) => sum + own * (weights[at] as number), 0));
  const most = Math.max(...scores);
  const odds = scores.map((score) => Math.exp(score - most));
  const all = odds.reduce((sum, one) => sum + one, 0);
  for (const [nth, row] of rows.entries()) {
    const off = (odds[nth] as number) / all - (right.includes(nth) ? 1 / right.length : 0);
    for (const [at, own] of row.entries()) slope[at] = (slope[at] as number) + off * own;
  }
}
