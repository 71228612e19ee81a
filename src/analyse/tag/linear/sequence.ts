import type { Range } from '../../../text/index.ts';
import { bisect, overlapping } from '../../../text/index.ts';
import type { Layout, TokenBlock } from '../../layout.ts';
import type { Quotation } from '../../quotations/index.ts';
import type { Token } from '../../tokens/index.ts';
import { joinedBlocks } from '../joined-blocks.ts';
import { OWN_ROOM, type Room } from '../room.ts';
import { type KnownWords, WORD_AFTER, WORD_BEFORE } from './vocabulary.ts';

/** Where a token stands to the quotation around it. */
export const OUTSIDE = 0;
export const INSIDE = 1;
export const OPENING = 2;
export const CLOSING = 3;

/** One block as arrays over its tokens: what all features are made from. */
export interface Sequence {
  readonly length: number;
  readonly block: TokenBlock;
  /** The outermost quotations that reach into the block. */
  readonly quotations: readonly Quotation[];
  /** Each token's word by its number among the known ones. */
  readonly number: Int32Array;
  readonly word: Int32Array;
  readonly lemma: Int32Array;
  readonly wordClass: Int32Array;
  readonly group: Int32Array;
  readonly shape: Int32Array;
  readonly ending: Int32Array;
  readonly listed: Int32Array;
  readonly cue: Uint8Array;
  readonly verb: Uint8Array;
  /** Whether a word may be part of a name by its letters. */
  readonly capital: Uint8Array;
  readonly quote: Uint8Array;
  /** Which quotation of the block a token stands in, from 1; 0 outside. */
  readonly quotation: Int32Array;
  readonly sentence: Int32Array;
  readonly sentenceFirst: Int32Array;
  readonly sentenceLast: Int32Array;
  /** Clause segments, cut at commas, colons, dashes and quotation marks. */
  readonly segment: Int32Array;
  readonly segmentFirst: Int32Array;
  readonly segmentLast: Int32Array;
  /** Whether the segment has a verb or a likely cue, and how long it is, in one number. */
  readonly segmentKind: Uint8Array;
  /** The kind of boundary before a token: transitions between labels depend on it. */
  readonly boundary: Uint8Array;
}

/** The number of the word at a place, which may be before the first or after the last. */
export function numberAt({ number, length }: Sequence, index: number): number {
  return index < 0 ? WORD_BEFORE : index >= length ? WORD_AFTER : (number[index] as number);
}

export const BOUNDARIES = 8;
/** Words of this bucket and above are likely cues. */
export const LIKELY_CUE = 4;

/**
 * The blocks of a layout as sequences, those together that read as one: what a line with a colon introduces, and the
 * paragraphs of one quotation. Each is made when its turn comes.
 */
export function* sequencesOf(layout: Layout, words: KnownWords, room: Room = OWN_ROOM): Generator<Sequence> {
  const outermost = layout.quotations.filter(({ level }) => level === 0);
  for (const block of joinedBlocks(layout.blocks, outermost))
    for (const piece of piecesOf(block, MOST_TOKENS))
      yield sequenceOf(piece, overlapping(outermost, piece), { words, room });
}

/** A sequence in shorter ones of so many tokens at most, cut at ends of sentences. */
export function shorter(
  { block, quotations }: Sequence,
  mostTokens: number,
  made: { words: KnownWords; room: Room },
): Sequence[] {
  return piecesOf(block, mostTokens).map((piece) => sequenceOf(piece, overlapping(quotations, piece), made));
}

/** The characters that some tokens of a sequence cover. */
export function rangeOf(
  { block: { tokens } }: Sequence,
  { first, last }: { first: number; last: number },
): Range {
  return { start: (tokens[first] as Range).start, end: (tokens[last - 1] as Range).end };
}

/** A longer block is cut at ends of sentences: each cue looks at all of its sequence. */
const MOST_TOKENS = 250;

function piecesOf(block: TokenBlock, mostTokens: number): TokenBlock[] {
  if (block.tokens.length <= mostTokens) return [block];
  const pieces: TokenBlock[] = [];
  let first = 0;
  while (first < block.tokens.length) {
    const limit = Math.min(first + mostTokens, block.tokens.length);
    const ends = limit === block.tokens.length ? limit : (lastEndBefore(block, limit, first) ?? limit);
    pieces.push(pieceOf(block, first, ends));
    first = ends;
  }
  return pieces;
}

/** Where the last sentence ends that ends by `limit` and after `first`. */
function lastEndBefore({ sentences }: TokenBlock, limit: number, first: number): number | null {
  const count = bisect(sentences.length, (index) => (sentences[index]?.last ?? 0) <= limit);
  const end = sentences[count - 1]?.last ?? 0;
  return end > first ? end : null;
}

function pieceOf({ kind, tokens: all, sentences }: TokenBlock, first: number, last: number): TokenBlock {
  const tokens = all.slice(first, last);
  const start = tokens[0]?.start ?? 0;
  const end = tokens.at(-1)?.end ?? start;
  const own = overlapping(sentences, { start, end }).map((sentence) => ({
    start: Math.max(sentence.start, start),
    end: Math.min(sentence.end, end),
    first: Math.max(sentence.first, first) - first,
    last: Math.min(sentence.last, last) - first,
  }));
  return { kind, tokens, sentences: own, start, end };
}

