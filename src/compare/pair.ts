import { foldedWords } from '../text/index.ts';

/** Two that share so many of their words are one, changed. */
const ALIKE = 0.6;
/** More pairs are not compared with each other: what is left of two long texts has nothing in common. */
const MOST_LEFT = 300;

/** What two lists have in common: pairs, and what only one of them has, in its order. */
export interface Paired<T> {
  readonly pairs: readonly (readonly [T, T])[];
  readonly onlyBefore: readonly T[];
  readonly onlyAfter: readonly T[];
}

/**
 * Pairs what is the same by its words, each once and in order; then, of what is left, what is most alike first
 * (Dice's coefficient over words). `wordsOf` gives the words that count.
 */
export function pair<T>(before: readonly T[], after: readonly T[], wordsOf: (one: T) => string): Paired<T> {
  const forms = (one: T) => foldedWords(wordsOf(one)).map(({ form }) => form);
  const waiting = Map.groupBy(after, (one) => forms(one).join(' '));
  const pairs: (readonly [T, T])[] = [];
  const matched = new Set<T>();
  const left = before.filter((one) => {
    const same = waiting.get(forms(one).join(' '))?.shift();
    if (same === undefined) return true;
    pairs.push([one, same]);
    matched.add(same);
    return false;
  });
  const right = after.filter((one) => !matched.has(one));
  const bags = new Map([...left, ...right].map((one) => [one, bagOf(forms(one))]));
  const candidates = left
    .slice(0, MOST_LEFT)
    .flatMap((one) =>
      right.slice(0, MOST_LEFT).map((other) => ({ one, other, share: dice(bags.get(one), bags.get(other)) })),
    )
    .filter(({ share }) => share >= ALIKE)
    .toSorted((a, b) => b.share - a.share);
  const taken = new Set<T>();
  for (const { one, other } of candidates) {
    if (taken.has(one) || taken.has(other)) continue;
    taken.add(one).add(other);
    pairs.push([one, other]);
  }
  return {
    pairs,
    onlyBefore: left.filter((one) => !taken.has(one)),
    onlyAfter: right.filter((one) => !taken.has(one)),
  };
}

type Bag = ReadonlyMap<string, number>;

function bagOf(forms: readonly string[]): Bag {
  const bag = new Map<string, number>();
  for (const form of forms) bag.set(form, (bag.get(form) ?? 0) + 1);
  return bag;
}

function dice(a: Bag = new Map(), b: Bag = new Map()): number {
  const size = (bag: Bag) => [...bag.values()].reduce((sum, count) => sum + count, 0);
  const shared = [...a].reduce((sum, [form, count]) => sum + Math.min(count, b.get(form) ?? 0), 0);
  const total = size(a) + size(b);
  return total === 0 ? 0 : (2 * shared) / total;
}
