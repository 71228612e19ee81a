import type { Features } from '../../src/analyse/tag/linear/features.ts';
import { FEATURE_BITS } from '../../src/analyse/tag/linear/hash.ts';

/**
 * Numbers the features that occur often enough: counts them all first, then gives each its row in an
 * open-addressing table.
 */
export class FeatureIndex {
  private readonly counts = new Uint8Array(2 ** FEATURE_BITS);
  private keys = new Int32Array(1 << 20);
  private rows = new Int32Array(1 << 20).fill(-1);
  private readonly least: number;
  size = 0;

  constructor(least: number) {
    this.least = least;
  }

  count({ values }: Features): void {
    for (const value of values)
      if ((this.counts[value] as number) < 255) this.counts[value] = (this.counts[value] as number) + 1;
  }

  /** The features as rows; what is too rare is left out. */
  toRows({ length, offsets, values }: Features): Features {
    const rows = new Int32Array(values.length);
    const starts = new Int32Array(length + 1);
    let count = 0;
    for (let token = 0; token < length; token++) {
      for (let at = offsets[token] as number; at < (offsets[token + 1] as number); at++) {
        const row = this.rowOf(values[at] as number);
        if (row >= 0) rows[count++] = row;
      }
      starts[token + 1] = count;
    }
    return { length, offsets: starts, values: rows.slice(0, count) };
  }

  /** The features in ascending order, with the rows of `labels` numbers that are theirs. */
  inOrder(rows: Float32Array, labels: number): { features: Int32Array; rows: Float32Array } {
    const pairs: [feature: number, row: number][] = [];
    for (let slot = 0; slot < this.rows.length; slot++)
      if ((this.rows[slot] as number) >= 0)
        pairs.push([this.keys[slot] as number, this.rows[slot] as number]);
    pairs.sort(([a], [b]) => a - b);
    const ordered = new Float32Array(pairs.length * labels);
    for (const [place, [, row]] of pairs.entries())
      ordered.set(rows.subarray(row * labels, (row + 1) * labels), place * labels);
    return { features: Int32Array.from(pairs, ([feature]) => feature), rows: ordered };
  }

  private rowOf(feature: number): number {
    if ((this.counts[feature] as number) < this.least) return -1;
    const mask = this.rows.length - 1;
    let slot = feature & mask;
    while ((this.rows[slot] as number) >= 0) {
      if (this.keys[slot] === feature) return this.rows[slot] as number;
      slot = (slot + 1) & mask;
    }
    this.keys[slot] = feature;
    this.rows[slot] = this.size++;
    if (this.size * 2 > this.rows.length) this.grow();
    return this.size - 1;
  }

  private grow(): void {
    const [keys, rows] = [this.keys, this.rows];
    this.keys = new Int32Array(keys.length * 2);
    this.rows = new Int32Array(rows.length * 2).fill(-1);
    const mask = this.rows.length - 1;
    for (let old = 0; old < rows.length; old++) {
      if ((rows[old] as number) < 0) continue;
      let slot = (keys[old] as number) & mask;
      while ((this.rows[slot] as number) >= 0) slot = (slot + 1) & mask;
      this.keys[slot] = keys[old] as number;
      this.rows[slot] = rows[old] as number;
    }
  }
}
