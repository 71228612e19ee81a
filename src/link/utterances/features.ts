import { byPublication, daysApart } from '../taken.ts';
import { overlapOf } from '../words.ts';
import { areOneMedium } from './medium-name.ts';
import { areOneMoment, daysBetween } from './moment.ts';
import type { Rendition } from './rendition.ts';
import { longestRun, sharedWords } from './shared-words.ts';
import { voicesAgree } from './voice.ts';

/** What is compared of two renditions, in the order of the weights. */
export const FEATURES = [
  'contained',
  'dice',
  'shared',
  'run',
  'likeness',
  'same voice',
  'other voice',
  'quoted both',
  'quoted both, in other words',
  'denial differs',
  'numbers differ',
  'days apart',
  'moments apart',
  'one moment',
  'looked back on',
  'one medium',
  'other media',
  'one report',
  'one body',
] as const;

/** What has nothing in common lies at about this by the base's vectors. */
const UNLIKE = 0.75;
const MOST_DAYS = 14;
/** So many days between two moments are as good as any. */
const APART = 7;

/** Two renditions in figures; `likeness` by the sentence model, null where it was not asked, which counts as the words do. */
export function featuresOf(a: Rendition, b: Rendition, likeness: number | null): number[] {
  const { contained, dice, weight } = sharedWords(a, b);
  const voices = voicesAgree(a.voice, b.voice);
  const days = Math.abs(daysApart(a.report.published, b.report.published) ?? 0);
  const areQuoted = a.statement.kind === 'direct' && b.statement.kind === 'direct';
  const media = mediaAgree(a, b);
  const isOneReport = a.report.id === b.report.id;
  return [
    contained,
    dice,
    Math.log1p(weight),
    longestRun(a.forms, b.forms) / Math.max(1, Math.min(a.forms.length, b.forms.length)),
    Math.max(0, ((likeness ?? UNLIKE + (1 - UNLIKE) * dice) - UNLIKE) / (1 - UNLIKE)),
    Math.max(0, voices),
    Math.max(0, -voices),
    Number(areQuoted),
    areQuoted ? 1 - contained : 0,
    Number(Math.min(a.denials, 1) !== Math.min(b.denials, 1)),
    Number(a.numbers.size > 0 && b.numbers.size > 0 && overlapOf(a.numbers, b.numbers).shared === 0),
    Math.min(days, MOST_DAYS) / MOST_DAYS,
    Math.min(daysBetween(a.moment, b.moment), APART) / APART,
    Number(!isOneReport && areOneMoment(a.moment, b.moment)),
    Number(later(a, b).moment.isRetold && !isOneReport),
    Number(media > 0),
    Number(media < 0),
    Number(isOneReport),
    Number(isOneReport && !a.isAbove && !b.isAbove),
  ];
}

/** The one that was published later; the first of two of one day. */
const later = (a: Rendition, b: Rendition): Rendition => (byPublication(a, b) < 0 ? b : a);

/** 1 where one medium is behind both, -1 where each was told to another, else 0. */
function mediaAgree(a: Rendition, b: Rendition): number {
  if (a.report.id === b.report.id) return 0;
  const isOne = a.media.some((one) =>
    b.media.some((other) => (one.isSure || other.isSure) && areOneMedium(one.name, other.name)),
  );
  if (isOne) return 1;
  const [one, other] = [a, b].map(({ media }) => media.some(({ isTold, isSure }) => isTold && isSure));
  return one && other ? -1 : 0;
}
