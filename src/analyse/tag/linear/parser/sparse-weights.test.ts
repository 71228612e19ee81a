import { expect, test } from 'vitest';
import { sparseWeights } from './sparse-weights.ts';

test('a feature adds its weights to the labels that it touches, and an unknown one none', () => {
  // 3 and 7 begin their search at the same place of a table of four.
  const weights = sparseWeights({
    labels: 4,
    scale: 0.5,
    features: Int32Array.of(3, 7),
    counts: Uint8Array.of(2, 1),
    touched: Uint8Array.of(0, 3, 1),
    weights: Int8Array.of(2, -4, 127),
  });
  const scores = new Float64Array(8).fill(1);
  weights.addScores(
    { length: 2, offsets: Int32Array.of(0, 3, 4), values: Int32Array.of(3, 7, 11, 3) },
    scores,
  );
  expect([...scores]).toEqual([2, 64.5, 1, -1, 2, 1, 1, -1]);
});

test('without features there is nothing to add', () => {
  const none = new Int32Array();
  const weights = sparseWeights({
    labels: 1,
    scale: 1,
    features: none,
    counts: new Uint8Array(),
    touched: new Uint8Array(),
    weights: new Int8Array(),
  });
  const scores = new Float64Array(1);
  weights.addScores({ length: 1, offsets: Int32Array.of(0, 1), values: Int32Array.of(5) }, scores);
  expect([...scores]).toEqual([0]);
});
