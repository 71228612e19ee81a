/** The features of a sequence: token `i` has those from `offsets[i]` to `offsets[i + 1]`. */
export interface Features {
  readonly length: number;
  readonly offsets: Int32Array;
  readonly values: Int32Array;
}

/** More features than any token has. */
const MOST_FEATURES = 128;

/** Collects features token by token, in one buffer that is used again for every sequence. */
export class FeatureWriter {
  /** Another buffer takes its place where a token ends and there may be no room for the next. */
  values: Int32Array = new Int32Array(1 << 16);
  private offsets = new Int32Array(1 << 10);
  private count = 0;
  private tokens = 0;

  start(): void {
    this.count = 0;
    this.tokens = 0;
    this.offsets[0] = 0;
  }

  add(feature: number): void {
    this.values[this.count++] = feature;
  }

  /** Where so many features of the token go in `values`. */
  take(features: number): number {
    const place = this.count;
    this.count += features;
    return place;
  }

  endToken(): void {
    if (this.count + MOST_FEATURES > this.values.length) this.values = grown(this.values);
    this.tokens++;
    if (this.tokens === this.offsets.length) this.offsets = grown(this.offsets);
    this.offsets[this.tokens] = this.count;
  }

  /** The features so far, as views that the next `start` makes void. */
  view(): Features {
    return {
      length: this.tokens,
      offsets: this.offsets.subarray(0, this.tokens + 1),
      values: this.values.subarray(0, this.count),
    };
  }
}

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

/** A distance in buckets that widen, with its direction. */
export function bucket(distance: number): number {
  const far = Math.abs(distance);
  const size =
    far <= 3 ? far : far <= 5 ? 4 : far <= 8 ? 5 : far <= 12 ? 6 : far <= 20 ? 7 : far <= 35 ? 8 : 9;
  return distance < 0 ? -size - 1 : size + 1;
}

/** Stands for what a token before the first or after the last has. */
export const BEFORE = 0x7778;
export const AFTER = 0x7779;

export function at(array: Int32Array | Uint8Array, index: number): number {
  return index < 0 ? BEFORE : index >= array.length ? AFTER : (array[index] as number);
}
