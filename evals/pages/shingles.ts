/** Precision and recall of each body, as the article-extraction-benchmark has them: by shingles of four words, each as often as it stands there. */
export interface Bodies {
  precision: number[];
  recall: number[];
}

export const noWords = (): Bodies => ({ precision: [], recall: [] });

const LENGTH = 4;

/** Counts a body in: of the shingles found those that are wanted, of those wanted those that are found. */
export function judgeBody({ precision, recall }: Bodies, wanted: string, found: string): void {
  const [gold, own] = [shinglesOf(wanted), shinglesOf(found)];
  let shared = 0;
  for (const [shingle, count] of gold) shared += Math.min(count, own.get(shingle) ?? 0);
  precision.push(own.size === 0 ? 0 : shared / total(own));
  recall.push(gold.size === 0 ? 0 : shared / total(gold));
}

/** Means over the pages, in percent, and the F1 of both means. */
export function sharesOf({ precision, recall }: Bodies): { precision: number; recall: number; f1: number } {
  const [p, r] = [mean(precision), mean(recall)];
  return { precision: 100 * p, recall: 100 * r, f1: p + r === 0 ? 0 : (200 * p * r) / (p + r) };
}

function shinglesOf(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{M}\p{N}_]+/gu) ?? [];
  const shingles = new Map<string, number>();
  const last = Math.max(words.length - LENGTH, words.length === 0 ? -1 : 0);
  for (let at = 0; at <= last; at++) {
    const shingle = words.slice(at, at + LENGTH).join(' ');
    shingles.set(shingle, (shingles.get(shingle) ?? 0) + 1);
  }
  return shingles;
}

const total = (shingles: ReadonlyMap<string, number>) =>
  [...shingles.values()].reduce((sum, count) => sum + count, 0);
const mean = (numbers: readonly number[]) =>
  numbers.length === 0 ? 0 : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
