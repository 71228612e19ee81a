import { isScheduled } from '../../record/index.ts';
import type { PairLink } from '../joining.ts';
import type { Likeness } from '../words.ts';
import { type Alike, eventFeatures } from './features.ts';
import type { ToldEvent } from './told-event.ts';

/** Fitted by `training/links/fit.ts`, in the order of EVENT_FEATURES: by words and dates alone, and with what the model tells. */
const BY_WORDS: Logistic = {
  bias: -5.24,
  weights: [
    2.96, 0.54, 0.9, 0.95, -0.81, -0.37, 0.43, 0.15, 2.48, 0.88, -0.13, 1.86, -2.51, -0.52, 0.25, 1.68, 0.99,
    0.42, 0.05, -0.0, 1.72, 0.99, 0.0, 0.0,
  ],
};
const BY_MODEL: Logistic = {
  bias: -5.16,
  weights: [
    2.25, 0.55, 0.33, 1.1, -0.69, -0.3, 0.56, 0.14, 2.36, 0.86, -0.16, 1.45, -2.29, -0.35, 0.25, 1.64, 0.94,
    0.33, 0.08, 0.07, 0.79, 0.78, 6.7, 9.79,
  ],
};

interface Logistic {
  readonly bias: number;
  readonly weights: readonly number[];
}

/** Pairs that are less sure than this by words and dates alone are not looked at by the model. */
const HARDLY = 0.03;

export const LEAST = 0.3;

/** Whether two events may be looked at: of two reports, and one of them announced. */
export const mayBeOne = (a: ToldEvent, b: ToldEvent): boolean =>
  !areEventsApart(a, b) && (isScheduled(a.event) || isScheduled(b.event));

/** How sure it is that two events of two reports are one, by the model too where words and dates leave it open; null where neither was announced. */
export async function eventPair(a: ToldEvent, b: ToldEvent, likeness: Likeness): Promise<PairLink | null> {
  if (!mayBeOne(a, b)) return null;
  const pair = { a: a.event.id, b: b.event.id };
  const byWords = chanceOf(BY_WORDS, eventFeatures(a, b, null));
  if (byWords < HARDLY || likeness === null)
    return { ...pair, rule: 'occasion-parties-and-dates', score: byWords };
  const score = chanceOf(BY_MODEL, eventFeatures(a, b, await alikeBy(likeness, a, b)));
  return { ...pair, rule: 'occasion-parties-dates-and-likeness', score };
}

/** How alike two events are by the model. */
export async function alikeBy(likeness: NonNullable<Likeness>, a: ToldEvent, b: ToldEvent): Promise<Alike> {
  return {
    sentences: await likeness(a.sentences, b.sentences),
    names: await likeness(a.event.what, b.event.what),
  };
}

const chanceOf = ({ bias, weights }: Logistic, features: readonly number[]) =>
  1 / (1 + Math.exp(-weights.reduce((sum, weight, at) => sum + weight * (features[at] ?? 0), bias)));

/** Two events of one report are two. */
export const areEventsApart = (a: ToldEvent, b: ToldEvent): boolean => a.report.id === b.report.id;
