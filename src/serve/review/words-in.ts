import type { Range } from '../../text/index.ts';

/** A word or a sign of a text, where it stands. */
export interface Word extends Range {
  readonly text: string;
}

/** A word with the apostrophes, hyphens and points within it, or one sign by itself. */
const WORD = /[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*|[^\s\p{L}\p{N}]/gu;

/** The words and signs of some ranges of a text, in their order; edges that lie within one part it. */
export function wordsIn(text: string, ranges: readonly Range[], edges: readonly number[] = []): Word[] {
  return ranges.flatMap((range) =>
    [...text.slice(range.start, range.end).matchAll(WORD)].flatMap(({ 0: word, index }) => {
      const start = range.start + index;
      return parted({ start, end: start + word.length, text: word }, edges);
    }),
  );
}

function parted(word: Word, edges: readonly number[]): Word[] {
  const within = [...new Set(edges)].filter((edge) => edge > word.start && edge < word.end);
  const cuts = [word.start, ...within.toSorted((a, b) => a - b), word.end];
  return cuts.slice(1).map((end, nth) => {
    const start = cuts[nth] ?? word.start;
    return { start, end, text: word.text.slice(start - word.start, end - word.start) };
  });
}