function sequenceOf(
  block: TokenBlock,
  quotations: readonly Quotation[],
  { words, room }: { words: KnownWords; room: Room },
): Sequence {
  const length = block.tokens.length;
  const ints = () => room.ints(length);
  const bytes = () => room.bytes(length);
  const made = {
    length,
    block,
    quotations,
    number: ints(),
    word: ints(),
    lemma: ints(),
    wordClass: ints(),
    group: ints(),
    shape: ints(),
    ending: ints(),
    listed: ints(),
    cue: bytes(),
    verb: bytes(),
    capital: bytes(),
    quote: bytes(),
    quotation: ints(),
    sentence: ints(),
    sentenceFirst: ints(),
    sentenceLast: ints(),
    segment: ints(),
    segmentFirst: ints(),
    segmentLast: ints(),
    segmentKind: bytes(),
    boundary: bytes(),
  };
  markQuotations(made, block, quotations);
  markWords(made, block, words);
  markSentences(made, block);
  markSegments(made, block);
  markBoundaries(made, block);
  return made;
}

function markQuotations(made: Sequence, { tokens }: TokenBlock, quotations: readonly Quotation[]): void {
  let at = 0;
  for (const [number, { start, end, closing }] of quotations.entries()) {
    while (at < tokens.length && (tokens[at] as Range).start < start) at++;
    for (let index = at; index < tokens.length && (tokens[index] as Range).end <= end; index++) {
      const token = tokens[index] as Range;
      const opens = token.start === start;
      const closes = closing === 'closed' && token.end === end;
      made.quote[index] = opens ? OPENING : closes ? CLOSING : INSIDE;
      made.quotation[index] = number + 1;
      at = index + 1;
    }
  }
}

function markWords(made: Sequence, { tokens }: TokenBlock, words: KnownWords): void {
  for (let index = 0; index < made.length; index++) {
    const { text, form } = tokens[index] as Token;
    const isMark = (made.quote[index] as number) >= OPENING;
    const number = isMark ? words.numberOfMark(text, form) : words.numberOf(text, form);
    const { word, lemma, wordClass, group, shape, ending, listed, cue, verb, capital } = words.at(number);
    made.number[index] = number;
    made.word[index] = word;
    made.lemma[index] = lemma;
    made.wordClass[index] = wordClass;
    made.group[index] = group;
    made.shape[index] = shape;
    made.ending[index] = ending;
    made.listed[index] = listed;
    made.cue[index] = cue;
    made.verb[index] = verb ? 1 : 0;
    made.capital[index] = capital ? 1 : 0;
  }
}

function markSentences(made: Sequence, { sentences }: TokenBlock): void {
  for (const [number, { first, last }] of sentences.entries())
    for (let index = first; index < last; index++) {
      made.sentence[index] = number;
      made.sentenceFirst[index] = first;
      made.sentenceLast[index] = last - 1;
    }
}

const CUTS = /^(?:[,;:—–]|--+)$/;

function markSegments(made: Sequence, { tokens }: TokenBlock): void {
  let number = 0;
  for (let index = 0; index < made.length; index++) {
    if (index > 0 && made.sentence[index] !== made.sentence[index - 1]) number++;
    made.segment[index] = number;
    const { kind, text } = tokens[index] as Token;
    if ((kind === 'mark' && CUTS.test(text)) || (made.quote[index] ?? 0) >= OPENING) number++;
  }
  for (let first = 0; first < made.length; ) {
    let last = first;
    while (last + 1 < made.length && made.segment[last + 1] === made.segment[first]) last++;
    let verb = 0;
    let cue = 0;
    for (let index = first; index <= last; index++) {
      verb ||= made.verb[index] ?? 0;
      if ((made.cue[index] ?? 0) >= LIKELY_CUE) cue = 2;
    }
    const kind = verb + cue + 4 * Math.min(3, (last - first) >> 2);
    for (let index = first; index <= last; index++) {
      made.segmentFirst[index] = first;
      made.segmentLast[index] = last;
      made.segmentKind[index] = kind;
    }
    first = last + 1;
  }
}

function markBoundaries(made: Sequence, { tokens }: TokenBlock): void {
  for (let index = 1; index < made.length; index++) {
    const token = tokens[index] as { start: number; text: string; kind: string };
    const before = tokens[index - 1] as { end: number; text: string; kind: string };
    const glued = token.start === before.end && token.kind !== 'mark' && before.kind !== 'mark';
    made.boundary[index] = glued
      ? 7
      : made.sentence[index] !== made.sentence[index - 1]
        ? 1
        : made.quote[index] === OPENING
          ? 2
          : made.quote[index - 1] === CLOSING
            ? 3
            : before.text === ','
              ? 4
              : made.quote[index] === INSIDE
                ? 5
                : token.text === ','
                  ? 6
                  : 0;
  }
}
