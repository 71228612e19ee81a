import type { Piece } from './canonical.ts';
import type { PageElement } from './page-tree.ts';

/** Paragraphs that single line breaks part: most lines are whole sentences of some length. */
const MOSTLY = 0.7;
const SHORTEST_PARAGRAPH = 60;
const SENTENCE = /[.!?…]["'”’»)\]]*$/u;
const ENDED = /[.!?…:;]["'”’»)\]]{0,4}$/u;
/** What stands between the halves of a sentence and has more characters is a text of its own, and so many blocks are. */
const LONGEST_BETWEEN = 200;
const MOST_BETWEEN = 6;
const SHORTEST_JOINED = 60;
/** A sentence that is cut in many places is none, and each place costs as much as all before it. */
const LONGEST_HALF = 2000;

export const isBreak = (piece: Piece | undefined): boolean => piece?.kind === 'sign' && piece.says === ' ';

/** Whether some words are whole sentences, of the length of a paragraph. */
export const isParagraph = (words: string): boolean =>
  words.length >= SHORTEST_PARAGRAPH && SENTENCE.test(words);

/** A run whose single line breaks stand between whole sentences is of several paragraphs; else they are spaces. */
export function paragraphsOf(run: readonly Piece[]): readonly (readonly Piece[])[] {
  const lines: Piece[][] = [[]];
  for (const piece of run)
    if (isBreak(piece)) lines.push([]);
    else lines.at(-1)?.push(piece);
  if (lines.length < 2) return [run];
  const written = lines.map((line) => wordsOfPieces(line).trim());
  const whole = written.filter(isParagraph);
  return whole.length >= lines.length * MOSTLY ? lines : [run];
}

/** What a line says. */
export const wordsOfPieces = (line: readonly Piece[]): string =>
  line.map((piece) => (piece.kind === 'text' ? piece.value : piece.says)).join('');

/** A line of a page's text and what it says in its block. */
interface Line {
  readonly element: PageElement;
  readonly block: { readonly text: string };
}

/**
 * The place of the line that a new one goes on: HTML ends a paragraph where a box begins, and what stands behind an
 * advertisement or a picture in the middle of a sentence is its other half. -1 where it goes on none.
 */
export function firstHalfOf(lines: readonly Line[], { element, block: { text } }: Line): number {
  let between = 0;
  for (let at = lines.length - 1; at >= 0 && at >= lines.length - 1 - MOST_BETWEEN; at--) {
    const { element: first, block } = lines[at] as Line;
    const isCutOff = first.tag === 'p' && first.closed === null && first.parent === element;
    if (isCutOff || first === element) {
      if (block.text.length > LONGEST_HALF) return -1;
      const goesOn = isCutOff || /^[\p{Ll}\d,;.)”’]/u.test(text);
      return goesOn && !ENDED.test(block.text) && block.text.length + text.length >= SHORTEST_JOINED
        ? at
        : -1;
    }
    between += block.text.length;
    if (between > LONGEST_BETWEEN) return -1;
  }
  return -1;
}
