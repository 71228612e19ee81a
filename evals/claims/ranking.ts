/** Of a list so many count. */
const COUNTED = 5;

/** The mean of the precision at each right one among the first five (AP@5 of CheckThat!, Barrón-Cedeño and others 2020), 0 to 1. */
export function averagePrecision(ranked: readonly string[], right: readonly string[]): number {
  let found = 0;
  let sum = 0;
  for (const [at, id] of ranked.slice(0, COUNTED).entries())
    if (right.includes(id)) sum += ++found / (at + 1);
  return sum / Math.min(COUNTED, right.length);
}

/** One over the rank of the first right one; 0 where none is among those listed. */
export function reciprocalRank(ranked: readonly string[], right: readonly string[]): number {
  const at = ranked.findIndex((id) => right.includes(id));
  return at < 0 ? 0 : 1 / (at + 1);
}
