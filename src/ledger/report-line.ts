import type { Report } from '../record/index.ts';

/** A line of a list of reports. */
export interface ReportLine extends Pick<Report, 'id' | 'outlet' | 'published' | 'headline'> {
  readonly added: string;
  readonly version: number;
  readonly opening: string;
  readonly statements: number;
}
