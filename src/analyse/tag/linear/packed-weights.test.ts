import { expect, test } from 'vitest';
import { mix1 } from './hash.ts';
import { packedWeights } from './packed-weights.ts';

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
