import { isScheduled } from '../../record/index.ts';
import type { PairLink } from '../joining.ts';
import { eventFeatures } from './features.ts';
import type { ToldEvent } from './told-event.ts';

/** Fitted by `training/links/fit.ts` on the stories and chains of one hand each, in the order of EVENT_FEATURES. */
const BIAS = -4.07;
const WEIGHTS = [
  2.31, -0.61, 1.67, 0.77, -0.27, -0.08, 1.58, 0.16, -1.01, 2.26, -2.01, -1.58, -0.12, 0.96, 1.53, 0.58, 0.49,
  1.11, 1.38, 1.62,
];

export const LEAST = 0.3;

/** Whether two events may be looked at: of two reports, and one of them announced. */
export const mayBeOne = (a: ToldEvent, b: ToldEvent): boolean =>
  !areEventsApart(a, b) && (isScheduled(a.event) || isScheduled(b.event));

/** How sure it is that two events of two reports are one; null where neither was announced. */
export function eventPair(a: ToldEvent, b: ToldEvent): PairLink | null {
  if (!mayBeOne(a, b)) return null;
  const features = eventFeatures(a, b);
  const score =
    1 / (1 + Math.exp(-WEIGHTS.reduce((sum, weight, at) => sum + weight * (features[at] ?? 0), BIAS)));
  return { a: a.event.id, b: b.event.id, rule: 'occasion-parties-and-dates', score };
}

/** Two events of one report are two. */
export const areEventsApart = (a: ToldEvent, b: ToldEvent): boolean => a.report.id === b.report.id;
