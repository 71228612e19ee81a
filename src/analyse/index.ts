import { extentOf, type Report, type ReportRecord, type Statement } from '../record/index.ts';
import { bareQuotations } from './attribution/bare-quotation.ts';
import { toStatements } from './attribution/index.ts';
import type { ModeWords } from './attribution/mode.ts';
import { contentBlocks, enclosers, notYetFound } from './attribution/nested.ts';
import { layOut } from './layout.ts';
import type { Abbreviations } from './sentences/index.ts';
import type { Attribution, Tagger } from './tag/index.ts';

export { type ModeWords, modeOf } from './attribution/mode.ts';
export { findQuotations, type Quotation } from './quotations/index.ts';
export type { Abbreviations } from './sentences/index.ts';
export type { Attribution, Name, Tagger, Tagging } from './tag/index.ts';
export { type LinearModel, linearTagger, unpackModel } from './tag/linear/index.ts';

/** What the stages are given: words and models, read by whoever calls. */
export interface Kit {
  readonly tagger: Tagger;
  readonly abbreviations: Abbreviations;
  readonly modes: ModeWords;
}

/**
 * Takes reports. Gives their records in the same order.
 * First the layout, since every later step counts in its tokens and needs to know what stands in quotation marks;
 * then the tagger, over all reports at once, since models are fastest in batches; then the statements, which join what
 * it found with the marks, and quotations that it did not take; then the tagger again, over what the statements say,
 * for the statements within them. Speakers, times, events and flags come with their stages.
 */
export async function analyse(reports: readonly Report[], kit: Kit): Promise<ReportRecord[]> {
  const layouts = reports.map((report) => layOut(report, kit.abbreviations));
  const taggings = await kit.tagger.tag(layouts);
  const outer = reports.map((report, index) => {
    const { attributions = [] } = taggings[index] ?? {};
    const { quotations = [] } = layouts[index] ?? {};
    const bare = bareQuotations(report.text, quotations, attributions);
    const found = toStatements(report, { attributions: [...attributions, ...bare], quotations }, kit.modes);
    const around = enclosers(found);
    return found.map((statement) => ({ ...statement, within: around(statement)?.id ?? null }));
  });
  const inside = reports.map((report, index) => {
    const blocks = contentBlocks(report.text, outer[index] ?? [], layouts[index]?.quotations ?? []);
    return layOut({ text: report.text, blocks }, kit.abbreviations);
  });
  const nested = await kit.tagger.tag(inside);
  return reports.map((report, index) => {
    const around = outer[index] ?? [];
    const { attributions = [] } = nested[index] ?? {};
    const { quotations = [] } = inside[index] ?? {};
    const enclosing = enclosers(around);
    const within = (attribution: Attribution) => enclosing(attribution)?.id ?? null;
    const enclosed = notYetFound(attributions, around).filter((attribution) => within(attribution) !== null);
    const statements = [
      ...around,
      ...toStatements(report, { attributions: enclosed, quotations, within }, kit.modes),
    ];
    return {
      report,
      statements: statements.toSorted(inOrderOfText),
      events: [],
      times: [],
      actors: [],
      flags: [],
    };
  });
}

/** By where they begin, an enclosing statement before the one in it. */
function inOrderOfText(a: Statement, b: Statement): number {
  const [one, two] = [extentOf(a), extentOf(b)];
  return one.start - two.start || two.end - one.end;
}
