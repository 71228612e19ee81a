import { cosines } from '../../src/link/stories/cosine.ts';
import { type LinkWords, stemsOf } from '../../src/link/words.ts';

/**
 * Groups of texts by the cosine of their words alone, average linkage (Sokal and Michener 1958): the two groups that are
 * most alike on the mean over all their pairs are joined while that is so much. Gives places in the list.
 */
export function byCosine(
  texts: readonly string[],
  words: Pick<LinkWords, 'light' | 'irregular'>,
  least: number,
): number[][] {
  const cosine = cosines(texts.map((text) => stemsOf(text, words)));
  const groups = new Map(texts.map((_, at) => [at, [at]]));
  /** The sum over all pairs of two groups. */
  const sums = texts.map((_, a) => Float64Array.from(texts, (_, b) => cosine(a, b)));
  const sumOf = (a: number, b: number) => sums[a]?.[b] ?? 0;
  for (let best = bestOf(groups, sumOf, least); best !== null; best = bestOf(groups, sumOf, least)) {
    const [one, other] = best;
    groups.set(one, [...(groups.get(one) ?? []), ...(groups.get(other) ?? [])]);
    groups.delete(other);
    for (const key of groups.keys()) {
      const sum = sumOf(one, key) + sumOf(other, key);
      (sums[one] as Float64Array)[key] = sum;
      (sums[key] as Float64Array)[one] = sum;
    }
  }
  return [...groups.values()];
}

/** The two groups that are most alike; null where none are alike enough. */
function bestOf(
  groups: ReadonlyMap<number, readonly number[]>,
  sumOf: (a: number, b: number) => number,
  least: number,
): [number, number] | null {
  let best: [number, number] | null = null;
  let most = least;
  const all = [...groups];
  for (const [at, [a, one]] of all.entries())
    for (const [b, other] of all.slice(at + 1)) {
      const mean = sumOf(a, b) / (one.length * other.length);
      if (mean > most) [best, most] = [[a, b], mean];
    }
  return best;
}
