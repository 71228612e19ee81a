import type { Features } from '../features.ts';

/** More features than any decision has. */
const MOST = 96;

/** The features of one decision of the parser, in a buffer that the next decision uses again. */
export class Decision implements Features {
  readonly length = 1;
  readonly offsets: Int32Array = new Int32Array(2);
  readonly values: Int32Array = new Int32Array(MOST);

  start(): void {
    this.offsets[1] = 0;
  }

  add(feature: number): void {
    this.values[this.take(1)] = feature;
  }

  /** Where so many features go in `values`. */
  take(features: number): number {
    const place = this.offsets[1] as number;
    this.offsets[1] = place + features;
    return place;
  }
}
