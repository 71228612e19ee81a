import { firstEndingAfter, overlapping } from '../../../text/index.ts';
import type { Layout, TokenBlock } from '../../layout.ts';
import type { Quotation } from '../../quotations/index.ts';
import type { Token } from '../../tokens/index.ts';
import { joinedBlocks } from '../joined-blocks.ts';
import type { WordPieces } from './word-pieces.ts';

/** Tokens of one block that are read together: attributions stay within them. */
export interface Stretch {
  readonly block: TokenBlock;
  /** Its tokens, as a half-open range of the block's. */
  readonly first: number;
  readonly last: number;
  /** Where its first token stands among the words of its window. */
  readonly from: number;
}

/**
 * What the encoder reads at once: whole stretches, one behind the other, as pieces. Arrays of one entry a piece have the
 * opening piece first and a closing one behind each stretch.
 */
export interface Window {
  readonly ids: readonly number[];
  /** How each piece's word is written (`shapeOf`), and where it stands to quotation marks (`MARKED`). */
  readonly shapes: readonly number[];
  readonly marks: readonly number[];
  /** Of each word the place of its first piece, and its sentence within the block. */
  readonly heads: readonly number[];
  readonly sentences: readonly number[];
  readonly stretches: readonly Stretch[];
}

/** Pieces of a window, where no stretch is longer: more gain nothing (99 of 100 attributions stay in a paragraph) and cost attention. */
const MOST_PIECES = 160;
/** Pieces of a stretch; longer blocks are cut between sentences where they can be. */
const MOST_IN_STRETCH = 400;
/** Pieces of one word: an address may have hundreds, and its first stands for it. */
const MOST_IN_WORD = 16;

/** Where a word stands to quotation marks. */
export const MARKED = { outside: 0, opening: 1, inside: 2, closing: 3 } as const;

interface Building extends Window {
  readonly ids: number[];
  readonly shapes: number[];
  readonly marks: number[];
  readonly heads: number[];
  readonly sentences: number[];
  readonly stretches: Stretch[];
}

/** A word before it has a place in a window. */
interface CutWord {
  readonly ids: readonly number[];
  readonly shape: number;
  readonly mark: number;
  readonly sentence: number;
}

/** The windows of a layout, in the order of the text; no window has more than some 400 pieces. */
export function windowsOf(layout: Layout, pieces: WordPieces): Window[] {
  const outer = layout.quotations.filter(({ level }) => level === 0);
  const windows: Building[] = [];
  for (const block of joinedBlocks(layout.blocks, outer)) {
    const words = wordsOf(block, outer, pieces);
    for (const { first, last, length } of stretchesOf(block, words)) {
      let window = windows.at(-1);
      if (window === undefined || window.ids.length + length > MOST_PIECES) {
        window = opened(pieces.special.opening);
        windows.push(window);
      }
      window.stretches.push({ block, first, last, from: window.heads.length });
      for (const word of words.slice(first, last)) put(window, word);
      putPiece(window, pieces.special.closing);
    }
  }
  return windows;
}

function wordsOf(block: TokenBlock, outer: readonly Quotation[], pieces: WordPieces): CutWord[] {
  const marks = marksOf(outer, block);
  const sentences = sentencesOf(block);
  return block.tokens.map(({ text }, index) => ({
    ids: pieces.of(text).slice(0, MOST_IN_WORD),
    shape: shapeOf(text),
    mark: marks[index] ?? MARKED.outside,
    sentence: sentences[index] ?? 0,
  }));
}

function opened(opening: number): Building {
  const window: Building = { ids: [], shapes: [], marks: [], heads: [], sentences: [], stretches: [] };
  putPiece(window, opening);
  return window;
}

/** Puts a piece that is of no word. */
function putPiece({ ids, shapes, marks }: Building, id: number): void {
  ids.push(id);
  shapes.push(SHAPE.mark);
  marks.push(MARKED.outside);
}

function put(window: Building, { ids, shape, mark, sentence }: CutWord): void {
  window.heads.push(window.ids.length);
  window.sentences.push(sentence);
  for (const id of ids) {
    window.ids.push(id);
    window.shapes.push(shape);
    window.marks.push(mark);
  }
}

/** A block as it is, or a very long one in parts, each up to the last sentence that is whole in it; `length` in pieces. */
function stretchesOf({ sentences }: TokenBlock, words: readonly CutWord[]) {
  const ends = new Set(sentences.map(({ last }) => last));
  const found: { first: number; last: number; length: number }[] = [];
  for (let first = 0; first < words.length; ) {
    let last = first;
    let length = 1;
    let whole = { last, length };
    for (; last < words.length && length < MOST_IN_STRETCH; last++) {
      length += words[last]?.ids.length ?? 0;
      if (ends.has(last + 1) || last + 1 === words.length) whole = { last: last + 1, length };
    }
    const cut = whole.last > first ? whole : { last, length };
    found.push({ first, ...cut });
    first = cut.last;
  }
  return found;
}

/** Where each token of a block stands to the outermost quotations, which are in the order of the text. */
function marksOf(outer: readonly Quotation[], { start, end, tokens }: TokenBlock): number[] {
  const marks = new Array<number>(tokens.length).fill(MARKED.outside);
  for (const quotation of overlapping(outer, { start, end }))
    for (let at = firstEndingAfter(tokens, quotation.start); at < tokens.length; at++) {
      const token = tokens[at];
      if (token === undefined || token.start >= quotation.end) break;
      marks[at] = markAt(token, quotation);
    }
  return marks;
}

function markAt(token: Token, { start, end, closing }: Quotation): number {
  if (token.kind !== 'mark') return MARKED.inside;
  if (token.start <= start) return MARKED.opening;
  return closing === 'closed' && token.end >= end ? MARKED.closing : MARKED.inside;
}

function sentencesOf({ tokens, sentences }: TokenBlock): number[] {
  const numbers = new Array<number>(tokens.length).fill(0);
  for (const [number, { first, last }] of sentences.entries()) numbers.fill(number, first, last);
  return numbers;
}

/** How a word is written, which an uncased vocabulary does not tell. */
const SHAPE = { lower: 0, capital: 1, capitals: 2, mixed: 3, digits: 4, mark: 5, letter: 6 } as const;

export function shapeOf(word: string): number {
  if (!/[\p{L}\p{N}]/u.test(word)) return SHAPE.mark;
  if (/\p{N}/u.test(word)) return SHAPE.digits;
  if (!/\p{Lu}/u.test(word)) return SHAPE.lower;
  if (!/\p{Ll}/u.test(word)) return /\p{L}.*\p{L}/u.test(word) ? SHAPE.capitals : SHAPE.letter;
  return /^\P{L}*\p{Lu}\P{Lu}*$/u.test(word) ? SHAPE.capital : SHAPE.mixed;
}
