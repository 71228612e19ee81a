import type { ReportRecord } from '../record/index.ts';
import type { Remark, Rule } from './remark.ts';

export { type DraftQuotation, type OnRecord, quotationsIn, remarkOn } from './against-record.ts';
export { type Remark, RULES, type Rule } from './remark.ts';

/** A flag with its place in a file: lines and columns count from 1, columns in UTF-16 code units. */
export interface Finding {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly rule: Rule;
  readonly message: string;
}

const IGNORED = /<!--\s*onrecord-ignore\s([\w,\s-]*?)-->/;

/** The flags of a record as remarks. */
export function remarksOf({ flags }: Pick<ReportRecord, 'flags'>): Remark[] {
  return flags.flatMap(({ kind, spans: [at], message }) =>
    at === undefined ? [] : [{ rule: kind, at, message }],
  );
}

/** Remarks as findings in the order of the text, without those that a comment on their line or the line before silences. */
export function findingsIn(text: string, remarks: readonly Remark[], path: string): Finding[] {
  const starts = lineStarts(text);
  const lines = text.split('\n');
  const known = new Map<number, ReadonlySet<string>>();
  /** The rules that a comment on a line silences. */
  const ignoredOn = (line: number): ReadonlySet<string> => {
    const ignored =
      known.get(line) ?? new Set((IGNORED.exec(lines[line - 1] ?? '')?.[1] ?? '').split(/[\s,]+/));
    known.set(line, ignored);
    return ignored;
  };
  const silenced = (line: number, rule: string) => ignoredOn(line).has(rule) || ignoredOn(line - 1).has(rule);
  return remarks
    .toSorted((a, b) => a.at.start - b.at.start)
    .flatMap(({ rule, at, message }) => {
      const from = placeOf(starts, at.start);
      const to = placeOf(starts, at.end);
      if (silenced(from.line, rule)) return [];
      return [{ path, ...from, endLine: to.line, endColumn: to.column, rule, message }];
    });
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function placeOf(starts: readonly number[], offset: number): { line: number; column: number } {
  const line = starts.findLastIndex((start) => start <= offset) + 1;
  return { line, column: offset - (starts[line - 1] ?? 0) + 1 };
}
