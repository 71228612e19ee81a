import { stemmer } from 'stemmer';
import { foldedWords } from '../../text/index.ts';

/** The single words of a text as they are compared: folded, without diacritics, parted at hyphens and apostrophes. */
export function singleWords(text: string): string[] {
  return foldedWords(text).flatMap(({ form }) =>
    form
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .split(/['-]/u)
      .filter((word) => word !== ''),
  );
}

/** The same as their stems. */
export const stemsOf = (text: string): string[] => singleWords(text).map((word) => stemmer(word));

/** Marks of one kind for all kinds, so that copies that differ in them alone are one to the sentence model too. */
export const plainMarks = (text: string): string =>
  text
    .replace(/[“”„«»]/gu, '"')
    .replace(/[‘’]/gu, "'")
    .replace(/(?<!\p{L})'|'(?!\p{L})/gu, '"');
