import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { Fault } from '../../record/index.ts';
import type { Ledger } from '../port.ts';
import { askSqlite } from './index.ts';

/** What a reader can be asked: all that changes nothing, and whose answer can be sent to another thread. */
export const ASKED = [
  'reports',
  'report',
  'versions',
  'statement',
  'snapshot',
  'origin',
  'find',
  'onward',
  'facets',
  'hints',
  'roots',
  'outlets',
  'takings',
  'source',
  'toldBy',
  'actors',
  'actor',
  'reportsOn',
  'saidBy',
  'linkedActors',
  'bearersOf',
  'wholeActor',
  'officesOf',
  'voicesOf',
  'saidOnce',
  'reportsNaming',
  'flags',
  'calendar',
  'subscribed',
  'eventsTold',
  'textsOf',
  'calendarSpan',
  'newlySaid',
  'ahead',
  'positionNews',
  'goneEvents',
  'eventLine',
  'event',
  'linked',
  'decidedLinks',
  'utterancesWith',
  'kin',
  'alsoTelling',
  'linkedFlagsOf',
  'personsNamed',
  'likely',
  'sharing',
  'alerts',
  'alertNamed',
  'newsOf',
  'broughtBy',
  'linkedTo',
  'numbersOf',
  'visitsTo',
  'stood',
  'coverage',
  'toReview',
  'reviewProgress',
  'decisionsBefore',
  'joinedWhole',
  'counts',
  'issues',
  'asOf',
] as const satisfies readonly (keyof Ledger)[];

export interface Question {
  readonly number: number;
  readonly asked: (typeof ASKED)[number];
  readonly given: readonly unknown[];
}

export type Answer =
  | { readonly number: number; readonly answer: unknown }
  | { readonly number: number; readonly fault: { readonly code: string; readonly message: string } };

/** At least two, so that one long question stops nobody else's; each holds some ten megabytes. */
const FEWEST = 2;
const MOST = 4;

/**
 * Opens a ledger whose questions are answered in threads of their own, each with its own connection: SQLite answers in the
 * thread that asks, and a server's thread has others to serve. Everything else is as in `askSqlite`.
 * @throws Fault as `askSqlite` does.
 */
export function openReaders(path: string): Ledger {
  const own = askSqlite(path);
  const count = Math.min(MOST, Math.max(FEWEST, availableParallelism()));
  const readers = Array.from({ length: count }, () => readerOf(path));
  /** Asks the reader that has least to do. */
  const ask =
    (asked: Question['asked']) =>
    async (...given: readonly unknown[]): Promise<unknown> => {
      const [least] = readers.toSorted((a, b) => a.waiting() - b.waiting());
      return await least?.ask(asked, given);
    };
  const answers = Object.fromEntries(ASKED.map((asked) => [asked, ask(asked)])) as Partial<Ledger>;
  return {
    ...own,
    ...answers,
    async close() {
      await Promise.all(readers.map((reader) => reader.close()));
      await own.close();
    },
  };
}

/** A thread that is started with its first question, and again with the next one if it should end. */
function readerOf(path: string) {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let worker: Worker | null = null;
  let last = 0;

  function start(): Worker {
    const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
    const started = new Worker(new URL(`reader.${extension}`, import.meta.url), { workerData: path });
    started.on('message', (told: Answer) => {
      const promise = waiting.get(told.number);
      waiting.delete(told.number);
      if ('answer' in told) promise?.resolve(told.answer);
      else promise?.reject(new Fault(told.fault.code, told.fault.message));
    });
    started.on('error', end);
    started.on('exit', () =>
      end(new Fault('reader-ended', 'expected an answer, found that the ledger was closed')),
    );
    return started;
  }

  function end(why: unknown): void {
    worker = null;
    for (const promise of waiting.values()) promise.reject(why);
    waiting.clear();
  }

  return {
    waiting: () => waiting.size,
    async ask(asked: Question['asked'], given: readonly unknown[]): Promise<unknown> {
      worker ??= start();
      const number = ++last;
      const promise = Promise.withResolvers<unknown>();
      worker.postMessage({ number, asked, given } satisfies Question);
      waiting.set(number, promise);
      return await promise.promise;
    },
    async close(): Promise<void> {
      await worker?.terminate();
    },
  };
}
