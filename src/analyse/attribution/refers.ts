import { extentOf, type Statement } from '../../record/index.ts';
import { firstAfter, foldedWords, lastStartingBy, type Range, spanOf } from '../../text/index.ts';
import type { NamedRule } from '../named-rule.ts';
import type { AttributionWords } from './mode.ts';

const POINTERS = new Set(['this', 'that', 'it', 'so', 'these', 'those', 'the same', 'same']);
const DETERMINERS = new Set(['the', 'this', 'that', 'these', 'those', 'such', 'his', 'her', 'their']);
const TO_STATEMENT: NamedRule = {
  name: 'points-back-to-the-statement-before',
  example: 'The union said that the line was shut. The mayor of Skarn denied this.',
};
const TO_SENTENCE: NamedRule = {
  name: 'points-back-to-the-sentence-before',
  example: 'The line is shut. This was confirmed by the mayor of Skarn.',
};
export const REFERENCE_RULES = [TO_STATEMENT, TO_SENTENCE];
const LONGEST_POINTER = 90;
/** So many characters may lie between: a paragraph or two. */
const REACH = 600;

/** A text with its sentences, in order. */
interface Sentences {
  readonly text: string;
  readonly sentences: readonly Range[];
}

/**
 * Gives each statement what a content such as "this" or "the report" points back to: what the nearest statement before it
 * says; where no statement stands in the sentence before, and the pointer begins its own, that sentence.
 * `statements` are in the order of the text.
 */
export function withReferences(
  statements: readonly Statement[],
  at: Sentences,
  words: Pick<AttributionWords, 'pointers'>,
): Statement[] {
  const pointing = new Set(statements.filter((statement) => pointsBack(statement, words)));
  const saying = statements.filter((statement) => !pointing.has(statement) && statement.content.length > 0);
  const starts = saying.map((statement) => extentOf(statement).start);
  return statements.map((statement) =>
    pointing.has(statement)
      ? { ...statement, refers: refersTo(statement, { saying, starts }, at) }
      : statement,
  );
}

/** `saying` are the statements that say something themselves, `starts` where they begin. */
function refersTo(
  statement: Statement,
  { saying, starts }: { saying: readonly Statement[]; starts: readonly number[] },
  place: Sentences,
): Statement['refers'] {
  const at = [...statement.content, ...statement.cue].reduce(
    (least, { start }) => Math.min(least, start),
    Number.POSITIVE_INFINITY,
  );
  const before = sentenceBefore(statement, at, place);
  for (let index = firstAfter(starts, at) - 1; index >= 0; index--) {
    const one = saying[index] as Statement;
    if (!one.content.every(({ end }) => end <= at)) continue;
    if (before !== null && extentOf(one).end <= before.start) break;
    if (at - (one.content.at(-1)?.end ?? 0) > REACH) return null;
    const spans = isTopic(one) ? [spanOf(place.text, extentOf(one))] : one.content;
    return { spans, how: 'inferred', by: TO_STATEMENT.name };
  }
  return before === null
    ? null
    : { spans: [spanOf(place.text, before)], how: 'inferred', by: TO_SENTENCE.name };
}

/** "will not discuss the toll": the content is what it is about, and what is said is the whole. */
function isTopic({ cue }: Statement): boolean {
  return /\b(?:discuss(?:es|ed|ing)?(?: \p{Ll}+)? ?(?:about)?|(?:talk|speak|ideas)(?:s|ed|ing)? about|comment(?:s|ed|ing)? on|refer(?:s|red|ring)? to)$/u.test(
    cue.map(({ text }) => text).join(' '),
  );
}

/** The sentence before, without its full stop, of a statement whose own sentence begins with what points back. */
function sentenceBefore({ content }: Statement, at: number, { text, sentences }: Sentences): Range | null {
  const index = lastStartingBy(sentences, at);
  const before = sentences[index - 1];
  if (before === undefined || content[0]?.start !== sentences[index]?.start || at - before.end > REACH)
    return null;
  const end = before.start + text.slice(before.start, before.end).replace(/(?<![.!…])[.!…]+$/, '').length;
  return { start: before.start, end };
}

function pointsBack({ content }: Statement, { pointers }: Pick<AttributionWords, 'pointers'>): boolean {
  const [only, ...more] = content;
  if (only === undefined || more.length > 0 || only.text.length > LONGEST_POINTER) return false;
  const words = foldedWords(only.text).map(({ form }) => form);
  const [first = '', second = ''] = words;
  // "said this in an interview with …": a pointer, and where it was said.
  const isAlone = words.length === 1 || /^(?:in|at|during|on|after|to)$/.test(second);
  if (POINTERS.has(words.join(' ')) || (POINTERS.has(first) && isAlone && first !== 'it')) return true;
  return words.length === 2 && DETERMINERS.has(first) && pointers.has(second);
}
