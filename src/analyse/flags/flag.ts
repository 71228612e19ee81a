import type { Flag, Report, ReportRecord } from '../../record/index.ts';
import { type Range, spanOf } from '../../text/index.ts';
import type { Quotation } from '../quotations/index.ts';

/** What a flag's rule is given. */
export interface Draft {
  readonly report: Report;
  readonly statements: ReportRecord['statements'];
  readonly actors: ReportRecord['actors'];
  readonly times: ReportRecord['times'];
  readonly quotations: readonly Quotation[];
}

/** A rule for one kind of flag. */
export type FlagRule = (draft: Draft) => Flag[];

export function flagAt(
  { text }: Pick<Report, 'text'>,
  kind: Flag['kind'],
  { at, message }: { at: readonly Range[]; message: string },
): Flag {
  return { kind, spans: at.map((range) => spanOf(text, range)), message };
}
