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
  return bisect(sorted.length, (index) => (sorted[index] as Range).end <= offset);
}

/** The place of the last range that starts at an offset or before it, of ranges sorted by their start; -1 where none does. */
export function lastStartingBy(sorted: readonly Range[], offset: number): number {
  return bisect(sorted.length, (index) => (sorted[index] as Range).start <= offset) - 1;
}

/** The place of the first number above another, of numbers in ascending order. */
export function firstAfter(sorted: readonly number[], number: number): number {
  return bisect(sorted.length, (index) => (sorted[index] as number) <= number);
}

/** How many places from the first on are before, of places that are before up to one and no longer after it. */
export function bisect(length: number, isBefore: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
