import type { Weights } from './chain-model.ts';
import type { Features } from './features.ts';
import { FEATURE_BITS } from './hash.ts';

/** Weights of one chain as they are packed: features in ascending order, and a row of small integers for each. */
export interface PackedChain {
  readonly labels: number;
  /** How many labels have weights, three or seven at most; those after them weigh nothing. */
  readonly weighed: number;
  /** What one unit of a small integer weighs. */
  readonly scale: number;
  readonly features: Int32Array;
  readonly rows: Int8Array;
}

/** Bits of the filter before the table: small enough to stay in the processor's cache, and most unknown features fail at it. */
const FILTER_BITS = 20;
/** More features than any token has. */
const MOST_FEATURES = 512;
/** Weights that fit into a cell of one number of 32 bits, beside the fingerprint, and into one of two. */
const NARROW = 3;
const WIDE = 7;

/**
 * Packed weights in an open-addressing table whose cells are one or two numbers of 32 bits: a fingerprint of 8 bits, and
 * a weight in every further 8. Nearly all the time goes into waiting for memory, so the features of a token are looked up
 * in three loops: the first keeps those that pass a filter of one bit each; the second touches their cells, one after the
 * other without waiting for any; the third finds them there and adds their rows.
 * The fingerprint comes behind the filter: one unknown feature in thousands is taken for another.
 */
export function packedWeights(chain: PackedChain): Weights {
  const { labels, weighed, scale, features } = chain;
  if (weighed > WIDE) throw new Error(`expected at most ${WIDE} labels with weights, found ${weighed}`);
  const width = weighed <= NARROW ? 1 : 2;
  const mask = tableSize(features.length) - 1;
  const cells = tableOf(chain, mask, width);
  const filter = filterOf(features);
  const known = new Int32Array(MOST_FEATURES);
  const touched = new Int32Array(1);

  /** Leaves the features of a token that may be in the table at the beginning of `known`. Gives their number. */
  function passFilter(values: Int32Array, first: number, end: number): number {
    let count = 0;
    for (let at = first; at < end; at++) {
      const feature = values[at] as number;
      const bit = feature >>> (FEATURE_BITS - FILTER_BITS);
      known[count] = feature;
      count += ((filter[bit >>> 3] as number) >>> (bit & 7)) & 1;
    }
    let touch = 0;
    for (let at = 0; at < count; at++) touch ^= cells[((known[at] as number) & mask) * width] as number;
    touched[0] = touch;
    return count;
  }

  // Sums by name stay in registers; in an array each addition would go through memory.
  function addNarrow({ length, offsets, values }: Features, scores: Float64Array): void {
    for (let token = 0; token < length; token++) {
      const count = passFilter(values, offsets[token] as number, offsets[token + 1] as number);
      let [s0, s1, s2] = [0, 0, 0];
      for (let at = 0; at < count; at++) {
        const feature = known[at] as number;
        const wanted = fingerprintOf(feature);
        let cell = feature & mask;
        let found = cells[cell] as number;
        while (found !== 0 && (found & 255) !== wanted) {
          cell = (cell + 1) & mask;
          found = cells[cell] as number;
        }
        s0 += (found << 16) >> 24;
        s1 += (found << 8) >> 24;
        s2 += found >> 24;
      }
      const here = token * labels;
      scores[here] = (scores[here] as number) + s0 * scale;
      if (weighed > 1) scores[here + 1] = (scores[here + 1] as number) + s1 * scale;
      if (weighed > 2) scores[here + 2] = (scores[here + 2] as number) + s2 * scale;
    }
  }

  function addWide({ length, offsets, values }: Features, scores: Float64Array): void {
    for (let token = 0; token < length; token++) {
      const count = passFilter(values, offsets[token] as number, offsets[token + 1] as number);
      let [s0, s1, s2, s3, s4, s5, s6] = [0, 0, 0, 0, 0, 0, 0];
      for (let at = 0; at < count; at++) {
        const feature = known[at] as number;
        const wanted = fingerprintOf(feature);
        let cell = feature & mask;
        let found = cells[2 * cell] as number;
        while (found !== 0 && (found & 255) !== wanted) {
          cell = (cell + 1) & mask;
          found = cells[2 * cell] as number;
        }
        if (found === 0) continue;
        const more = cells[2 * cell + 1] as number;
        s0 += (found << 16) >> 24;
        s1 += (found << 8) >> 24;
        s2 += found >> 24;
        s3 += (more << 24) >> 24;
        s4 += (more << 16) >> 24;
        s5 += (more << 8) >> 24;
        s6 += more >> 24;
      }
      const here = token * labels;
      scores[here] = (scores[here] as number) + s0 * scale;
      scores[here + 1] = (scores[here + 1] as number) + s1 * scale;
      scores[here + 2] = (scores[here + 2] as number) + s2 * scale;
      scores[here + 3] = (scores[here + 3] as number) + s3 * scale;
      if (weighed > 4) scores[here + 4] = (scores[here + 4] as number) + s4 * scale;
      if (weighed > 5) scores[here + 5] = (scores[here + 5] as number) + s5 * scale;
      if (weighed > 6) scores[here + 6] = (scores[here + 6] as number) + s6 * scale;
    }
  }

  return { addScores: width === 1 ? addNarrow : addWide };
}

function tableOf({ weighed, features, rows }: PackedChain, mask: number, width: number): Int32Array {
  const cells = new Int32Array((mask + 1) * width);
  for (let row = 0; row < features.length; row++) {
    const feature = features[row] as number;
    let cell = feature & mask;
    while (cells[cell * width] !== 0) cell = (cell + 1) & mask;
    cells[cell * width] = fingerprintOf(feature);
    for (let label = 0; label < weighed; label++) {
      const at = cell * width + ((label + 1) >> 2);
      const weight = (rows[row * weighed + label] as number) & 255;
      cells[at] = (cells[at] as number) | (weight << (8 * ((label + 1) & 3)));
    }
  }
  return cells;
}

function filterOf(features: Int32Array): Uint8Array {
  const filter = new Uint8Array(1 << (FILTER_BITS - 3));
  for (const feature of features) {
    const bit = feature >>> (FEATURE_BITS - FILTER_BITS);
    filter[bit >>> 3] = (filter[bit >>> 3] as number) | (1 << (bit & 7));
  }
  return filter;
}

/** The upper bits of a feature; never 0, which marks an empty cell. */
function fingerprintOf(feature: number): number {
  const upper = feature >>> (FEATURE_BITS - 8);
  return upper === 0 ? 1 : upper;
}

/** A power of two with a quarter of the table free: runs of taken cells are short and mostly in one line of the cache. */
function tableSize(count: number): number {
  let size = 1024;
  while (size * 3 < count * 4) size *= 2;
  return size;
}
