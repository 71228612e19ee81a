import type { Kit } from '../analyse/index.ts';
import { analyserOf } from '../analyse/index.ts';
import type { KitOptions } from '../load/index.ts';
import type { PageReading, PageSource } from '../read/html/index.ts';
import type { Refusal, Report, ReportRecord } from '../record/index.ts';
import { analyseHere, readHere } from './here.ts';

export { readTexts } from './here.ts';

import { openThreads, type ThreadOptions } from './threads.ts';

/**
 * Where pages are read and reports analysed: in this thread, or in several beside it. What breaks on one page or report
 * is a refusal in its place, of code `internal`; the others are as they would be without it.
 */
export interface Lanes {
  /** Name and version of what analyses, as the ledger keeps it. */
  readonly analyser: string;
  /** How many batches can be under way at once. */
  readonly count: number;
  /** Gives the reports of pages, or why they have none, in the order of the pages. `alone` as below. */
  read(pages: readonly PageSource[], alone: boolean): Promise<(PageReading | Refusal)[]>;
  /** Gives the records in the order of the reports. `alone` says that no other batch comes: no thread is worth its start. */
  analyse(reports: readonly Report[], alone: boolean): Promise<(ReportRecord | Refusal)[]>;
  close(): Promise<void>;
}

/**
 * What a thread may fill with short-lived values before it clears them away: as fast as without a limit, and two threads
 * on 840 articles stay at 400 MB in place of 610.
 */
const YOUNG_MEGABYTES = 16;

const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
const THREAD: ThreadOptions = {
  entry: new URL(`worker.${extension}`, import.meta.url),
  limits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
};

/** One lane: this thread, with the kit that it has. */
export function oneLane(kit: Kit): Lanes {
  return {
    analyser: analyserOf(kit),
    count: 1,
    read: readHere,
    analyse: (reports) => analyseHere(reports, kit),
    close: async () => {},
  };
}

/**
 * Several threads, each with a kit of its own, started when they are first needed. A page is read and a report analysed
 * the same way in each, so that it makes no difference how many there are.
 */
export function openLanes(
  count: number,
  kit: Kit,
  options: KitOptions,
  thread: ThreadOptions = THREAD,
): Lanes {
  if (count <= 1) return oneLane(kit);
  const { ask, close } = openThreads(count, options, thread);
  return {
    analyser: analyserOf(kit),
    count,
    read: async (pages, alone) =>
      alone ? await readHere(pages) : ((await ask({ pages })) as (PageReading | Refusal)[]),
    analyse: async (reports, alone) =>
      alone ? await analyseHere(reports, kit) : ((await ask({ reports })) as (ReportRecord | Refusal)[]),
    close,
  };
}
