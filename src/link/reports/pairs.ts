import type { OfReport } from '../of-report.ts';
import { byPublication, daysApart } from '../taken.ts';
import { overlapOf, plainName } from '../words.ts';
import type { Mistake } from './mistakes.ts';
import type { ToldReport } from './told-report.ts';

/** A copy nearly whole has so much of the shorter text in common: a paragraph dropped or added, words changed. */
const LEAST_COPIED = 0.5;
/** Of shorter texts nothing can be told. */
const FEWEST = 30;
/** Days between a report and its copy, and between a mistake and its correction. */
const COPIED_WITHIN = 10;
const CORRECTED_WITHIN = 60;
/** The report that is corrected has so much in common with the paragraph that tells of it. */
const LEAST_CORRECTED = 0.15;

/** How much of the shorter of two reports stands in the other, where that makes it a copy; null where it is none. */
export function copiedOf(a: ToldReport, b: ToldReport): number | null {
  const days = daysApart(a.report.published, b.report.published);
  if (a.report.outlet === b.report.outlet || (days !== null && Math.abs(days) > COPIED_WITHIN)) return null;
  const [fewer, more] = a.runs.size <= b.runs.size ? [a.runs, b.runs] : [b.runs, a.runs];
  if (fewer.size < FEWEST) return null;
  const shared = fewer.intersection(more).size / fewer.size;
  return shared >= LEAST_COPIED ? shared : null;
}

/** How likely it is that the earlier of two reports is the one that the later corrects; null where nothing says so. */
export function correctedOf(a: ToldReport, b: ToldReport): number | null {
  const [earlier, later] = byPublication(a, b) < 0 ? [a, b] : [b, a];
  const days = daysApart(earlier.report.published, later.report.published) ?? 0;
  if (later.mistake === null || days > CORRECTED_WITHIN) return null;
  const likely = likelihood(earlier.report, later.report, later.mistake);
  return likely >= LEAST_CORRECTED ? likely : null;
}

/** The same outlet, or one that is named, and the same words. */
function likelihood(report: OfReport, own: OfReport, { about, span }: Mistake): number {
  const { shared } = overlapOf(about, new Set(report.often.keys()));
  const isNamed = report.outlet !== null && plainName(span.text).includes(plainName(report.outlet));
  const isOwn = report.outlet !== null && report.outlet === own.outlet;
  return shared / Math.max(1, about.size) + (isNamed ? 0.3 : 0) + (isOwn ? 0.3 : 0);
}
