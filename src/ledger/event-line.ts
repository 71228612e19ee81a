import type { LinkedEvent } from '../record/index.ts';
import type { ReportLine } from './report-line.ts';

/** An event of the calendar, once, with the lines of the reports that tell of it in the order of publication. */
export interface EventLine {
  readonly event: LinkedEvent;
  /** Raised by each revision of what a calendar shows of it, and never lowered, whatever is linked again. */
  readonly sequence: number;
  readonly reports: readonly ReportLine[];
}
