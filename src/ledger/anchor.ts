import type { Statement, StatementDecision } from '../record/index.ts';
import type { Range } from '../text/index.ts';

/**
 * The statement that a decision is on: one whose content shares characters with the content decided on, and that has its cue
 * or is more like it than not. A statement around or within it, with a cue of its own, is another.
 */
export function statementOn(
  anchor: StatementDecision['on'],
  statements: readonly Statement[],
): Statement | null {
  const [best] = statements
    .map((statement) => ({
      statement,
      hasCue: shared(statement.cue, anchor.cue) > 0,
      likeness: likeness(wordsOf(statement), wordsOf(anchor)),
    }))
    .filter(({ hasCue, likeness: share }) => share > (hasCue ? 0 : 0.5))
    .toSorted((a, b) => Number(b.hasCue) - Number(a.hasCue) || b.likeness - a.likeness);
  return best?.statement ?? null;
}

/** A refusal to comment may have no content: then its cue is what was said. */
const wordsOf = ({ content, cue }: Pick<Statement, 'content' | 'cue'>) =>
  content.length > 0 ? content : cue;

/** How much two sets of ranges have in common: what both have as a share of what either has (Jaccard). */
function likeness(a: readonly Range[], b: readonly Range[]): number {
  const both = shared(a, b);
  return both === 0 ? 0 : both / (lengthOf(a) + lengthOf(b) - both);
}

const lengthOf = (ranges: readonly Range[]) => ranges.reduce((sum, { start, end }) => sum + end - start, 0);

/** Characters in which ranges overlap. */
function shared(a: readonly Range[], b: readonly Range[]): number {
  let sum = 0;
  for (const one of a)
    for (const other of b)
      sum += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
  return sum;
}
