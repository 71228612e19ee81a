import type { Weights } from '../../../src/analyse/tag/linear/chain-model.ts';
import type { Features } from '../../../src/analyse/tag/linear/features.ts';
import { FEATURE_BITS } from '../../../src/analyse/tag/linear/hash.ts';

/** How something is learnt; the figures behind the numbers stand in docs/decisions/0026-the-linear-parser.md. */
export interface Settings {
  readonly epochs: number;
  /** Features that fewer texts have are left out: what one text repeats tells nothing of others. */
  readonly least: number;
  readonly rate: number;
  /** Slopes smaller than this change nothing: with more, a feature touches fewer labels. */
  readonly tiny: number;
  /** The share of features that each look leaves out. */
  readonly dropout: number;
  readonly seed: number;
}

const MOST_FEATURES = 128;
/** Weights are averaged over what they are after each epoch from this one on (Collins 2002). */
const AVERAGED_FROM = 2;

/**
 * Weights of hashed features that are learnt decision by decision: logistic regression over several labels by AdaGrad
 * (Duchi and others 2011). Features are counted first; then each decision takes its features, scores and learns.
 */
export class Learner implements Weights {
  readonly labels: number;
  private readonly settings: Settings;
  private readonly counts = new Uint8Array(2 ** FEATURE_BITS);
  /** The last text that had a feature, and 1 more. */
  private readonly texts = new Uint16Array(2 ** FEATURE_BITS);
  /** The row of a feature and 1 more; 0 where it has none yet. */
  private readonly rows = new Int32Array(2 ** FEATURE_BITS);
  private size = 0;
  private weights: Float32Array;
  private squares: Float32Array;
  private sums: Float32Array;
  private averaged = 0;
  private readonly taken = new Int32Array(MOST_FEATURES);
  private takenCount = 0;

  constructor(settings: Settings & { readonly labels: number }) {
    this.settings = settings;
    this.labels = settings.labels;
    this.weights = new Float32Array((1 << 16) * settings.labels);
    this.squares = new Float32Array(this.weights.length);
    this.sums = new Float32Array(this.weights.length);
  }

  /** Counts features once a text; each text by a number of its own, one after the other. */
  count({ offsets, values }: Features, text: number): void {
    for (let at = 0; at < (offsets[1] as number); at++) {
      const value = values[at] as number;
      if (this.texts[value] === text + 1) continue;
      this.texts[value] = text + 1;
      if ((this.counts[value] as number) < 255) this.counts[value] = (this.counts[value] as number) + 1;
    }
  }

  /** Takes the features of one decision, without a share of them. */
  take({ offsets, values }: Features, random: () => number): void {
    const { dropout } = this.settings;
    this.takenCount = 0;
    for (let at = 0; at < (offsets[1] as number); at++) {
      if (random() < dropout) continue;
      const row = this.rowOf(values[at] as number);
      if (row >= 0) this.taken[this.takenCount++] = row;
    }
  }

  score(scores: Float64Array): void {
    scores.fill(0);
    for (let at = 0; at < this.takenCount; at++) {
      const row = (this.taken[at] as number) * this.labels;
      for (let label = 0; label < this.labels; label++)
        scores[label] = (scores[label] as number) + (this.weights[row + label] as number);
    }
  }

  /** A step down the slopes of the labels' scores. */
  learn(slopes: Float64Array, weight: number): void {
    const { labels } = this;
    const { rate, tiny } = this.settings;
    for (let label = 0; label < labels; label++) {
      const slope = weight * (slopes[label] as number);
      if (Math.abs(slope) < tiny) continue;
      for (let at = 0; at < this.takenCount; at++) {
        const place = (this.taken[at] as number) * labels + label;
        const square = (this.squares[place] as number) + slope * slope;
        this.squares[place] = square;
        this.weights[place] = (this.weights[place] as number) - (rate * slope) / (Math.sqrt(square) + 1e-6);
      }
    }
  }

  /** Takes what weights are now into their mean. */
  endEpoch(epoch: number): void {
    if (epoch < Math.min(AVERAGED_FROM, this.settings.epochs - 1)) return;
    this.averaged++;
    for (let at = 0; at < this.size * this.labels; at++)
      this.sums[at] = (this.sums[at] as number) + (this.weights[at] as number);
  }

  /** The learner, with the mean of its weights in their place. */
  finished(): Learner {
    for (let at = 0; at < this.size * this.labels; at++)
      this.weights[at] = (this.sums[at] as number) / this.averaged;
    return this;
  }

  addScores({ length, offsets, values }: Features, scores: Float64Array): void {
    for (let token = 0; token < length; token++)
      for (let at = offsets[token] as number; at < (offsets[token + 1] as number); at++) {
        const row = (this.rows[values[at] as number] as number) - 1;
        if (row < 0) continue;
        for (let label = 0; label < this.labels; label++) {
          const here = token * this.labels + label;
          scores[here] = (scores[here] as number) + (this.weights[row * this.labels + label] as number);
        }
      }
  }

  /** The features in ascending order, with their rows. */
  inOrder(): { labels: number; features: Int32Array; rows: Float32Array } {
    const features = new Int32Array(this.size);
    const rows = new Float32Array(this.size * this.labels);
    let place = 0;
    for (let feature = 0; feature < this.rows.length; feature++) {
      const row = (this.rows[feature] as number) - 1;
      if (row < 0) continue;
      features[place] = feature;
      rows.set(this.weights.subarray(row * this.labels, (row + 1) * this.labels), place * this.labels);
      place++;
    }
    return { labels: this.labels, features, rows };
  }

  private rowOf(feature: number): number {
    const row = this.rows[feature] as number;
    if (row > 0) return row - 1;
    if ((this.counts[feature] as number) < this.settings.least) return -1;
    if ((this.size + 1) * this.labels > this.weights.length) this.grow();
    this.rows[feature] = ++this.size;
    return this.size - 1;
  }

  private grow(): void {
    const larger = (old: Float32Array) => {
      const array = new Float32Array(2 * old.length);
      array.set(old);
      return array;
    };
    this.weights = larger(this.weights);
    this.squares = larger(this.squares);
    this.sums = larger(this.sums);
  }
}

/**
 * The slopes of the logistic loss by the scores: what a label is likely, less what it should be. Of several that are right
 * each should be what it is likely among them; `may` says which labels there can be, all where it is left out.
 */
export function slopesOf(
  scores: Float64Array,
  { right, may = null }: { right: readonly number[]; may?: readonly number[] | null },
  slopes: Float64Array,
): void {
  const most = scores[best(scores, may)] as number;
  let all = 0;
  let wanted = 0;
  for (let label = 0; label < scores.length; label++) {
    const can = may === null || may.includes(label);
    const share = can ? Math.exp((scores[label] as number) - most) : 0;
    slopes[label] = share;
    all += share;
    if (right.includes(label)) wanted += share;
  }
  for (let label = 0; label < scores.length; label++) {
    const share = slopes[label] as number;
    slopes[label] = share / all - (right.includes(label) ? share / Math.max(wanted, Number.MIN_VALUE) : 0);
  }
}

/** The label with the largest score of those that there can be. */
export function best(scores: Float64Array, may: readonly number[] | null = null): number {
  let found = may?.[0] ?? 0;
  for (let label = 0; label < scores.length; label++)
    if ((scores[label] as number) > (scores[found] as number) && (may === null || may.includes(label)))
      found = label;
  return found;
}

export function shuffle(order: Int32Array, random: () => number): void {
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const kept = order[last] as number;
    order[last] = order[other] as number;
    order[other] = kept;
  }
}
