import type { Range } from '../../text/index.ts';
import type { Token } from '../tokens/index.ts';

/** A sentence of a block: its characters, and its tokens as a half-open range of the block's. */
export interface Sentence extends Range {
  readonly first: number;
  readonly last: number;
}

/** Abbreviations, lower-cased and without their stop, with what follows them inside a sentence. */
export type Abbreviations = ReadonlyMap<string, 'name' | 'number'>;

const ENDS = new Set(['.', '!', '?', '…']);
const CLOSES = /^(?:["'”’»“)\]]|'')$/u;
const OPENS = /^(?:["'“‘«„‚([]|``|'')$/u;

/**
 * Takes the tokens of one block and the abbreviations of its language. Gives its sentences in order, without gaps
 * between their tokens. A sentence ends at a stop with the marks that close behind it, when what follows can begin one.
 * Does not look at quotation marks as pairs: a quotation of two sentences is two sentences here.
 */
export function splitSentences(tokens: readonly Token[], abbreviations: Abbreviations): Sentence[] {
  const sentences: Sentence[] = [];
  let first = 0;
  for (let index = 0; index < tokens.length; index++) {
    if (!endsAt(tokens, index, abbreviations)) continue;
    let last = index + 1;
    while (isClosing(tokens, last)) last++;
    index = last - 1;
    if (!canBegin(tokens, last)) continue;
    sentences.push(sentence(tokens, first, last));
    first = last;
  }
  if (first < tokens.length) sentences.push(sentence(tokens, first, tokens.length));
  return sentences;
}

function sentence(tokens: readonly Token[], first: number, last: number): Sentence {
  return { start: tokens[first]?.start ?? 0, end: tokens[last - 1]?.end ?? 0, first, last };
}

function endsAt(tokens: readonly Token[], index: number, abbreviations: Abbreviations): boolean {
  const token = tokens[index];
  if (token === undefined || (token.kind !== 'mark' && !token.text.endsWith('.'))) return false;
  if (/^\.{2,}$/.test(token.text)) return true;
  // "U.S." ends a sentence when the next word is one that opens sentences; the rest of the time it stands before a name.
  if (/^(?:\p{L}\.){2,}$/u.test(token.text)) return opensClause(tokens[index + 1]);
  if (!ENDS.has(token.text)) return false;
  const before = tokens[index - 1];
  if (token.text !== '.' || before === undefined || before.end !== token.start) return true;
  // An initial, or the last of a party and a state: "(D-N.J.)".
  const initial = /(?:^|-)\p{Lu}$/u.test(before.text) && before.text !== 'I';
  const followed = abbreviations.get(before.form);
  const abbreviates = followed === 'name' || (followed === 'number' && tokens[index + 1]?.kind === 'number');
  return !initial && !abbreviates;
}

/** A closing mark stands right behind what it closes; the first mark after a space opens the next sentence. */
function isClosing(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  const before = tokens[index - 1];
  return (
    token !== undefined &&
    before !== undefined &&
    token.start === before.end &&
    (CLOSES.test(token.text) || ENDS.has(token.text))
  );
}

function canBegin(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index];
  const before = tokens[index - 1];
  if (next === undefined || before === undefined) return true;
  if (OPENS.test(next.text)) return next.start > before.end && canFollowOpening(tokens[index + 1]);
  return (
    /^[\p{Lu}\p{Lt}\p{Lo}\p{N}—–•-]/u.test(next.text) &&
    (next.start > before.end || /^\p{Lu}/u.test(next.text))
  );
}

/** What may follow a mark that opens a sentence. */
function canFollowOpening(token: Token | undefined): boolean {
  return token !== undefined && /^[\p{Lu}\p{Lt}\p{Lo}\p{N}.…["'“‘«„]/u.test(token.text);
}

const OPENING_WORDS = new Set(
  'the a an he she it they we i but and in on at this that these those there his her their as if when while after for'.split(
    ' ',
  ),
);

function opensClause(token: Token | undefined): boolean {
  return (
    token === undefined ||
    (/^\p{Lu}/u.test(token.text) && OPENING_WORDS.has(token.form)) ||
    /^["“‘«„]$/u.test(token.text)
  );
}
