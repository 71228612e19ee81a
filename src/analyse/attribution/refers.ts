import { extentOf, type Statement } from '../../record/index.ts';
import { firstAfter, foldedWords } from '../../text/index.ts';
import type { AttributionWords } from './mode.ts';

const POINTERS = new Set(['this', 'that', 'it', 'so', 'these', 'those', 'the same', 'same']);
const DETERMINERS = new Set(['the', 'this', 'that', 'these', 'those', 'such', 'his', 'her', 'their']);
const RULE = 'points-back-to-the-statement-before';
/** So many characters may lie between: a paragraph or two. */
const REACH = 600;

/**
 * Gives each statement what a content such as "this" or "the report" points back to: what the nearest statement before it
 * says, and where none is near, nothing. `statements` are in the order of the text.
 */
export function withReferences(
  statements: readonly Statement[],
  words: Pick<AttributionWords, 'pointers'>,
): Statement[] {
  const pointing = new Set(statements.filter((statement) => pointsBack(statement, words)));
  const saying = statements.filter((statement) => !pointing.has(statement) && statement.content.length > 0);
  const starts = saying.map((statement) => extentOf(statement).start);
  return statements.map((statement) =>
    pointing.has(statement) ? { ...statement, refers: refersTo(statement, saying, starts) } : statement,
  );
}

/** `saying` are the statements that say something themselves, `starts` where they begin. */
function refersTo(
  { content, cue }: Statement,
  saying: readonly Statement[],
  starts: readonly number[],
): Statement['refers'] {
  const at = Math.min(...[...content, ...cue].map(({ start }) => start));
  for (let index = firstAfter(starts, at) - 1; index >= 0; index--) {
    const { content: said } = saying[index] as Statement;
    if (!said.every(({ end }) => end <= at)) continue;
    return at - (said.at(-1)?.end ?? 0) > REACH ? null : { spans: said, how: 'inferred', by: RULE };
  }
  return null;
}

function pointsBack({ content }: Statement, { pointers }: Pick<AttributionWords, 'pointers'>): boolean {
  const [only, ...more] = content;
  if (only === undefined || more.length > 0) return false;
  const words = foldedWords(only.text).map(({ form }) => form);
  const [first = '', second = ''] = words;
  if (POINTERS.has(words.join(' '))) return true;
  return words.length === 2 && DETERMINERS.has(first) && pointers.has(second);
}
