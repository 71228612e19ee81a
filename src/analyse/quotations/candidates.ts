import { matchesOf, type Range } from '../../text/index.ts';
import { CLOSERS, MARK, ONLY_OPENS, SINGLE } from './marks.ts';

/** A quotation mark in the text and what it may be, judged by the characters beside it alone. */
export interface Candidate extends Range {
  readonly mark: string;
  readonly mayOpen: boolean;
  readonly mayClose: boolean;
}

const SPACE_OR_OPENING = /[\s([{—–\-/“‘«„‚"'`>]/u;
const LETTER = /[\p{L}\p{M}\p{N}]/u;

/** The marks of a block that may open or close a quotation. An apostrophe inside a word is none. */
export function candidates(text: string, { start, end }: Range): Candidate[] {
  const found: Candidate[] = [];
  for (const match of matchesOf(text.slice(start, end), MARK)) {
    const mark = match[0];
    const from = start + match.index;
    const to = from + mark.length;
    const before = from > start ? text.charAt(from - 1) : ' ';
    const after = to < end ? text.charAt(to) : ' ';
    if (SINGLE.has(mark) && LETTER.test(before) && LETTER.test(after)) continue;
    const mayOpen =
      mark in CLOSERS && SPACE_OR_OPENING.test(before) && !/\s/.test(after) && !isElision(text, to, mark);
    const mayClose =
      !ONLY_OPENS.has(mark) &&
      (!/\s/.test(before) || mark === '»' || mark === '«') &&
      !(SINGLE.has(mark) && LETTER.test(after));
    if (mayOpen || mayClose) found.push({ start: from, end: to, mark, mayOpen, mayClose });
  }
  return found;
}

/** An apostrophe at the head of a word: ’90s, ’em, ’tis. */
function isElision(text: string, at: number, mark: string): boolean {
  return (
    (mark === '’' || mark === "'") &&
    /^(?:\d0s\b|em\b|tis\b|twas\b|til\b|cause\b|n'?\b)/i.test(text.slice(at, at + 6))
  );
}
