import type { ChainModel } from './chain-model.ts';
import { FeatureWriter } from './features.ts';
import type { KnownWords, WordValues } from './vocabulary.ts';

/** The features that a word by itself gives to a token: `view` says which token, and how it stands to it. */
export type WordFeatures = (word: WordValues, view: number, writer: FeatureWriter) => void;

/** Weights, and of how many labels. */
type Weighed = Pick<ChainModel, 'labels' | 'weights'>;

const FIRST_CAPACITY = 1 << 12;

/**
 * What words by themselves weigh for a token, summed once for each word and view: nearly half of all features say no more
 * than that a word stands here or there, and most words of a text have been seen before.
 */
export class WordSums {
  private readonly model: Weighed;
  private readonly words: KnownWords;
  private readonly views: number;
  private readonly features: WordFeatures;
  private readonly writer = new FeatureWriter();
  private sums: Float32Array<ArrayBuffer>;
  private summed: Uint8Array<ArrayBuffer>;

  constructor(model: Weighed, words: KnownWords, views: number, features: WordFeatures) {
    this.model = model;
    this.words = words;
    this.views = views;
    this.features = features;
    this.sums = new Float32Array(FIRST_CAPACITY * views * model.labels);
    this.summed = new Uint8Array(FIRST_CAPACITY * views);
  }

  /** Adds what a word weighs, seen so, to the scores of a token, which begin at `offset`. */
  addTo(scores: Float64Array, offset: number, number: number, view: number): void {
    const place = number * this.views + view;
    if (this.summed[place] !== 1) this.sum(number, view);
    const { labels } = this.model;
    const { sums } = this;
    for (let label = 0, at = place * labels; label < labels; label++, at++)
      scores[offset + label] = (scores[offset + label] as number) + (sums[at] as number);
  }

  private sum(number: number, view: number): void {
    const { labels, weights } = this.model;
    const place = number * this.views + view;
    if (place >= this.summed.length) this.grow(place);
    this.writer.start();
    this.features(this.words.at(number), view, this.writer);
    this.writer.endToken();
    const scores = new Float64Array(labels);
    weights.addScores(this.writer.view(), scores);
    this.sums.set(scores, place * labels);
    this.summed[place] = 1;
  }

  private grow(place: number): void {
    const length = Math.max(2 * this.summed.length, place + 1);
    const summed = new Uint8Array(length);
    summed.set(this.summed);
    const sums = new Float32Array(length * this.model.labels);
    sums.set(this.sums);
    this.summed = summed;
    this.sums = sums;
  }
}
