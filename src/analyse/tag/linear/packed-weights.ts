import type { Weights } from './chain-model.ts';
import { FEATURE_BITS } from './hash.ts';

/** Weights of one chain as they are packed: features in ascending order, and a row of small integers for each. */
export interface PackedChain {
  readonly labels: number;
  /** What one unit of a small integer weighs. */
  readonly scale: number;
  readonly features: Int32Array;
  readonly rows: Int8Array;
}

/** Bits of the filter before the table: small enough to stay in the processor's cache, and most unknown features fail at it. */
const FILTER_BITS = 23;
/** More features than any token has. */
const MOST_FEATURES = 512;

/** A cell holds a fingerprint and a row, side by side in one line of the cache. */
const CELL = 8;

/**
 * Packed weights in an open-addressing table. Nearly all the time goes into waiting for memory, so the features of a
 * token are looked up in three loops: the first keeps those that pass a filter of one bit each; the second touches
 * their cells, one after the other without waiting for any; the third finds them there and adds their rows.
 * A fingerprint has 8 bits and comes behind the filter: one unknown feature in thousands is taken for another.
 */
export function packedWeights({ labels, scale, features, rows }: PackedChain): Weights {
  const mask = tableSize(features.length) - 1;
  const cells = new Int8Array((mask + 1) * CELL);
  const filter = new Uint8Array(1 << (FILTER_BITS - 3));
  for (let row = 0; row < features.length; row++) {
    const feature = features[row] as number;
    const bit = feature >>> (FEATURE_BITS - FILTER_BITS);
    filter[bit >>> 3] = (filter[bit >>> 3] as number) | (1 << (bit & 7));
    let cell = (feature & mask) * CELL;
    while (cells[cell] !== 0) cell = (cell + CELL) & (mask * CELL);
    cells[cell] = fingerprintOf(feature);
    for (let label = 0; label < labels; label++)
      cells[cell + 1 + label] = rows[row * labels + label] as number;
  }
  const wrap = mask * CELL;
  const sums = new Int32Array(CELL - 1);
  const known = new Int32Array(MOST_FEATURES);
  const touched = new Int32Array(1);
  return {
    addScores({ length, offsets, values }, scores) {
      for (let token = 0; token < length; token++) {
        const end = offsets[token + 1] as number;
        let count = 0;
        for (let at = offsets[token] as number; at < end; at++) {
          const feature = values[at] as number;
          const bit = feature >>> (FEATURE_BITS - FILTER_BITS);
          known[count] = feature;
          count += ((filter[bit >>> 3] as number) >>> (bit & 7)) & 1;
        }
        let touch = 0;
        for (let at = 0; at < count; at++) touch ^= cells[((known[at] as number) & mask) * CELL] as number;
        touched[0] = touch;
        // Seven sums by name stay in registers; in an array each addition would go through memory.
        let [s0, s1, s2, s3, s4, s5, s6] = [0, 0, 0, 0, 0, 0, 0];
        for (let at = 0; at < count; at++) {
          const feature = known[at] as number;
          const wanted = fingerprintOf(feature);
          let cell = (feature & mask) * CELL;
          let found = cells[cell] as number;
          while (found !== wanted && found !== 0) {
            cell = (cell + CELL) & wrap;
            found = cells[cell] as number;
          }
          if (found === 0) continue;
          s0 += cells[cell + 1] as number;
          s1 += cells[cell + 2] as number;
          s2 += cells[cell + 3] as number;
          s3 += cells[cell + 4] as number;
          s4 += cells[cell + 5] as number;
          s5 += cells[cell + 6] as number;
          s6 += cells[cell + 7] as number;
        }
        sums[0] = s0;
        sums[1] = s1;
        sums[2] = s2;
        sums[3] = s3;
        sums[4] = s4;
        sums[5] = s5;
        sums[6] = s6;
        for (let label = 0; label < labels; label++)
          scores[token * labels + label] =
            (scores[token * labels + label] as number) + (sums[label] as number) * scale;
      }
    },
  };
}

/** The upper bits of a feature as a signed byte; never 0, which marks an empty cell. */
function fingerprintOf(feature: number): number {
  const upper = ((feature >>> (FEATURE_BITS - 8)) << 24) >> 24;
  return upper === 0 ? 1 : upper;
}

/** A power of two with a quarter of the table free: runs of taken cells are short and mostly in one line of the cache. */
function tableSize(count: number): number {
  let size = 1024;
  while (size * 3 < count * 4) size *= 2;
  return size;
}
