import { overlapping, type Range } from '../../text/index.ts';
import type { Quotation } from '../quotations/index.ts';
import type { Attribution } from '../tag/index.ts';

/** A quotation this long is said by somebody; a shorter one may be a title or a word at a distance. */
const FEWEST_WORDS = 6;

/** Quotations of whole sentences that the tagger did not take: words that somebody said, by nobody that the text names beside them. */
export function bareQuotations(
  text: string,
  quotations: readonly Quotation[],
  taken: readonly Attribution[],
): Attribution[] {
  const contents = disjoint(taken.flatMap(({ content }) => content));
  return quotations
    .filter(({ level }) => level === 0)
    .filter(({ start, end }) => overlapping(contents, { start, end }).length === 0)
    .filter(({ start, end }) => text.slice(start, end).split(/\s+/).length >= FEWEST_WORDS)
    .map(({ start, end }) => ({
      cue: [],
      source: [],
      content: [{ start, end }],
      confidence: 0.3,
    }));
}

/** The same characters as ranges in order that do not overlap. */
function disjoint(ranges: readonly Range[]): Range[] {
  const joined: Range[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last !== undefined && range.start < last.end)
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    else joined.push(range);
  }
  return joined;
}
