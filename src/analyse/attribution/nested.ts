import { type Block, extentOf, type Statement } from '../../record/index.ts';
import { firstAfter, hasWords, lastStartingBy, overlapping, type Range } from '../../text/index.ts';
import type { Quotation } from '../quotations/index.ts';
import type { Attribution } from '../tag/index.ts';
import { isCue } from './found.ts';

/** Shorter contents hold no statement of their own. */
const FEWEST_WORDS = 4;

/**
 * The contents of statements as blocks, each to be tagged as a text of its own: "that, according to the ministry, the
 * monitors would leave". The quotation marks around a content are left out, so that what it quotes itself is seen.
 */
export function contentBlocks(
  text: string,
  statements: readonly { readonly content: readonly Range[] }[],
  quotations: readonly Quotation[],
): Block[] {
  const outermost = quotations.filter(({ level }) => level === 0);
  const blocks = new Map<string, Block>();
  // Contents seldom overlap; where they do without end, no more is looked at again than the text is long.
  let left = text.length;
  for (const { content } of statements)
    for (const piece of content) {
      const { start, end } = withoutMarks(text, piece, outermost);
      if (end - start > left || !hasWords(text, { start, end }, FEWEST_WORDS)) continue;
      blocks.set(`${start}-${end}`, { start, end, kind: 'paragraph' });
      left -= end - start;
    }
  return [...blocks.values()].toSorted((a, b) => a.start - b.start || b.end - a.end);
}

function withoutMarks(text: string, piece: Range, outermost: readonly Quotation[]): Range {
  const whole = overlapping(outermost, piece).find(
    ({ start, end }) => start === piece.start && end === piece.end,
  );
  if (whole === undefined) return piece;
  const closed = whole.closing === 'closed' ? 1 : 0;
  return { start: piece.start + (text.startsWith("''", piece.start) ? 2 : 1), end: piece.end - closed };
}

type Roles = Pick<Attribution, 'cue' | 'source' | 'content'>;

/** How many statements before a place are asked whether they reach over it: statements are as long as quotations, not as reports. */
const REACH = 40;

/**
 * Finds the smallest statement whose content an attribution lies in, cue and all.
 * `statements` are in the order of the text; a statement is never within itself.
 */
export function enclosers(statements: readonly Statement[]): (roles: Roles) => Statement | null {
  const extents = statements.map(extentOf);
  const starts = extents.map(({ start }) => start);
  const contents = statements.map(({ content }) => contentOf(content));
  return (roles) => {
    const extent = extentOf(roles);
    const all = [...roles.cue, ...roles.content, ...roles.source];
    let best: Statement | null = null;
    let least = Number.POSITIVE_INFINITY;
    const last = firstAfter(starts, extent.start);
    for (let index = last - 1; index >= 0 && index >= last - REACH; index--) {
      if ((extents[index] as Range).end < extent.end) continue;
      const statement = statements[index] as Statement;
      const { holds, size } = contents[index] as Content;
      if (statement.cue.length + roles.cue.length === 0 || !all.every(holds)) continue;
      if (size < least) [best, least] = [statement, size];
    }
    return best;
  };
}

/** What a statement says, to be asked often: whether one of its pieces contains a range, and how many characters it has. */
interface Content {
  holds(range: Range): boolean;
  readonly size: number;
}

function contentOf(pieces: readonly Range[]): Content {
  const sorted = pieces.toSorted((a, b) => a.start - b.start);
  let farthest = 0;
  /** For each piece, how far it or one before it reaches. */
  const reached = sorted.map(({ end }) => {
    farthest = Math.max(farthest, end);
    return farthest;
  });
  return {
    holds: ({ start, end }) => (reached[lastStartingBy(sorted, start)] ?? -1) >= end,
    size: pieces.reduce((sum, { start, end }) => sum + end - start, 0),
  };
}

/** A pronoun with a verb behind it is no source: "it makes no difference whether the paper". */
const CLAUSE = /^(?:it|there|I|we|you|he|she|they|this|that) (?!who|which|that|all|both)\p{Ll}+ \p{Ll}+/iu;

/**
 * Attributions whose cue no statement has yet: the tagger may have found one within another at the first look, and twice
 * at the second, where two contents overlap.
 */
export function notYetFound(
  attributions: readonly Attribution[],
  statements: readonly Statement[],
  text: string,
): Attribution[] {
  const taken = new Set(statements.flatMap(({ cue }) => cue.map(({ start }) => start)));
  return attributions.filter(({ cue, source }) => {
    const isNew =
      !cue.some(({ start, end }) => taken.has(start) || !isCue(text.slice(start, end))) &&
      !source.some(({ start, end }) => CLAUSE.test(text.slice(start, end)));
    for (const { start } of cue) taken.add(start);
    return isNew;
  });
}
