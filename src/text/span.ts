/** A half-open range of a text, in UTF-16 code units (JavaScript's own offsets). */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A range together with the characters it covers, so that a shift is noticed wherever it happens. */
export interface Span extends Range {
  readonly text: string;
}

/**
 * The span of `text` from `start` to `end`.
 * @throws RangeError when the range does not lie in the text: a broken promise of the caller.
 */
export function spanOf(text: string, { start, end }: Range): Span {
  if (!(Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= text.length))
    throw new RangeError(
      `a span must lie in its text: expected 0 ≤ start ≤ end ≤ ${text.length}, found ${start}–${end}`,
    );
  return { start, end, text: text.slice(start, end) };
}

/** Whether the span says what the text says: the promise behind every entry. */
export function holds(text: string, span: Span): boolean {
  return (
    0 <= span.start &&
    span.start <= span.end &&
    span.end <= text.length &&
    text.slice(span.start, span.end) === span.text
  );
}

export function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}

export function contains(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The range without white space at its two ends. */
export function trimmed(text: string, { start, end }: Range): Range {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text.charAt(from))) from++;
  while (to > from && /\s/.test(text.charAt(to - 1))) to--;
  return { start: from, end: to };
}

/** The same characters as ranges in order that do not overlap. */
export function disjoint(ranges: readonly Range[]): Range[] {
  const joined: Range[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last !== undefined && range.start < last.end)
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    else joined.push(range);
  }
  return joined;
}
