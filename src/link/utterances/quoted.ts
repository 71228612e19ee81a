import type { Range } from '../../text/index.ts';
import type { QuotedWord, Quoting } from '../quoting.ts';
import type { QuotedText } from './quoted-text.ts';
import type { Rendition } from './rendition.ts';

/** A word in quotation marks, with its place in its report. */
export interface Word extends QuotedWord {
  /** Whether a sentence or a quotation begins with it. */
  readonly opens: boolean;
}

/** The words that one rendition has between quotation marks, quotation by quotation. */
export interface Quoted {
  readonly rendition: Rendition;
  readonly pieces: readonly (readonly Word[])[];
  readonly words: readonly Word[];
}

const ENDS_SENTENCE = /[.!?]["'”’)\]]*\s/u;

/** The words of what a rendition quotes. */
export function quotedBy({ quoted }: Pick<Rendition, 'quoted'>, quoting: Quoting): Omit<Quoted, 'rendition'> {
  const pieces = quoted.pieces
    .map((range) => wordsIn(quoted, range, quoting))
    .filter(({ length }) => length > 0);
  return { pieces, words: pieces.flat() };
}

function wordsIn(quoted: QuotedText, { start, end }: Range, quoting: Quoting): Word[] {
  return quoting.wordsOf(quoted.text.slice(start - quoted.start, end - quoted.start)).map((word, at) => ({
    ...word,
    start: start + word.start,
    end: start + word.end,
    opens: at === 0 || ENDS_SENTENCE.test(word.lead),
  }));
}
