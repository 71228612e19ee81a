import type { PairLink } from '../joining.ts';
import type { Likeness } from '../words.ts';
import { overlapOf } from '../words.ts';
import { featuresOf } from './features.ts';
import type { Rendition } from './rendition.ts';
import { areDaysApart } from './saying-days.ts';
import { longestRun } from './shared-words.ts';
import { voicesAgree } from './voice.ts';
import { BIAS, WEIGHTS } from './weights.ts';

/** Pairs that are less sure than this by words alone are not looked at by the model. */
const HARDLY = 0.02;

export const LEAST = 0.4;

/** Two renditions, and how alike they are where the model was asked. */
export interface Looked {
  readonly a: Rendition;
  readonly b: Rendition;
  readonly likeness: number | null;
}

/** Looks at a pair by its words, and asks the model where they leave it open; null where nothing says that the two may be one. */
export async function lookAt(a: Rendition, b: Rendition, likeness: Likeness): Promise<Looked | null> {
  if (areUtterancesApart(a, b) || overlapOf(a.stems, b.stems).shared === 0) return null;
  const byWords = chanceOf(featuresOf(a, b, null));
  const isOpen = byWords > HARDLY && byWords < 1 - HARDLY && likeness !== null;
  return { a, b, likeness: isOpen ? await likeness(a.content, b.content) : null };
}

/** How sure it is that two render the same words; null where nothing says so. */
export async function utterancePair(
  a: Rendition,
  b: Rendition,
  likeness: Likeness,
): Promise<PairLink | null> {
  const looked = await lookAt(a, b, likeness);
  if (looked === null) return null;
  const score = chanceOf(featuresOf(a, b, looked.likeness));
  return { a: a.statement.id, b: b.statement.id, rule: ruleOf(looked), score };
}

function ruleOf({ a, b, likeness }: Looked): string {
  if (a.forms.join(' ') === b.forms.join(' ')) return 'same-words';
  return likeness === null ? 'words-and-voice' : 'words-voice-and-likeness';
}

/** Whether two are never one: dated to other days, of other figures, of two persons with other words, or one within the other. */
export function areUtterancesApart(a: Rendition, b: Rendition): boolean {
  if (areDaysApart(a, b) || areOfOtherFigures(a, b)) return true;
  if (a.report.id !== b.report.id) return voicesAgree(a.voice, b.voice) === -1 && !isVerbatim(a, b);
  return areNested(a, b) || voicesAgree(a.voice, b.voice) < 0;
}

/** Whether one stands in the other. */
export const areNested = (a: Rendition, b: Rendition): boolean =>
  a.report.id === b.report.id &&
  a.places.some((one) => b.places.some((other) => one.start < other.end && other.start < one.end));

/** So much of the words beside the figures is the same in what says the same of something else. */
const ALIKE = 0.8;

/** Whether two say the same of other figures: "Bridge 4 is shut" and "Bridge 7 is shut". */
function areOfOtherFigures(a: Rendition, b: Rendition): boolean {
  if (a.numbers.size === 0 || b.numbers.size === 0 || !a.numbers.isDisjointFrom(b.numbers)) return false;
  return overlapOf(a.stems.difference(a.numbers), b.stems.difference(b.numbers)).dice >= ALIKE;
}

/** A row of so many words is said by one; of two speakers told, a report has a wrong one. */
const VERBATIM = 6;

const isVerbatim = (a: Rendition, b: Rendition) =>
  a.forms.join(' ') === b.forms.join(' ') || longestRun(a.forms, b.forms) >= VERBATIM;

function chanceOf(features: readonly number[]): number {
  return 1 / (1 + Math.exp(-WEIGHTS.reduce((sum, weight, at) => sum + weight * (features[at] ?? 0), BIAS)));
}
