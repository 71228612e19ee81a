import { foldedWords, overlaps, type Range } from '../text/index.ts';
import type { Taken } from './taken.ts';
import { type LinkWords, stemsOf } from './words.ts';

/** The stems of words with a capital in a stretch of a report, those of dates aside. */
export const namesIn = (range: Range, { record: { report, times } }: Taken, words: LinkWords): string[] =>
  foldedWords(report.text, range)
    .filter(({ start }) => /\p{Lu}/u.test(report.text.charAt(start)))
    .filter((word) => !times.some(({ span }) => overlaps(span, word)))
    .flatMap(({ form }) => stemsOf(form, words));
