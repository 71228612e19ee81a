import { parentPort, workerData } from 'node:worker_threads';
import { askSqlite } from '../ledger/index.ts';
import { positionsOn } from '../pipeline/index.ts';
import type { Issue } from '../record/index.ts';
import type { Positions } from '../serve/index.ts';
import { linkKitOf } from './link-kit.ts';

/** An issue on its way to the thread, and what comes back. */
export interface Question {
  readonly number: number;
  readonly issue: Issue;
}
export type Answer =
  | { readonly number: number; readonly found: Positions }
  | { readonly number: number; readonly why: string };

/** The thread of `positionsBeside`: it has its own connection, and reads the models when it is asked first. */
const ledger = askSqlite(String(workerData));
let kit: ReturnType<typeof linkKitOf> | null = null;

parentPort?.on('message', async ({ number, issue }: Question) => {
  let answer: Answer;
  try {
    kit ??= linkKitOf(ledger);
    answer = { number, found: await positionsOn(ledger, issue, await kit) };
  } catch (error) {
    kit = null;
    answer = { number, why: error instanceof Error ? error.message : String(error) };
  }
  parentPort?.postMessage(answer);
});
