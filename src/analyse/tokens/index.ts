import { matchesOf, type Range } from '../../text/index.ts';

/** A word, number or mark of the text. White space is between tokens, never in one. */
export interface Token extends Range {
  readonly text: string;
  /** The text in lower case, with one kind of apostrophe. */
  readonly form: string;
  readonly kind: 'word' | 'number' | 'mark';
}

/**
 * In order: a clitic ("’s", "'ll"), letters with stops ("U.S."), numbers, words with inner apostrophes and hyphens up to
 * a clitic, marks of several characters, any other mark.
 */
const TOKEN =
  /(?<=[\p{L}\p{M}\p{N}])['’](?:s|ll|re|ve|d|m)(?![\p{L}\p{M}\p{N}])|(?:\p{L}\.){2,}|\p{N}+(?:[.,:]\p{N}+)*\p{L}*|[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:(?:['’](?!(?:s|ll|re|ve|d|m)(?![\p{L}\p{M}\p{N}]))|&|[-‑](?!-))[\p{L}\p{M}\p{N}]+)*|``|''|\.{2,}|--+|\S/giu;

/** Takes a text and a range of it. Gives its tokens in order. A clitic is a token of its own ("she’s"), a negated verb is not ("didn’t"). */
export function tokenise(text: string, { start, end }: Range): Token[] {
  const tokens: Token[] = [];
  for (const match of matchesOf(text.slice(start, end), TOKEN)) {
    const token = match[0];
    const from = start + match.index;
    tokens.push({
      start: from,
      end: from + token.length,
      text: token,
      form: formOf(token),
      kind: kindOf(token),
    });
  }
  return tokens;
}

function formOf(token: string): string {
  const lower = token.toLowerCase();
  return lower.includes('’') ? lower.replaceAll('’', "'") : lower;
}

/** Nearly all tokens begin with one of these. */
const PLAIN_LETTER = /^[a-z]/i;

function kindOf(token: string): Token['kind'] {
  if (PLAIN_LETTER.test(token)) return 'word';
  if (/^\p{N}/u.test(token)) return 'number';
  return /^[\p{L}\p{M}]|^['’]\p{L}/u.test(token) ? 'word' : 'mark';
}
