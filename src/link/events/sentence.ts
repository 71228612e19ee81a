import type { Report } from '../../record/index.ts';
import type { Range } from '../../text/index.ts';

/** The end of a sentence and what stands before the next: no initial or short abbreviation before it. */
const END = /(?<=[\p{Ll}\d]{2}|[”"’)])[.!?]["”'’)]*\s+(?=["“'‘(]?\p{Lu})/gu;

/** The sentence of a report that a range begins in, within its block. */
export function sentenceAt({ text, blocks }: Pick<Report, 'text' | 'blocks'>, { start, end }: Range): Range {
  const block = blocks.find((one) => one.start <= start && start < one.end) ?? { start: 0, end: text.length };
  const ends = [...text.slice(block.start, block.end).matchAll(END)].map(
    ({ index, 0: { length } }) => block.start + index + length,
  );
  return {
    start: ends.findLast((at) => at <= start) ?? block.start,
    end: ends.find((at) => at >= end) ?? block.end,
  };
}

/** Where ends what a report says first of all: its headline, its standfirst and the first sentence behind them. */
export function endOfLead(report: Pick<Report, 'text' | 'blocks'>): number {
  const first = report.blocks.find(({ kind }) => kind === 'paragraph');
  return first === undefined ? 0 : sentenceAt(report, { start: first.start, end: first.start + 1 }).end;
}
