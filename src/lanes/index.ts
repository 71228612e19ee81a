import { Worker } from 'node:worker_threads';
import type { Kit } from '../analyse/index.ts';
import { analyse, analyserOf } from '../analyse/index.ts';
import type { KitOptions } from '../load/index.ts';
import type { Report, ReportRecord } from '../record/index.ts';

/** Where reports are analysed: in this thread, or in several beside it. */
export interface Lanes {
  /** Name and version of what analyses, as the ledger keeps it. */
  readonly analyser: string;
  /** How many batches can be under way at once. */
  readonly count: number;
  /** Gives the records in the order of the reports. `alone` says that no other batch comes: no thread is worth its start. */
  analyse(reports: readonly Report[], alone: boolean): Promise<ReportRecord[]>;
  close(): Promise<void>;
}

/**
 * What a thread may fill with short-lived values before it clears them away: as fast as without a limit, and two threads
 * on 840 articles stay at 400 MB in place of 610.
 */
const YOUNG_MEGABYTES = 16;

/** What a worker answers. */
export type Answer =
  | { readonly number: number; readonly records: readonly ReportRecord[] }
  | { readonly number: number; readonly fault: unknown };

/** One lane: this thread, with the kit that it has. */
export function oneLane(kit: Kit): Lanes {
  return {
    analyser: analyserOf(kit),
    count: 1,
    analyse: (reports) => analyse(reports, kit),
    close: async () => {},
  };
}

/**
 * Several threads, each with a kit of its own, started when they are first needed. A report is analysed the same way in
 * each, so that it makes no difference how many there are.
 */
export function openLanes(count: number, kit: Kit, options: KitOptions): Lanes {
  if (count <= 1) return oneLane(kit);
  const threads: { worker: Worker; waiting: Map<number, PromiseWithResolvers<ReportRecord[]>> }[] = [];
  let asked = 0;
  const start = () => {
    const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
    const worker = new Worker(new URL(`worker.${extension}`, import.meta.url), {
      workerData: options,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    });
    const waiting = new Map<number, PromiseWithResolvers<ReportRecord[]>>();
    worker.on('message', (answer: Answer) => {
      const promise = waiting.get(answer.number);
      waiting.delete(answer.number);
      if ('records' in answer) promise?.resolve([...answer.records]);
      else promise?.reject(answer.fault);
    });
    worker.on('error', (fault) => {
      for (const promise of waiting.values()) promise.reject(fault);
    });
    threads.push({ worker, waiting });
    return { worker, waiting };
  };
  return {
    analyser: analyserOf(kit),
    count,
    analyse: (reports, alone) => {
      if (alone) return analyse(reports, kit);
      const [least] = threads.toSorted((a, b) => a.waiting.size - b.waiting.size);
      const isFree = least !== undefined && (least.waiting.size === 0 || threads.length >= count);
      const { worker, waiting } = isFree ? least : start();
      const number = asked++;
      const promise = Promise.withResolvers<ReportRecord[]>();
      waiting.set(number, promise);
      worker.postMessage({ number, reports });
      return promise.promise;
    },
    close: async () => {
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };
}
