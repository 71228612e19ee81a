import { analyse, type Kit } from '../analyse/index.ts';
import { loadPageKit } from '../load/page-kit.ts';
import { loadTongues } from '../load/tongues.ts';
import type { PageReading, PageSource } from '../read/html/index.ts';
import { readPlain } from '../read/plain/index.ts';
import {
  brokenBy,
  mustHold,
  type RawPage,
  type Refusal,
  type Report,
  type ReportRecord,
} from '../record/index.ts';

/** Reads pages in this thread; what that takes is loaded when the first one comes. A page that breaks the reader fails alone. */
export async function readHere(pages: readonly PageSource[]): Promise<(PageReading | Refusal)[]> {
  if (pages.length === 0) return [];
  const [{ readHtml }, kit] = await Promise.all([import('../read/html/index.ts'), loadPageKit()]);
  return await apart(pages, async (some) => some.map((page) => readHtml(page, kit)));
}

/** Analyses reports in this thread, together; a report that breaks the analysis, or whose record does not hold, fails alone. */
export async function analyseHere(reports: readonly Report[], kit: Kit): Promise<(ReportRecord | Refusal)[]> {
  return await apart(reports, async (some) => {
    const records = await analyse(some, kit);
    for (const record of records) mustHold(record);
    return records;
  });
}

/** Does work on all together, since that is fastest; where that throws, on one after the other, so that the culprit shows. */
async function apart<T, R>(
  items: readonly T[],
  work: (some: readonly T[]) => Promise<R[]>,
): Promise<(R | Refusal)[]> {
  try {
    return await work(items);
  } catch (error) {
    if (items.length <= 1) return items.map(() => brokenBy(error));
    const results: (R | Refusal)[] = [];
    for (const item of items) for (const result of await apart([item], work)) results.push(result);
    return results;
  }
}

/**
 * Reads texts in this thread, which costs less than sending them to another: their reports, or why they are none. What
 * tells their language is loaded when the first one comes, and the tables for other languages than English with the first
 * that may not be English.
 */
export async function readTexts(pages: readonly RawPage[]): Promise<(Report | Refusal)[]> {
  if (pages.length === 0) return [];
  const tongues = await loadTongues();
  return await apart(pages, async (some) => some.map((page) => readPlain(page, tongues)));
}
