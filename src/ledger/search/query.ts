import { stemOf } from '../../text/index.ts';

const PART = /"([^"]*)"?|[^\s"]+/g;

/** What a user typed, part by part. */
export interface Term {
  readonly text: string;
  /** Whether it was put in quotation marks: then it is meant as it is written. */
  readonly isPhrase: boolean;
}

/**
 * The phrases and words of what a user typed: quotation marks hold a phrase together, all else is words. Control characters,
 * at which SQLite would end a string, and halves of pairs only part words.
 */
export function typedTerms(typed: string): Term[] {
  const straight = typed.replace(/[\p{Cc}\p{Cs}]/gu, ' ').replace(/[“”„«»]/g, '"');
  const terms = [...straight.matchAll(PART)].map((match) => ({
    text: (match[1] ?? match[0]).trim(),
    isPhrase: match[1] !== undefined,
  }));
  return terms.filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
}

export const termsOf = (typed: string): string[] => typedTerms(typed).map(({ text }) => text);

/** Terms as a user would type them. */
export const typedAgain = (terms: readonly Term[]): string =>
  terms.map(({ text, isPhrase }) => (isPhrase ? `"${text}"` : text)).join(' ');

/** A term as an FTS5 string: no character of it is syntax. A trailing * asks for words that begin so. */
export function ftsString(term: string): string {
  const prefix = /\*$/.test(term) ? '*' : '';
  return `"${term.replace(/\*$/, '').replaceAll('"', '""')}"${prefix}`;
}

/** A word by itself, as the index parts words. */
const ONE_WORD = /^[^\p{L}\p{N}\p{M}]*([\p{L}\p{N}\p{M}]+)[^\p{L}\p{N}\p{M}*]*$/u;

/** The stem by which a typed word is found in all its forms; null of a phrase, of the beginning of a word, and of what is parted. */
export function stemAsked({ text, isPhrase }: Term): string | null {
  const word = isPhrase ? undefined : ONE_WORD.exec(text)?.[1];
  return word === undefined ? null : stemOf(word);
}

/** Words as the index parts them. */
const WORD = /[\p{L}\p{N}\p{M}\p{Co}]+/gu;

/**
 * The stems of a text's words, for the index: those alone that are no word of it as they are, since whoever looks for a stem
 * looks for it among the words too.
 */
export function stemsIn(text: string): string {
  const words = [...text.matchAll(WORD)].map(([word]) => word.toLowerCase());
  return words
    .flatMap((word) => {
      const stem = stemOf(word);
      return stem === word ? [] : [stem];
    })
    .join(' ');
}
