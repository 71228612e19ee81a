import { Worker } from 'node:worker_threads';
import type { FindPositions, Positions } from '../serve/index.ts';
import type { Answer, Question } from './positions-thread.ts';

/** Finds positions in a thread of its own, since reading many statements takes long and a server has others to answer. */
export interface PositionsBeside {
  readonly positionsOn: FindPositions;
  close(): Promise<void>;
}

/** For the ledger in the file at `path`. The thread is started with the first question, and again should it end. */
export function positionsBeside(path: string): PositionsBeside {
  const waiting = new Map<number, PromiseWithResolvers<Positions>>();
  let worker: Worker | null = null;
  let last = 0;

  function end(why: unknown): void {
    worker = null;
    for (const promise of waiting.values()) promise.reject(why);
    waiting.clear();
  }

  function start(): Worker {
    const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
    const started = new Worker(new URL(`positions-thread.${extension}`, import.meta.url), {
      workerData: path,
    });
    started.on('message', (answer: Answer) => {
      const promise = waiting.get(answer.number);
      waiting.delete(answer.number);
      if ('found' in answer) promise?.resolve(answer.found);
      else promise?.reject(new Error(answer.why));
    });
    started.on('error', end);
    started.on('exit', () => end(new Error('the thread that finds positions has ended')));
    // Nobody waits for it when all else is done.
    started.unref();
    return started;
  }

  return {
    positionsOn: async (issue) => {
      worker ??= start();
      const number = ++last;
      const promise = Promise.withResolvers<Positions>();
      waiting.set(number, promise);
      worker.postMessage({ number, issue } satisfies Question);
      return await promise.promise;
    },
    async close() {
      await worker?.terminate();
    },
  };
}
