import type { Range } from './span.ts';

/** The ranges that overlap `range`, of ranges that are sorted by their start and do not overlap each other. */
export function overlapping<T extends Range>(sorted: readonly T[], range: Range): readonly T[] {
  const first = firstEndingAfter(sorted, range.start);
  let last = first;
  while (last < sorted.length && (sorted[last] as T).start < range.end) last++;
  return sorted.slice(first, last);
}

/** The place of the first range that ends after an offset. By bisection, so that a text of a hundred thousand quotations takes no longer for each of its words. */
export function firstEndingAfter(sorted: readonly Range[], offset: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as Range).end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
