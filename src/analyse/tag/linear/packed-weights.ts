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

/** Weights that fit into a cell of one number of 32 bits, beside the fingerprint, and into one of two. */
const NARROW = 3;
const WIDE = 7;

/**
 * Packed weights in an open-addressing table whose cells are one or two numbers of 32 bits: a fingerprint of 8 bits, and
 * a weight in every further 8. The fingerprint has the bits of the feature that its first place does not tell, and whether it was
 * moved on from there by an odd number of places: one feature in a thousand is taken for another. Most of the time goes into
 * waiting for memory: the cells of a token's features are touched first, one after the other without waiting for any.
 */
export function packedWeights(chain: PackedChain): Weights {
  const { weighed, features } = chain;
  if (weighed > WIDE) throw new Error(`expected at most ${WIDE} labels with weights, found ${weighed}`);
  const bits = tableBits(features.length);
  const width = weighed <= NARROW ? 1 : 2;
  const table: Table = { ...chain, bits, cells: tableOf(chain, bits, width) };
  const add = width === 1 ? addNarrow : addWide;
  return { addScores: (own, scores) => add(table, own, scores) };
}

interface Table extends Pick<PackedChain, 'labels' | 'weighed' | 'scale'> {
  /** The table has two to the power of these places. */
  readonly bits: number;
  readonly cells: Int32Array;
}

/** Where what was touched goes, so that touching is not left out as idle. */
const touched = new Int32Array(1);

// Sums by name stay in registers, where in an array each addition would go through memory; "| 0" keeps them whole numbers.
function addNarrow(table: Table, { length, offsets, values }: Features, scores: Float64Array): void {
  const { labels, weighed, scale, bits, cells } = table;
  const mask = (1 << bits) - 1;
  for (let token = 0; token < length; token++) {
    const end = offsets[token + 1] as number;
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let touch = 0;
    for (let at = offsets[token] as number; at < end; at++)
      touch ^= cells[(values[at] as number) & mask] as number;
    touched[0] = touch;
    for (let at = offsets[token] as number; at < end; at++) {
      const feature = values[at] as number;
      let wanted = fingerprintOf(feature, bits);
      let cell = feature & mask;
      let found = cells[cell] as number;
      while (found !== 0 && (found & 255) !== (wanted || 1)) {
        cell = (cell + 1) & mask;
        wanted ^= 1;
        found = cells[cell] as number;
      }
      s0 = (s0 + ((found << 16) >> 24)) | 0;
      s1 = (s1 + ((found << 8) >> 24)) | 0;
      s2 = (s2 + (found >> 24)) | 0;
    }
    const here = token * labels;
    scores[here] = (scores[here] as number) + s0 * scale;
    if (weighed > 1) scores[here + 1] = (scores[here + 1] as number) + s1 * scale;
    if (weighed > 2) scores[here + 2] = (scores[here + 2] as number) + s2 * scale;
  }
}

function addWide(table: Table, { length, offsets, values }: Features, scores: Float64Array): void {
  const { labels, weighed, scale, bits, cells } = table;
  const mask = (1 << bits) - 1;
  for (let token = 0; token < length; token++) {
    const end = offsets[token + 1] as number;
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    let s4 = 0;
    let s5 = 0;
    let s6 = 0;
    let touch = 0;
    for (let at = offsets[token] as number; at < end; at++)
      touch ^= cells[2 * ((values[at] as number) & mask)] as number;
    touched[0] = touch;
    for (let at = offsets[token] as number; at < end; at++) {
      const feature = values[at] as number;
      let wanted = fingerprintOf(feature, bits);
      let cell = feature & mask;
      let found = cells[2 * cell] as number;
      while (found !== 0 && (found & 255) !== (wanted || 1)) {
        cell = (cell + 1) & mask;
        wanted ^= 1;
        found = cells[2 * cell] as number;
      }
      if (found === 0) continue;
      const more = cells[2 * cell + 1] as number;
      s0 = (s0 + ((found << 16) >> 24)) | 0;
      s1 = (s1 + ((found << 8) >> 24)) | 0;
      s2 = (s2 + (found >> 24)) | 0;
      s3 = (s3 + ((more << 24) >> 24)) | 0;
      s4 = (s4 + ((more << 16) >> 24)) | 0;
      s5 = (s5 + ((more << 8) >> 24)) | 0;
      s6 = (s6 + (more >> 24)) | 0;
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

function tableOf({ weighed, features, rows }: PackedChain, bits: number, width: number): Int32Array {
  const mask = (1 << bits) - 1;
  const cells = new Int32Array((mask + 1) * width);
  for (let row = 0; row < features.length; row++) {
    const feature = features[row] as number;
    let fingerprint = fingerprintOf(feature, bits);
    let cell = feature & mask;
    while (cells[cell * width] !== 0) {
      cell = (cell + 1) & mask;
      fingerprint ^= 1;
    }
    cells[cell * width] = fingerprint || 1;
    for (let label = 0; label < weighed; label++) {
      const at = cell * width + ((label + 1) >> 2);
      const weight = (rows[row * weighed + label] as number) & 255;
      cells[at] = (cells[at] as number) | (weight << (8 * ((label + 1) & 3)));
    }
  }
  return cells;
}

/** Seven bits above those of the first place, and none for the places moved; 0 is written as 1, since it marks an empty cell. */
function fingerprintOf(feature: number, bits: number): number {
  return ((feature >>> bits) & 127) << 1;
}

/** A third of the table stays free: runs of taken cells are short. With these many bits or more, fingerprints miss none of a feature. */
function tableBits(count: number): number {
  let bits = FEATURE_BITS - 7;
  while ((1 << bits) * 2 < count * 3) bits++;
  return bits;
}
