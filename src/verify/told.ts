import type { Report, Statement } from '../record/index.ts';
import { type FoldedWord, foldedWords, type Range } from '../text/index.ts';

/** A word of a report as it is compared. */
export interface ToldWord extends FoldedWord {
  /** Whether it stands in quotation marks. */
  readonly quoted: boolean;
  /** Whether a quotation may pass over it: an editor's bracket, or the attribution between two pieces of one content. */
  readonly free: boolean;
}

const BRACKETS = /\[[^[\]\n]{0,200}\]|\((?:the|a|an)?\s?[^()\n]{0,60}\)/giu;

/** The words of a report, with what a quotation of them may leave out. */
export function toldWords(
  { text }: Pick<Report, 'text'>,
  statements: readonly Statement[],
  quotations: readonly Range[],
): ToldWord[] {
  const brackets = [...text.matchAll(BRACKETS)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const between = statements.flatMap(({ content }) => gaps(content));
  const inQuotation = lookup(quotations);
  const inBracket = lookup(brackets);
  const inBetween = lookup(between);
  return foldedWords(text).map((word) => {
    const quoted = inQuotation(word);
    return { ...word, quoted, free: inBracket(word) || (!quoted && inBetween(word)) };
  });
}

/** Whether a word lies in one of the ranges, for words asked about in the order of the text. */
function lookup(ranges: readonly Range[]): (word: Range) => boolean {
  const sorted = ranges.toSorted((a, b) => a.start - b.start);
  let at = 0;
  let reach = 0;
  return (word) => {
    for (let next = sorted[at]; next !== undefined && next.start <= word.start; next = sorted[++at])
      reach = Math.max(reach, next.end);
    return word.end <= reach;
  };
}

function gaps(content: readonly Range[]): Range[] {
  const pieces = content.toSorted((a, b) => a.start - b.start);
  return pieces
    .slice(1)
    .map((piece, index) => ({ start: pieces[index]?.end ?? piece.start, end: piece.start }));
}
