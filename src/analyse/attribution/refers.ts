import type { Statement } from '../../record/index.ts';
import { foldedWords } from '../../text/index.ts';
import type { AttributionWords } from './mode.ts';

const POINTERS = new Set(['this', 'that', 'it', 'so', 'these', 'those', 'the same', 'same']);
const DETERMINERS = new Set(['the', 'this', 'that', 'these', 'those', 'such', 'his', 'her', 'their']);
const RULE = 'points-back-to-the-statement-before';
/** So many characters may lie between: a paragraph or two. */
const REACH = 600;

/**
 * What a content such as "this" or "the report" points back to: what the nearest statement before it says, and where none
 * is near, nothing. `statements` are in the order of the text.
 */
export function refersTo(
  statement: Statement,
  statements: readonly Statement[],
  words: Pick<AttributionWords, 'pointers'>,
): Statement['refers'] {
  if (!pointsBack(statement, words)) return null;
  const at = Math.min(...[...statement.content, ...statement.cue].map(({ start }) => start));
  const before = statements.findLast(
    (other) =>
      other !== statement &&
      other.content.length > 0 &&
      other.content.every(({ end }) => end <= at) &&
      !pointsBack(other, words),
  );
  const last = before?.content.at(-1)?.end ?? Number.NEGATIVE_INFINITY;
  if (before === undefined || at - last > REACH) return null;
  return { spans: before.content, how: 'inferred', by: RULE };
}

function pointsBack({ content }: Statement, { pointers }: Pick<AttributionWords, 'pointers'>): boolean {
  const [only, ...more] = content;
  if (only === undefined || more.length > 0) return false;
  const words = foldedWords(only.text).map(({ form }) => form);
  const [first = '', second = ''] = words;
  if (POINTERS.has(words.join(' '))) return true;
  return words.length === 2 && DETERMINERS.has(first) && pointers.has(second);
}
