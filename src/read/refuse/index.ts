import { type Refusal, refuse } from '../../record/index.ts';

/** The longest text that is read as one report, in UTF-16 code units. */
export const LONGEST_TEXT = 300_000;

/**
 * Takes a decoded text. Gives the named reason why it is no report, or null.
 * Does not judge what it is about: any text with words in it may be one.
 */
export function refuseText(text: string): Refusal | null {
  if (text.length > LONGEST_TEXT)
    return refuse(
      'too-long',
      `expected at most ${LONGEST_TEXT} characters, found ${text.length}: split the file`,
    );
  if (!text.isWellFormed())
    return refuse(
      'lone-surrogate',
      'expected whole characters, found half of a UTF-16 pair: save the text again as UTF-8',
    );
  const nul = text.indexOf('\0');
  if (nul >= 0) return refuse('nul', `expected text, found a NUL character at offset ${nul}`);
  if (!/[\p{L}\p{N}]/u.test(text)) return refuse('empty', 'expected a text with words in it, found none');
  return null;
}
