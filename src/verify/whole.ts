import type { Report, Statement } from '../record/index.ts';
import { contains, overlaps, type Range, type Span, spanOf } from '../text/index.ts';

const SENTENCES = new Intl.Segmenter('en', { granularity: 'sentence' });
/** A stop behind these may be an abbreviation's or an initial's: the sentence is taken to go on. */
const PERHAPS_ABBREVIATED = /(?:^|[\s(“"‘'])(?:\p{Lu}\p{L}{0,3}|(?:\p{L}\.)+\p{L})\.["'”’)\]]*\s*$/u;
/** A sentence does not begin with a small letter, nor with the dash or comma behind a quotation. */
const GOES_ON = /^["'”’)\]]*[\s\p{Ll},;:–—-]/u;
/** Such a stop is looked for among the last characters alone, so that a long sentence is not read again and again. */
const TAIL = 16;
/** So much of a report is shown; more only where the sentence that the words stand in is longer … */
const LONGEST = 1_000;
/** … and of a text without sentences so much on either side of the words, cut between words. */
const BESIDE = 2_000;

/**
 * The whole words that a place stands in: the sentences of the quotations and contents that it touches, so that no "not"
 * before it and no end behind it is cut away. Of a very long quotation the sentences around the place, each of them whole.
 */
export function wholeOf(
  { text, blocks }: Pick<Report, 'text' | 'blocks'>,
  place: Range,
  said: readonly Range[],
): Span {
  const around = said.filter((range) => overlaps(range, place));
  const words = cover([place, ...around]);
  const sentences = blocks
    .map((block) => near(block, place))
    .filter(({ start, end }) => start < end)
    .flatMap((block) => sentencesOf(text, block))
    .filter((sentence) => overlaps(sentence, words));
  const own = sentences.filter((sentence) => overlaps(sentence, place));
  return spanOf(text, betweenWords(text, cover([place, ...grown(own, sentences)]), place));
}

/** The smallest range on record that holds the place, else the block in which it begins: what a permalink names. */
export function recordedAt(
  { blocks }: Pick<Report, 'blocks'>,
  place: Range,
  statements: readonly Statement[],
): Range {
  const sizes = (a: Range, b: Range) => a.end - a.start - (b.end - b.start);
  const [content] = statements
    .flatMap(({ content }) => content)
    .filter((piece) => contains(piece, place))
    .toSorted(sizes);
  const { start, end } = content ?? blocks.find((block) => block.end > place.start) ?? place;
  return { start, end };
}

/** Sentences are looked for no farther away than they would be shown. */
const near = (block: Range, place: Range): Range => ({
  start: Math.max(block.start, place.start - BESIDE * 2),
  end: Math.min(block.end, place.end + BESIDE * 2),
});

const cover = (ranges: readonly Range[]): Range => ({
  start: ranges.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY),
  end: ranges.reduce((most, { end }) => Math.max(most, end), 0),
});

const endsInDoubt = (text: string, { start, end }: Range): boolean =>
  PERHAPS_ABBREVIATED.test(text.slice(Math.max(start, end - TAIL), end));

export function sentencesOf(text: string, block: Range): Range[] {
  const sentences: Range[] = [];
  for (const { segment, index } of SENTENCES.segment(text.slice(block.start, block.end))) {
    const start = block.start + index;
    const end = start + segment.trimEnd().length;
    const before = sentences.at(-1);
    const continues = before !== undefined && (GOES_ON.test(segment) || endsInDoubt(text, before));
    if (continues) sentences[sentences.length - 1] = { start: before.start, end };
    else sentences.push({ start, end });
  }
  return sentences;
}

/** Sentences added at either end, one after the other, while all together are short enough to show. */
function grown(own: readonly Range[], sentences: readonly Range[]): Range[] {
  let first = own[0] === undefined ? -1 : sentences.indexOf(own[0]);
  let last = first + own.length - 1;
  const fits = (from: number, to: number) => {
    const [start, end] = [sentences[from]?.start, sentences[to]?.end];
    return start !== undefined && end !== undefined && end - start <= LONGEST;
  };
  while (first >= 0) {
    const before = fits(first - 1, last);
    if (before) first--;
    const after = fits(first, last + 1);
    if (after) last++;
    if (!before && !after) break;
  }
  return sentences.slice(Math.max(0, first), last + 1);
}

/** The range as far as it lies near the place. */
function betweenWords(text: string, { start, end }: Range, place: Range): Range {
  const from = Math.max(start, place.start - BESIDE);
  const to = Math.min(end, place.end + BESIDE);
  const lead = from === start ? 0 : text.slice(from, place.start).search(/\s/);
  const trail = to === end ? null : /\s(?=\S*$)/.exec(text.slice(place.end, to));
  return {
    start: lead < 0 ? place.start : from + lead + (from === start ? 0 : 1),
    end: to === end ? end : place.end + (trail?.index ?? 0),
  };
}
