import { overlaps, type Range, remembered, type Span, spanOf } from '../../text/index.ts';
import type { Quoting } from '../quoting.ts';
import type { Taken } from '../taken.ts';

/** What a rendition has between quotation marks, with the text of its report from its first words to its last. */
export interface QuotedText {
  readonly pieces: readonly Range[];
  /** Where the text begins in its report. */
  readonly start: number;
  readonly text: string;
}

const quotationsOf = remembered((quoting: Quoting) =>
  remembered(({ record: { report } }: Taken) =>
    quoting.quotationsIn(report.text, report.blocks).filter(({ level }) => level === 0),
  ),
);

/** What some words of a report have between quotation marks. */
export function quotedTextOf(spans: readonly Range[], taken: Taken, quoting: Quoting): QuotedText {
  const pieces = spans.flatMap((span) =>
    quotationsOf(quoting)(taken).flatMap((range) => (overlaps(range, span) ? [within(range, span)] : [])),
  );
  const start = Math.min(...pieces.map((piece) => piece.start));
  const end = Math.max(...pieces.map((piece) => piece.end));
  return pieces.length === 0
    ? { pieces, start: 0, text: '' }
    : { pieces, start, text: taken.record.report.text.slice(start, end) };
}

const within = (one: Range, other: Range): Range => ({
  start: Math.max(one.start, other.start),
  end: Math.min(one.end, other.end),
});

/** A stretch of what is quoted, by its place in the report. */
export function quotedSpan({ start, text }: QuotedText, range: Range): Span {
  return { ...range, text: spanOf(text, { start: range.start - start, end: range.end - start }).text };
}
