import type { Report, ReportRecord } from '../record/index.ts';
import { toStatements } from './attribution/index.ts';
import { layOut } from './layout.ts';
import type { Abbreviations } from './sentences/index.ts';
import type { Tagger } from './tag/index.ts';

export { findQuotations, type Quotation } from './quotations/index.ts';
export type { Attribution, Name, Tagger, Tagging } from './tag/index.ts';
export { type LinearModel, linearTagger, unpackModel } from './tag/linear/index.ts';
export { type CueForm, ruleTagger } from './tag/rules/index.ts';

/** What the stages are given: words and models, read by whoever calls. */
export interface Kit {
  readonly tagger: Tagger;
  readonly abbreviations: Abbreviations;
}

/**
 * Takes reports. Gives their records in the same order.
 * First the layout, since every later step counts in its tokens and needs to know what stands in quotation marks;
 * then the tagger, over all reports at once, since models are fastest in batches; then the statements,
 * which join what the tagger found with the marks. Speakers, times, events and flags come with their stages.
 */
export async function analyse(reports: readonly Report[], kit: Kit): Promise<ReportRecord[]> {
  const layouts = reports.map((report) => layOut(report, kit.abbreviations));
  const taggings = await kit.tagger.tag(layouts);
  return reports.map((report, index) => {
    const statements = toStatements(
      report,
      taggings[index]?.attributions ?? [],
      layouts[index]?.quotations ?? [],
    );
    return { report, statements, events: [], times: [], actors: [], flags: [] };
  });
}
