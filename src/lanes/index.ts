import { Worker } from 'node:worker_threads';
import type { Kit } from '../analyse/index.ts';
import { analyse, analyserOf } from '../analyse/index.ts';
import type { KitOptions } from '../load/index.ts';
import { loadPageKit } from '../load/page-kit.ts';
import type { PageReading, PageSource } from '../read/html/index.ts';
import type { Refusal, Report, ReportRecord } from '../record/index.ts';

/** Where pages are read and reports analysed: in this thread, or in several beside it. */
export interface Lanes {
  /** Name and version of what analyses, as the ledger keeps it. */
  readonly analyser: string;
  /** How many batches can be under way at once. */
  readonly count: number;
  /** Gives the reports of pages, or why they have none, in the order of the pages. `alone` as below. */
  read(pages: readonly PageSource[], alone: boolean): Promise<(PageReading | Refusal)[]>;
  /** Gives the records in the order of the reports. `alone` says that no other batch comes: no thread is worth its start. */
  analyse(reports: readonly Report[], alone: boolean): Promise<ReportRecord[]>;
  close(): Promise<void>;
}

/**
 * What a thread may fill with short-lived values before it clears them away: as fast as without a limit, and two threads
 * on 840 articles stay at 400 MB in place of 610.
 */
const YOUNG_MEGABYTES = 16;

/** What a worker is asked. */
export type Question =
  | { readonly number: number; readonly pages: readonly PageSource[] }
  | { readonly number: number; readonly reports: readonly Report[] };

/** What a worker answers. */
export type Answer =
  | { readonly number: number; readonly done: readonly unknown[] }
  | { readonly number: number; readonly fault: unknown };

/** One lane: this thread, with the kit that it has. */
export function oneLane(kit: Kit): Lanes {
  return {
    analyser: analyserOf(kit),
    count: 1,
    read: readHere,
    analyse: (reports) => analyse(reports, kit),
    close: async () => {},
  };
}

/** Reads pages in this thread; what that takes is loaded when the first one comes. */
export async function readHere(pages: readonly PageSource[]): Promise<(PageReading | Refusal)[]> {
  if (pages.length === 0) return [];
  const [{ readHtml }, kit] = await Promise.all([import('../read/html/index.ts'), loadPageKit()]);
  return pages.map((page) => readHtml(page, kit));
}

/**
 * Several threads, each with a kit of its own, started when they are first needed. A page is read and a report analysed
 * the same way in each, so that it makes no difference how many there are.
 */
export function openLanes(count: number, kit: Kit, options: KitOptions): Lanes {
  if (count <= 1) return oneLane(kit);
  const threads: { worker: Worker; waiting: Map<number, PromiseWithResolvers<unknown[]>> }[] = [];
  let asked = 0;
  const start = () => {
    const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
    const worker = new Worker(new URL(`worker.${extension}`, import.meta.url), {
      workerData: options,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    });
    const waiting = new Map<number, PromiseWithResolvers<unknown[]>>();
    worker.on('message', (answer: Answer) => {
      const promise = waiting.get(answer.number);
      waiting.delete(answer.number);
      if ('done' in answer) promise?.resolve([...answer.done]);
      else promise?.reject(answer.fault);
    });
    worker.on('error', (fault) => {
      for (const promise of waiting.values()) promise.reject(fault);
    });
    threads.push({ worker, waiting });
    return { worker, waiting };
  };
  /** Asks the thread that has least to do. */
  const ask = (
    question: { pages: readonly PageSource[] } | { reports: readonly Report[] },
  ): Promise<unknown[]> => {
    const [least] = threads.toSorted((a, b) => a.waiting.size - b.waiting.size);
    const isFree = least !== undefined && (least.waiting.size === 0 || threads.length >= count);
    const { worker, waiting } = isFree ? least : start();
    const number = asked++;
    const promise = Promise.withResolvers<unknown[]>();
    waiting.set(number, promise);
    worker.postMessage({ number, ...question } satisfies Question);
    return promise.promise;
  };
  return {
    analyser: analyserOf(kit),
    count,
    read: async (pages, alone) =>
      alone || pages.length === 0
        ? await readHere(pages)
        : ((await ask({ pages })) as (PageReading | Refusal)[]),
    analyse: async (reports, alone) =>
      alone || reports.length === 0
        ? await analyse(reports, kit)
        : ((await ask({ reports })) as ReportRecord[]),
    close: async () => {
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };
}
