import type { LinkIndex, ReportId } from '../record/index.ts';
import type { Decided } from './decided/index.ts';
import type { KeptMembers } from './kept.ts';
import type { Taken } from './taken.ts';

/** The index, and the reports that it speaks of. */
export interface LinkStore extends LinkIndex {
  taken(report: ReportId): Promise<Taken>;
}

/** What linking asks beside the report at hand: what was linked before, and what is decided. */
export interface Given {
  readonly store: LinkStore;
  readonly kept: KeptMembers;
  readonly decided: Decided;
}
