import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestLabels, type ChainModel, latticeOf, lossWithout, probability } from './chain-model.ts';
import { mix1 } from './hash.ts';
import { packedWeights } from './packed-weights.ts';
import { BOUNDARIES } from './sequence.ts';

const LABELS = 3;
const model = (seed: number): ChainModel => ({
  labels: LABELS,
  weights: { addScores: () => {} },
  transitions: Float64Array.from(
    { length: BOUNDARIES * LABELS * LABELS },
    (_, at) => (mix1(seed, at) % 1000) / 500,
  ),
});

/** Every sequence of labels with its score. */
function* all(
  chain: ChainModel,
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
        expect(lossWithout(chain, lattice, boundary, 2)).toBeCloseTo(total - less);
      }),
    );
  });

  test('adds up what a label is worth over texts of any length', () => {
    const level: ChainModel = { ...model(0), transitions: new Float64Array(BOUNDARIES * LABELS * LABELS) };
    const length = 3000;
    const [scores, boundary] = [new Float64Array(length * LABELS), new Uint8Array(length)];
    const lattice = latticeOf(level, scores, boundary);
    expect(lossWithout(level, lattice, boundary, 2)).toBeCloseTo(length * Math.log(3 / 2), 4);
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

test('packed weights add what their rows say, and nothing for what they do not know', () => {
  const features = Int32Array.of(3, 700, 4_000_000);
  const weights = packedWeights({
    labels: 2,
    weighed: 2,
    scale: 0.5,
    features,
    rows: Int8Array.of(1, 2, -4, 0, 10, -10),
  });
  const scores = new Float64Array(4);
  weights.addScores(
    { length: 2, offsets: Int32Array.of(0, 3, 4), values: Int32Array.of(3, 700, 99, 4_000_000) },
    scores,
  );
  expect([...scores]).toEqual([-1.5, 1, 5, -5]);
});

test('of two hundred thousand features hardly one is taken for another, in cells of either width', () => {
  const all = [...new Set(Array.from({ length: 200_000 }, (_, at) => mix1(1, at)))].toSorted((a, b) => a - b);
  const features = Int32Array.from(all);
  const known = new Set(all);
  for (const labels of [2, 5]) {
    const rows = Int8Array.from({ length: features.length * labels }, (_, at) => (mix1(2, at) % 255) - 127);
    const weights = packedWeights({ labels, weighed: labels, scale: 1, features, rows });
    const sumsOf = (values: Int32Array) => {
      const scores = new Float64Array(values.length * labels);
      const offsets = Int32Array.from({ length: values.length + 1 }, (_, at) => at);
      weights.addScores({ length: values.length, offsets, values }, scores);
      return scores;
    };
    const found = sumsOf(features);
    const right = all.filter((_, row) =>
      Array.from({ length: labels }, (_, label) => row * labels + label).every(
        (at) => found[at] === rows[at],
      ),
    );
    expect(right.length / all.length).toBeGreaterThan(0.998);
    const strangers = Int32Array.from({ length: 100_000 }, (_, at) => mix1(3, at)).filter(
      (feature) => !known.has(feature),
    );
    const sums = sumsOf(strangers);
    const untouched = strangers.filter((_, at) => sums[at * labels] === 0 && sums[at * labels + 1] === 0);
    expect(untouched.length / strangers.length).toBeGreaterThan(0.99);
  }
});
