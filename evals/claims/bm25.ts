import { foldedWords } from '../../src/text/index.ts';

const SATURATION = 1.2;
const LENGTH = 0.75;

/** The texts that share most with a query by BM25 (Robertson and others 1994) over plain words, best first, as their numbers. */
export function bm25(texts: readonly string[]): (query: string, limit: number) => number[] {
  const words = texts.map((text) => foldedWords(text).map(({ form }) => form));
  const mean = words.reduce((sum, own) => sum + own.length, 0) / Math.max(1, words.length);
  const having = new Map<string, Map<number, number>>();
  for (const [at, own] of words.entries())
    for (const word of own) {
      const counts = having.get(word) ?? new Map<number, number>();
      counts.set(at, (counts.get(at) ?? 0) + 1);
      having.set(word, counts);
    }
  return (query, limit) => {
    const scores = new Map<number, number>();
    for (const word of new Set(foldedWords(query).map(({ form }) => form))) {
      const counts = having.get(word) ?? new Map<number, number>();
      const rarity = Math.log(1 + (texts.length - counts.size + 0.5) / (counts.size + 0.5));
      for (const [at, count] of counts) {
        const room = SATURATION * (1 - LENGTH + (LENGTH * (words[at]?.length ?? 0)) / mean);
        scores.set(at, (scores.get(at) ?? 0) + (rarity * count * (SATURATION + 1)) / (count + room));
      }
    }
    const best = [...scores].toSorted(([a, one], [b, other]) => other - one || a - b);
    return best.slice(0, limit).map(([at]) => at);
  };
}
