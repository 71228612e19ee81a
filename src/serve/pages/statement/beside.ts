import { wordDiff } from '../../../compare/index.ts';
import { fold } from '../../../text/index.ts';

/** A stretch of words that both texts have, that only the base has, or only the other. */
export interface Stretch {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

interface Token {
  readonly text: string;
  /** The word without case and marks, by which two are the same. */
  readonly key: string;
}

const MARKS = /[^\p{L}\p{N}]+/gu;

/** The words of a text; marks that stand alone belong to the word before. */
function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    const key = fold(word).replaceAll(MARKS, '');
    const last = tokens.at(-1);
    if (key === '' && last !== undefined)
      tokens[tokens.length - 1] = { ...last, text: `${last.text} ${word}` };
    else tokens.push({ text: word, key: key === '' ? word : key });
  }
  return tokens;
}

/**
 * What a text has otherwise than a base, word by word. Case, quotation marks and other signs are no difference: where they
 * differ alone, the text's own stand.
 */
export function stretchesBeside(base: string, text: string): Stretch[] {
  const [one, other] = [tokensOf(base), tokensOf(text)];
  const keys = (tokens: readonly Token[]) => tokens.map(({ key }) => key).join(' ');
  let left = 0;
  let right = 0;
  return wordDiff(keys(one), keys(other)).map(({ kind, text: told }) => {
    const length = told.split(/\s+/).length;
    const tokens = kind === 'removed' ? one.slice(left, left + length) : other.slice(right, right + length);
    if (kind !== 'added') left += length;
    if (kind !== 'removed') right += length;
    return { kind, text: tokens.map((token) => token.text).join(' ') };
  });
}

/** How much of the words must be the same for marks on each to tell anything. */
const LEAST_SAME = 0.3;

/** Whether two texts are so far apart that marking each word would hide both. */
export function isOtherwise(base: string, text: string): boolean {
  const count = (words: string) => words.split(/\s+/).length;
  const same = stretchesBeside(base, text).reduce(
    (sum, one) => sum + (one.kind === 'same' ? count(one.text) : 0),
    0,
  );
  return same < LEAST_SAME * Math.min(count(base), count(text));
}
