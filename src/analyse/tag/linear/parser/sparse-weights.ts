import type { Weights } from '../chain-model.ts';

/** Weights for many labels of which a feature touches few: features in ascending order, and each one's labels with their weights. */
export interface SparseRows {
  readonly labels: number;
  /** What one unit of a small integer weighs. */
  readonly scale: number;
  readonly features: Int32Array;
  /** How many labels each feature touches. */
  readonly counts: Uint8Array;
  /** The labels and weights of all features, one feature's after the other's. */
  readonly touched: Uint8Array;
  readonly weights: Int8Array;
}

/** Bits of a weight in a pair of a weight and its label. */
const WEIGHT = 8;

/**
 * Sparse rows behind an open-addressing table. A row is a run of whole numbers, of which one line of the cache holds
 * most: its feature, how many labels follow, and each label with its weight above it.
 */
export function sparseWeights({ labels, scale, features, counts, touched, weights }: SparseRows): Weights {
  let bits = 1;
  while (1 << bits < 2 * features.length) bits++;
  const mask = (1 << bits) - 1;
  const places = new Int32Array(mask + 1);
  // The place 0 says that there is no row.
  const rows = new Int32Array(1 + 2 * features.length + touched.length);
  let end = 1;
  let pair = 0;
  for (let row = 0; row < features.length; row++) {
    const feature = features[row] as number;
    let cell = feature & mask;
    while (places[cell] !== 0) cell = (cell + 1) & mask;
    places[cell] = end;
    rows[end++] = feature;
    const count = counts[row] as number;
    rows[end++] = count;
    for (let last = pair + count; pair < last; pair++)
      rows[end++] = ((weights[pair] as number) << WEIGHT) | (touched[pair] as number);
  }
  const sums = new Int32Array(labels);
  return {
    addScores({ length, offsets, values }, scores) {
      for (let token = 0; token < length; token++) {
        sums.fill(0);
        for (let at = offsets[token] as number; at < (offsets[token + 1] as number); at++) {
          const feature = values[at] as number;
          let cell = feature & mask;
          let place = places[cell] as number;
          while (place !== 0 && rows[place] !== feature) {
            cell = (cell + 1) & mask;
            place = places[cell] as number;
          }
          if (place === 0) continue;
          for (let next = place + 2, last = next + (rows[place + 1] as number); next < last; next++) {
            const both = rows[next] as number;
            const label = both & 255;
            sums[label] = (sums[label] as number) + (both >> WEIGHT);
          }
        }
        for (let label = 0, here = token * labels; label < labels; label++, here++)
          scores[here] = (scores[here] as number) + (sums[label] as number) * scale;
      }
    },
  };
}
