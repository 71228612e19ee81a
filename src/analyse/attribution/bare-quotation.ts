import { overlapping, type Range } from '../../text/index.ts';
import type { Layout } from '../layout.ts';
import type { Found } from './found.ts';

/** A quotation this long is said by somebody; a shorter one may be a title or a word at a distance. */
const FEWEST_WORDS = 6;

/** Of quotations that no attribution has, two in three are marked by PolNeAR's annotators, mostly with a speaker far away. */
const CONFIDENCE = 0.3;

/** Quotations of whole sentences that nothing has yet: words that somebody said, by nobody that the text names beside them. */
export function bareQuotations(found: readonly Found[], { text, quotations }: Layout): Found[] {
  const contents = disjoint(found.flatMap(({ content }) => content));
  const bare = quotations
    .filter(({ level }) => level === 0)
    .filter(({ start, end }) => overlapping(contents, { start, end }).length === 0)
    .filter(({ start, end }) => text.slice(start, end).split(/\s+/).length >= FEWEST_WORDS)
    .map(({ start, end }) => ({
      cue: colonBefore(text, start),
      source: [],
      content: [{ start, end }],
      confidence: CONFIDENCE,
    }));
  return [...found, ...bare];
}

/** The colon that introduces a quotation, in its line or at the end of the line before. */
function colonBefore(text: string, at: number): Range[] {
  const space = /:\s*$/.exec(text.slice(Math.max(0, at - 5), at));
  if (space === null) return [];
  const start = at - space[0].length;
  return [{ start, end: start + 1 }];
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
