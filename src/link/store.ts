import type { LinkIndex, ReportId } from '../record/index.ts';
import type { Taken } from './taken.ts';

/** The index, and the reports that it speaks of. */
export interface LinkStore extends LinkIndex {
  taken(report: ReportId): Promise<Taken>;
}
