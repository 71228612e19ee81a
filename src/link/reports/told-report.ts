import { type OfReport, ofReport } from '../of-report.ts';
import type { Taken } from '../taken.ts';
import type { LinkWords } from '../words.ts';
import { type Mistake, mistakeIn } from './mistakes.ts';
import { leastOf, type Runs, runsOf } from './runs.ts';

/** A report as it is compared with others that may be copies of it, or correct it. */
export interface ToldReport {
  readonly report: OfReport;
  readonly runs: Runs;
  readonly mistake: Mistake | null;
}

export function toldReport(taken: Taken, words: LinkWords): ToldReport {
  const { report } = taken.record;
  return {
    report: ofReport(words)(taken),
    runs: runsOf(report.text),
    mistake: mistakeIn(report, words),
  };
}

const DAY = 86_400_000;
/** Reports that correct one are looked for within a stretch of so many days, and those beside it. */
const STRETCH = 60;

/** By what a report is found again: runs of its words, and who is named in it at its time. */
export function reportKeys({ runs, report }: ToldReport): string[] {
  const day = Date.parse(report.published?.slice(0, 10) ?? '');
  const stretch = Number.isNaN(day) ? 0 : Math.floor(day / DAY / STRETCH);
  return [
    ...leastOf(runs).map(String),
    ...[...report.names].flatMap((name) => [`${name} ${stretch}`, `${name} ${stretch + 1}`]),
  ];
}
