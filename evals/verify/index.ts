import { findQuotations } from '../../src/analyse/index.ts';
import { verifyQuotation } from '../../src/verify/index.ts';
import { reportOf } from '../../test/reports.ts';
import type { Outcome } from '../outcome.ts';
import { readPolnear } from '../polnear/brat.ts';
import { ALTERATIONS } from './alterations.ts';

const FEWEST_WORDS = 8;
const MOST_WORDS = 40;
const QUOTATIONS = 400;
const OTHERS = 20;

/**
 * How often an altered quotation is found in its own report, and how often an unaltered one is "found" in reports that
 * do not have it. The threshold of `src/verify/place.ts` is set by these figures on train.
 */
export async function evaluateVerify(data: string, split: string): Promise<Outcome> {
  const reports = (await readPolnear(data, split)).map(({ name, text }) => asSearched(name, text));
  const quotations = reports
    .flatMap(({ report, quotations }, own) =>
      quotations.map(({ start, end }) => ({ own, words: report.text.slice(start, end).split(/\s+/) })),
    )
    .filter(({ words }) => words.length >= FEWEST_WORDS && words.length <= MOST_WORDS)
    .filter((_, index, all) => index % Math.ceil(all.length / QUOTATIONS) === 0);
  const figures: Record<string, number> = {};
  for (const [name, alter] of Object.entries(ALTERATIONS)) {
    const found = quotations.filter(({ own, words }, index) => {
      const other = quotations[(index + 1) % quotations.length]?.words ?? [];
      const report = reports[own];
      return report !== undefined && isFound(alter(words, other).join(' '), report);
    });
    figures[name] = (100 * found.length) / quotations.length;
  }
  let elsewhere = 0;
  let asked = 0;
  for (const [index, { own, words }] of quotations.entries())
    for (let step = 1; step <= OTHERS; step++) {
      const other = reports[(own + step * 7 + index) % reports.length];
      if (other === undefined || other === reports[own]) continue;
      asked++;
      if (isFound(words.join(' '), other)) elsewhere++;
    }
  figures.foundElsewhere = (100 * elsewhere) / asked;
  return { set: 'verify', split, items: quotations.length, figures };
}

type Searched = ReturnType<typeof asSearched>;

function asSearched(name: string, text: string) {
  const report = reportOf(text, { path: name });
  return { report, statements: [], quotations: findQuotations(text, report.blocks), added: null };
}

function isFound(quotation: string, report: Searched): boolean {
  return verifyQuotation(quotation, [report], { reports: 1 }).verdict !== 'absent';
}
