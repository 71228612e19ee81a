import type { Report } from '../../record/index.ts';
import type { Taken } from '../taken.ts';
import { type LinkWords, stemsOf } from '../words.ts';
import { type Mistake, mistakeIn } from './mistakes.ts';
import { leastOf, type Runs, runsOf } from './runs.ts';

/** A report as it is compared with others that may be copies of it, or correct it. */
export interface ToldReport {
  readonly taken: Taken;
  readonly report: Report;
  readonly runs: Runs;
  readonly stems: ReadonlySet<string>;
  readonly mistake: Mistake | null;
}

export function toldReport(taken: Taken, words: LinkWords): ToldReport {
  const { report } = taken.record;
  return {
    taken,
    report,
    runs: runsOf(report.text),
    stems: new Set(stemsOf(report.text, words)),
    mistake: mistakeIn(report, words),
  };
}

const DAY = 86_400_000;
/** Reports that correct one are looked for within a stretch of so many days, and those beside it. */
const STRETCH = 60;

/** By what a report is found again: runs of its words, and who is named in it at its time. */
export function reportKeys({ runs, taken, report }: ToldReport): string[] {
  const day = Date.parse(report.published?.slice(0, 10) ?? '');
  const stretch = Number.isNaN(day) ? 0 : Math.floor(day / DAY / STRETCH);
  return [
    ...leastOf(runs).map(String),
    ...[...taken.names].flatMap((name) => [`${name} ${stretch}`, `${name} ${stretch + 1}`]),
  ];
}
