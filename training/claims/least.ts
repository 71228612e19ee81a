/** What came first for a question. */
export interface First {
  readonly score: number;
  readonly isRight: boolean;
}

/** The least score from which on a share of what comes first is right; null where none is so high. */
export function leastScore(firsts: readonly First[], share: number): number | null {
  const sorted = firsts.toSorted((a, b) => b.score - a.score);
  let [right, least] = [0, null as number | null];
  for (const [at, { score, isRight }] of sorted.entries()) {
    if (isRight) right++;
    if (right / (at + 1) >= share) least = score;
  }
  return least;
}
