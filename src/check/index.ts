import type { ReportRecord } from '../record/index.ts';
import type { DraftQuotation, OnRecord } from './against-record.ts';
import { type Placed, placing } from './place.ts';
import type { Remark, Rule } from './remark.ts';

export { type DraftQuotation, type OnRecord, quotationsIn, remarkOn } from './against-record.ts';
export { type Placed, placing, ranging } from './place.ts';
export { type Remark, RULES, type Rule } from './remark.ts';

/** A flag with its place in a file. */
export interface Finding extends Placed {
  readonly path: string;
  readonly rule: Rule;
  readonly message: string;
}

/** A quotation of a draft with its place in it, and what the record says of it. */
export interface CheckedQuotation extends Placed, Omit<DraftQuotation, 'at'> {
  readonly record: OnRecord;
}

/** What a check of a draft says: what an editor should look at, and how each quotation stands against the record. */
export interface Checked {
  readonly findings: readonly Finding[];
  readonly quotations: readonly CheckedQuotation[];
}

export const NOTHING_FOUND: Checked = { findings: [], quotations: [] };

const IGNORED = /<!--\s*onrecord-ignore\s([\w,\s-]*?)-->/;

/** The flags of a record as remarks. */
export function remarksOf({ flags }: Pick<ReportRecord, 'flags'>): Remark[] {
  return flags.flatMap(({ kind, spans: [at], message }) =>
    at === undefined ? [] : [{ rule: kind, at, message }],
  );
}

/** Remarks as findings in the order of the text, without those that a comment on their line or the line before silences. */
export function findingsIn(text: string, remarks: readonly Remark[], path: string): Finding[] {
  const place = placing(text);
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
      const placed = place(at);
      return silenced(placed.line, rule) ? [] : [{ path, ...placed, rule, message }];
    });
}
