import type { Report, Statement } from '../record/index.ts';

export interface FoundStatement {
  /** Its `speaker` says who that is, whether the text states it or a rule inferred it, and who else it could have been. */
  readonly statement: Statement;
  readonly report: Report;
  readonly added: string;
}
