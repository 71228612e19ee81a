import { isSameStory } from '../compare/index.ts';
import type { Ledger } from '../ledger/index.ts';
import type { Policy, RawPage, Report } from '../record/index.ts';

/** A page with its report, as far as it says which one it is. */
export interface Identified {
  readonly page: Pick<RawPage, 'web' | 'lineage'>;
  readonly report: Pick<Report, 'url' | 'text'>;
}

/**
 * The lineage that a report is a version of. It is that of its address; but a page of the web may have moved, and goes on
 * as what it was, and a page may name an address that is another's, and is no version of that.
 */
export async function lineageOf({ page, report }: Identified, ledger: Ledger): Promise<string> {
  const own = report.url ?? page.lineage;
  if (page.web === null) return own;
  const { asked, address } = page.web;
  const former = (await ledger.foundAt(asked))?.lineage ?? null;
  if (former === own) return own;
  const isVersionOf = async (lineage: string) => {
    const standing = await ledger.standing(lineage);
    return standing === null ? null : isSameStory(standing.text, report.text);
  };
  const isOwn = await isVersionOf(own);
  // Where it was fetched, it is that page's own: outlets rewrite whole reports.
  if (isOwn === true || (isOwn === false && own === address)) return own;
  if (former !== null && (await isVersionOf(former)) === true) return former;
  return isOwn === null ? own : address;
}

/** The report of a page of the web that is kept already with the same text, at whatever address; else the report itself. */
export async function sameReport(
  one: Identified & { readonly report: Report },
  ledger: Ledger,
): Promise<Report> {
  const { page, report } = one;
  if (page.web === null) return report;
  const same = await ledger.withText(await lineageOf(one, ledger), report.text);
  return same === null || same.id === report.id ? report : same;
}

/**
 * How a page may be asked for on a condition: where its last answer ended in a report that this analyser read. All else is
 * asked for in full, so that no "unchanged" stands for what was never kept, or would be read otherwise today.
 */
export async function policyToAsk(place: string, ledger: Ledger, analyser: string): Promise<Policy | null> {
  const policy = await ledger.policy(place);
  if (policy === null || policy.report === null) return null;
  return (await ledger.has(policy.report, analyser)) ? policy : null;
}
