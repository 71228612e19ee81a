import type { LinkedEventId, LinkedFlag, ReportId } from '../record/index.ts';
import type { Kinship } from './links.ts';
import type { ReportLine } from './report-line.ts';

/** Another report that tells of the same things as one, by what is linked. */
export interface AlsoTelling {
  /** Its latest version among those that do. */
  readonly report: ReportLine;
  /** How many utterances both render. */
  readonly statements: number;
  /** The events that both tell of. */
  readonly events: readonly SharedEvent[];
  /** How it has to do with the other as a whole, where it has. */
  readonly kin: Kinship | null;
}

export interface SharedEvent {
  readonly id: LinkedEventId;
  readonly what: string;
  /** The date that stands now, in EDTF. */
  readonly when: string | null;
}

/** What one report is beside others, by what is linked. */
export interface BesideOthers {
  /** Other reports that tell of the same things, those that share most first, versions of the report aside. */
  alsoTelling(report: ReportId, limit: number): Promise<readonly AlsoTelling[]>;
  /** What an editor should look at in a report beside others: the first so many. */
  linkedFlagsOf(report: ReportId, limit: number): Promise<readonly LinkedFlag[]>;
}
