import { bestMatching, type Pair } from '../matching.ts';
import { type Counts, noCounts } from '../score.ts';
import type { Roles } from './brat.ts';
import { dice, ROLES, weightOf, wordsOf } from './words.ts';

const SAME_CONTENT = 0.8;
const SAME_SOURCE = 0.5;

/** What is counted over the best pairs of predicted and gold attributions. */
export interface PairCounts {
  /** Cues that overlap, whatever else. */
  readonly cue: Counts;
  /** Source, cue and content all equal, word for word. */
  readonly triple: Counts;
  /** Contents alike (Dice at least .8) and sources too (at least .5, or both absent). */
  readonly whoSaidWhat: Counts;
  /** Words of contents over pairs. */
  readonly contentWords: Counts;
  /** Gold attributions without a source that were found by their cue, and how many of them were given one. */
  readonly sourceless: { all: number; invented: number };
}

export const noPairCounts = (): PairCounts => ({
  cue: noCounts(),
  triple: noCounts(),
  whoSaidWhat: noCounts(),
  contentWords: noCounts(),
  sourceless: { all: 0, invented: 0 },
});

/** Matches one to one by overlap of cue, then content, then source, and adds what the pairs share to `sum`. */
export function countPairs(
  text: string,
  { predicted, gold }: { predicted: readonly Roles[]; gold: readonly Roles[] },
  sum: PairCounts,
): void {
  const theirs = predicted.map((roles) => wordsOf(text, roles));
  const ours = gold.map((roles) => wordsOf(text, roles));
  const pairs: Pair[] = [];
  for (const [p, a] of theirs.entries())
    for (const [g, b] of ours.entries())
      if (ROLES.some((role) => !a[role].isDisjointFrom(b[role])))
        pairs.push({ predicted: p, gold: g, weight: weightOf(a, b) });
  for (const counts of [sum.cue, sum.triple, sum.whoSaidWhat]) {
    counts.predicted += predicted.length;
    counts.gold += gold.length;
  }
  for (const pair of bestMatching(pairs)) {
    const a = theirs[pair.predicted];
    const b = ours[pair.gold];
    if (a === undefined || b === undefined) continue;
    if (ROLES.every((role) => dice(a[role], b[role]) === 1)) sum.triple.right++;
    if (dice(a.content, b.content) >= SAME_CONTENT && dice(a.source, b.source) >= SAME_SOURCE)
      sum.whoSaidWhat.right++;
    sum.contentWords.right += a.content.intersection(b.content).size;
    sum.contentWords.predicted += a.content.size;
    sum.contentWords.gold += b.content.size;
    if (a.cue.isDisjointFrom(b.cue)) continue;
    sum.cue.right++;
    if (b.source.size > 0) continue;
    sum.sourceless.all++;
    if (a.source.size > 0) sum.sourceless.invented++;
  }
}
