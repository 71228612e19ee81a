import { type ResourceLimits, Worker } from 'node:worker_threads';
import type { KitOptions } from '../load/index.ts';
import { brokenBy } from '../record/index.ts';
import { type Answer, type Question, sizeOf, type Work } from './answer.ts';

/** How a thread is started. */
export interface ThreadOptions {
  /** The file that it runs. */
  readonly entry: URL;
  readonly limits: ResourceLimits;
}

/** Threads that share work among them. */
export interface Threads {
  /** Gives a result for each page or report, in their order, whatever becomes of the thread that has them. */
  ask(work: Work): Promise<unknown[]>;
  close(): Promise<void>;
}

interface Asked {
  readonly question: Question;
  readonly promise: PromiseWithResolvers<unknown[]>;
}

interface Thread {
  readonly worker: Worker;
  /** What it was asked and has not answered, by number, the oldest first. */
  readonly waiting: Map<number, Asked>;
}

/**
 * Opens up to `count` threads, each started when it is first needed. One that dies, of lack of memory or else, is
 * replaced: of what it was doing each page or report is asked again alone, so that only the culprit fails; what waited
 * behind that is asked again as it was.
 */
export function openThreads(count: number, options: KitOptions, { entry, limits }: ThreadOptions): Threads {
  const threads: Thread[] = [];
  let asked = 0;
  let isClosed = false;

  function start(): Thread {
    const worker = new Worker(entry, { workerData: options, resourceLimits: limits });
    const thread: Thread = { worker, waiting: new Map() };
    let reason: unknown;
    worker.on('message', ({ number, done }: Answer) => {
      thread.waiting.get(number)?.promise.resolve([...done]);
      thread.waiting.delete(number);
    });
    const die = (error: unknown) => {
      reason = error;
      void worker.terminate();
    };
    worker.on('error', die).on('messageerror', die);
    worker.on('exit', (status) => {
      threads.splice(threads.indexOf(thread), 1);
      const why = reason ?? new Error(`a lane ended with status ${status}`);
      const [current, ...behind] = thread.waiting.values();
      if (current !== undefined) askApart(current, why);
      for (const { question, promise } of behind) put(question, promise);
    });
    threads.push(thread);
    return thread;
  }

  /** Asks the thread that has least to do. */
  function put(work: Work, promise: PromiseWithResolvers<unknown[]>): void {
    if (isClosed) {
      promise.reject(new Error('the lanes are closed'));
      return;
    }
    const [least] = threads.toSorted((a, b) => a.waiting.size - b.waiting.size);
    const isFree = least !== undefined && (least.waiting.size === 0 || threads.length >= count);
    const { worker, waiting } = isFree ? least : start();
    const question = { ...work, number: asked++ };
    waiting.set(question.number, { question, promise });
    worker.postMessage(question);
  }

  function ask(work: Work): Promise<unknown[]> {
    const promise = Promise.withResolvers<unknown[]>();
    put(work, promise);
    return promise.promise;
  }

  /** What a thread died of is the failure of one page or report: of each alone it shows which. */
  function askApart({ question, promise }: Asked, why: unknown): void {
    const parts: Work[] =
      'pages' in question
        ? question.pages.map((page) => ({ pages: [page] }))
        : question.reports.map((report) => ({ reports: [report] }));
    if (parts.length <= 1) promise.resolve(parts.map(() => brokenBy(why)));
    else Promise.all(parts.map(ask)).then((results) => promise.resolve(results.flat()), promise.reject);
  }

  return {
    ask: async (work) => (sizeOf(work) === 0 ? [] : await ask(work)),
    async close() {
      isClosed = true;
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };
}
