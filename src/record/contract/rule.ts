import type { ReportRecord } from '../record.ts';

/** A place of a record that breaks a rule: the path of the field, and what was found there. */
export interface Broken {
  readonly path: string;
  readonly found: string;
}

/** One thing that every record promises and that JSON Schema cannot say. */
export interface ContractRule {
  readonly name: string;
  /** What holds, in one sentence: the documentation prints it. */
  readonly promise: string;
  brokenIn(record: ReportRecord): readonly Broken[];
}

/** A value as it is shown where it breaks a rule: enough of it to be found. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
}

const LONGEST = 120;
