import { disjoint, overlapping, type Range } from '../../text/index.ts';
import type { Layout } from '../layout.ts';
import type { Found } from './found.ts';

/** A quotation this long is said by somebody; a shorter one may be a title or a word at a distance. */
const FEWEST_WORDS = 6;
/** A whole sentence in marks, by itself, is said by somebody from so many words on. */
const FEWEST_IN_SENTENCE = 3;

/** Of quotations that no attribution has, two in three are marked by PolNeAR's annotators, mostly with a speaker far away. */
const CONFIDENCE = 0.3;

/** Quotations of whole sentences that nothing has yet: words that somebody said, by nobody that the text names beside them. */
export function bareQuotations(found: readonly Found[], { text, quotations }: Layout): Found[] {
  const contents = disjoint(found.flatMap(({ content }) => content));
  const bare = quotations
    .filter(({ level }) => level === 0)
    .filter(({ start, end }) => overlapping(contents, { start, end }).length === 0)
    .filter((quotation) => isSaying(text, quotation))
    .map(({ start, end }) => ({
      cue: colonBefore(text, start),
      source: [],
      content: [{ start, end }],
      confidence: CONFIDENCE,
    }));
  return [...found, ...bare];
}

/** Long enough, or a sentence by itself: “It is chaos out here.” */
function isSaying(text: string, { start, end }: Range): boolean {
  const words = text.slice(start, end).split(/\s+/).length;
  const alone = /(?:^|[.!?:]["”’»]?\s+|\n\s*|\d\s)$/.test(text.slice(Math.max(0, start - 4), start));
  const whole = /^["“„«‘']\p{Lu}.*[.!?]["”“»’']$/su.test(text.slice(start, end));
  return words >= FEWEST_WORDS || (alone && whole && words >= FEWEST_IN_SENTENCE);
}

/** The colon that introduces a quotation, in its line or at the end of the line before. */
function colonBefore(text: string, at: number): Range[] {
  const space = /:\s*$/.exec(text.slice(Math.max(0, at - 5), at));
  if (space === null) return [];
  const start = at - space[0].length;
  return [{ start, end: start + 1 }];
}
