import type { Report, Statement } from '../record/index.ts';
import type { DecidedStatement } from './decisions.ts';

export interface FoundStatement {
  /** Its `speaker` says who that is, whether the text states it or a rule inferred it, and who else it could have been. */
  readonly statement: Statement;
  /** What people decided on it, and how it was read; null where nobody did. */
  readonly decided: DecidedStatement | null;
  readonly report: Report;
  readonly added: string;
}
