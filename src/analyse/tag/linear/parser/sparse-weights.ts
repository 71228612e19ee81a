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

/** The label is in these bits of a pair, its weight above them. */
const WEIGHT = 8;
const LABEL_BITS = 255;

/**
 * Sparse rows behind an open-addressing table. A row is a run of whole numbers, of which one line of the cache holds
 * most: its feature, how many labels follow, and each label with its weight above it.
 */
export function sparseWeights(sparse: SparseRows): Weights {
  const { labels, scale } = sparse;
  const table = tableOf(sparse);
  const sums = new Int32Array(labels);
  return {
    addScores({ length, offsets, values }, scores) {
      for (let token = 0; token < length; token++) {
        sums.fill(0);
        for (let at = offsets[token] as number; at < (offsets[token + 1] as number); at++)
          addRow(table, values[at] as number, sums);
        for (let label = 0, here = token * labels; label < labels; label++, here++)
          scores[here] = (scores[here] as number) + (sums[label] as number) * scale;
      }
    },
  };
}

interface Table {
  readonly mask: number;
  /** Where a row begins, 0 where there is none. */
  readonly places: Int32Array;
  readonly rows: Int32Array;
}

function tableOf({ features, counts, touched, weights }: SparseRows): Table {
  let bits = 1;
  while (1 << bits < 2 * features.length) bits++;
  const mask = (1 << bits) - 1;
  const places = new Int32Array(mask + 1);
  const rows = new Int32Array(1 + 2 * features.length + touched.length);
  let end = 1;
  let pair = 0;
  for (let row = 0; row < features.length; row++) {
    const feature = features[row] as number;
    const count = counts[row] as number;
    let cell = feature & mask;
    while (places[cell] !== 0) cell = (cell + 1) & mask;
    places[cell] = end;
    rows[end++] = feature;
    rows[end++] = count;
    for (let last = pair + count; pair < last; pair++)
      rows[end++] = ((weights[pair] as number) << WEIGHT) | (touched[pair] as number);
  }
  return { mask, places, rows };
}

function addRow({ mask, places, rows }: Table, feature: number, sums: Int32Array): void {
  let cell = feature & mask;
  let place = places[cell] as number;
  while (place !== 0 && rows[place] !== feature) {
    cell = (cell + 1) & mask;
    place = places[cell] as number;
  }
  if (place === 0) return;
  for (let next = place + 2, last = next + (rows[place + 1] as number); next < last; next++) {
    const both = rows[next] as number;
    const label = both & LABEL_BITS;
    sums[label] = (sums[label] as number) + (both >> WEIGHT);
  }
}
