import type { Weights } from './chain-model.ts';

/** Weights of one chain as they are packed: features in ascending order, and a row of small integers for each. */
export interface PackedChain {
  readonly labels: number;
  /** What one unit of a small integer weighs. */
  readonly scale: number;
  readonly features: Int32Array;
  readonly rows: Int8Array;
}

/** Packed weights behind an open-addressing table: one probe or two for a feature, most of which have no row. */
export function packedWeights({ labels, scale, features, rows }: PackedChain): Weights {
  const mask = tableSize(features.length) - 1;
  const keys = new Int32Array(mask + 1);
  const places = new Int32Array(mask + 1).fill(-1);
  for (let row = 0; row < features.length; row++) {
    const feature = features[row] as number;
    let slot = feature & mask;
    while ((places[slot] as number) >= 0) slot = (slot + 1) & mask;
    keys[slot] = feature;
    places[slot] = row * labels;
  }
  const sums = new Int32Array(labels);
  return {
    addScores({ length, offsets, values }, scores) {
      for (let token = 0; token < length; token++) {
        sums.fill(0);
        const end = offsets[token + 1] as number;
        for (let at = offsets[token] as number; at < end; at++) {
          const feature = values[at] as number;
          let slot = feature & mask;
          let place = places[slot] as number;
          while (place >= 0 && keys[slot] !== feature) {
            slot = (slot + 1) & mask;
            place = places[slot] as number;
          }
          if (place < 0) continue;
          for (let label = 0; label < labels; label++)
            sums[label] = (sums[label] as number) + (rows[place + label] as number);
        }
        for (let label = 0; label < labels; label++)
          scores[token * labels + label] =
            (scores[token * labels + label] as number) + (sums[label] as number) * scale;
      }
    },
  };
}

/** A power of two with at least half of the table free. */
function tableSize(count: number): number {
  let size = 1024;
  while (size < count * 2) size *= 2;
  return size;
}
