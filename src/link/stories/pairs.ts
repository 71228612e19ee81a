import type { PairLink } from '../../record/index.ts';
import { type Likeness, type LinkWords, stemsOf } from '../words.ts';
import { cosines } from './cosine.ts';
import { namesIn } from './names.ts';

/** What is measured of two reports that may be of one story. */
export const STORY_FEATURES = ['words in common', 'names in common', 'likeness'] as const;

/** Two reports, by their places in the list, with what is measured of them. */
export interface Compared {
  readonly a: number;
  readonly b: number;
  readonly features: readonly number[];
}

/** With less in common two reports are of no one story. */
const LEAST_SHARED = 0.06;
/** Of the sentence model what has nothing in common lies here; a fifth is much. */
const NOTHING = 0.75;
const FIFTHS = 5;

/** All pairs of reports with enough words in common, the last feature only where a model tells. */
export async function compared(
  texts: readonly string[],
  { light, irregular, likeness }: Pick<LinkWords, 'light' | 'irregular'> & { readonly likeness: Likeness },
): Promise<Compared[]> {
  const words = cosines(texts.map((text) => stemsOf(text, { light, irregular })));
  const names = cosines(namesIn(texts));
  const pairs: Compared[] = [];
  for (const a of texts.keys())
    for (let b = a + 1; b < texts.length; b++) {
      const shared = words(a, b);
      if (shared < LEAST_SHARED) continue;
      const features = [shared, names(a, b)];
      if (likeness !== null)
        features.push(((await likeness(texts[a] as string, texts[b] as string)) - NOTHING) * FIFTHS);
      pairs.push({ a, b, features });
    }
  return pairs;
}

/** Made by `node training/links/fit.ts --data DIR stories` on topics 1 to 25 of ECB+; `least` by what the other topics gave. */
const WITH_MODEL = { bias: -7.98, weights: [0.29, 8.06, 7.14], least: 0.45 };
const BY_WORDS = { bias: -4.89, weights: [6.98, 10.41], least: 0.35 };

export const weightsFor = (likeness: Likeness) => (likeness === null ? BY_WORDS : WITH_MODEL);

/** Pairs with how likely they are of one story. */
export function scored(
  pairs: readonly Compared[],
  { bias, weights }: { bias: number; weights: readonly number[] },
  ids: readonly string[],
): PairLink[] {
  return pairs.map(({ a, b, features }) => {
    const sum = features.reduce((total, own, at) => total + own * (weights[at] as number), bias);
    return {
      a: ids[a] as string,
      b: ids[b] as string,
      rule: 'one-story',
      score: 1 / (1 + Math.exp(-sum)),
    };
  });
}
