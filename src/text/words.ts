import type { Range } from './span.ts';

/** A word of a text as it is compared: its place, and its form without case, compatibility forms and kinds of apostrophe. */
export interface FoldedWord extends Range {
  readonly form: string;
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’ʼ‑-][\p{L}\p{M}\p{N}]+)*/gu;

/** The words of `text` from `start` to `end`, folded; punctuation and space between them are left out. */
export function foldedWords(
  text: string,
  { start, end }: Range = { start: 0, end: text.length },
): FoldedWord[] {
  const words: FoldedWord[] = [];
  WORD.lastIndex = start;
  for (let match = WORD.exec(text); match !== null && match.index < end; match = WORD.exec(text)) {
    const stop = Math.min(match.index + match[0].length, end);
    words.push({ start: match.index, end: stop, form: fold(text.slice(match.index, stop)) });
  }
  return words;
}

/** Whether a range of a text has so many words; what stands behind them is not looked at. */
export function hasWords(text: string, { start, end }: Range, count: number): boolean {
  WORD.lastIndex = start;
  for (let found = 0; found < count; found++) {
    const match = WORD.exec(text);
    if (match === null || match.index >= end) return false;
  }
  return true;
}

/** ASCII has one form of everything. */
const PLAIN = /^[\x20-\x7e]*$/;

/** One form for words that differ in case, compatibility form (Unicode NFKC), apostrophe or hyphen only. */
export function fold(word: string): string {
  if (PLAIN.test(word)) return word.toLowerCase();
  return word.normalize('NFKC').toLowerCase().replace(/[’ʼ]/g, "'").replace(/‑/g, '-');
}
