import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestLabels, type Chain, latticeOf, lossWithout, probability } from './chain.ts';
import { mix1 } from './linear/hash.ts';
import { BOUNDARIES } from './linear/sequence.ts';

const LABELS = 3;
const model = (seed: number): Chain => ({
  labels: LABELS,
  transitions: Float64Array.from(
    { length: BOUNDARIES * LABELS * LABELS },
    (_, at) => (mix1(seed, at) % 1000) / 500,
  ),
});

/** Every sequence of labels with its score. */
function* all(
  chain: Chain,
  scores: Float64Array,
  boundary: Uint8Array,
): Generator<{ labels: number[]; score: number }> {
  const length = boundary.length;
  for (let number = 0; number < LABELS ** length; number++) {
    const labels = Array.from({ length }, (_, token) => Math.floor(number / LABELS ** token) % LABELS);
    let score = 0;
    for (const [token, label] of labels.entries()) {
      score += scores[token * LABELS + label] as number;
      if (token > 0)
        score += chain.transitions[
          ((boundary[token] as number) * LABELS + (labels[token - 1] as number)) * LABELS + label
        ] as number;
    }
    yield { labels, score };
  }
}

const problem = fc.tuple(
  fc.nat(1000),
  fc.array(
    fc.tuple(
      fc.array(fc.integer({ min: -3000, max: 3000 }), { minLength: LABELS, maxLength: LABELS }),
      fc.nat(BOUNDARIES - 1),
    ),
    { minLength: 1, maxLength: 5 },
  ),
);

describe('a chain', () => {
  test('finds the best labels of all, and the sum and the share of each, as counting them out does', () => {
    fc.assert(
      fc.property(problem, ([seed, tokens]) => {
        const chain = model(seed);
        const scores = Float64Array.from(tokens.flatMap(([values]) => values.map((value) => value / 1000)));
        const boundary = Uint8Array.from(tokens.map(([, kind]) => kind));
        const ways = [...all(chain, scores, boundary)];
        const best = ways.reduce((a, b) => (b.score > a.score ? b : a));
        const found = [...bestLabels(chain, { scores, boundary })];
        expect(ways.find(({ labels }) => labels.join() === found.join())?.score).toBeCloseTo(best.score);
        const lattice = latticeOf(chain, scores, boundary);
        const total = Math.log(ways.reduce((sum, { score }) => sum + Math.exp(score), 0));
        const summed = tokens.reduce(
          (sum, [values], token) => sum + Math.max(...values) / 1000 + Math.log(lattice.scale[token] ?? 0),
          0,
        );
        expect(summed).toBeCloseTo(total);
        const share = ways
          .filter(({ labels }) => labels[0] === 1)
          .reduce((sum, { score }) => sum + Math.exp(score - total), 0);
        expect(probability(lattice, 1)).toBeCloseTo(share);
        const left = ways.filter(({ labels }) => !labels.includes(2));
        const less = Math.log(left.reduce((sum, { score }) => sum + Math.exp(score), 0));
        expect(lossWithout(chain, lattice, boundary, 1 << 2)).toBeCloseTo(total - less);
      }),
    );
  });

  test('adds up what a label is worth over texts of any length', () => {
    const level: Chain = { ...model(0), transitions: new Float64Array(BOUNDARIES * LABELS * LABELS) };
    const length = 3000;
    const [scores, boundary] = [new Float64Array(length * LABELS), new Uint8Array(length)];
    const lattice = latticeOf(level, scores, boundary);
    expect(lossWithout(level, lattice, boundary, 1 << 2)).toBeCloseTo(length * Math.log(3 / 2), 4);
  });

  test('never takes a forbidden step', () => {
    const chain = model(1);
    const forbidden = new Uint8Array(LABELS * LABELS);
    forbidden[0 * LABELS + 2] = 1;
    const scores = Float64Array.of(5, 0, 0, 0, 0, 5, 0, 0, 5);
    expect([...bestLabels(chain, { scores, boundary: new Uint8Array(3), forbidden })].join()).not.toContain(
      '0,2',
    );
  });
});
