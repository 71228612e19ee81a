import { parentPort, workerData } from 'node:worker_threads';
import { Fault } from '../../record/index.ts';
import { askSqlite } from './index.ts';
import type { Answer, Question } from './readers.ts';

/** A thread of `openReaders`: it is asked one question after another, and answers each or says what went wrong. */
const ledger = askSqlite(String(workerData));

parentPort?.on('message', async ({ number, asked, given }: Question) => {
  const ask = ledger[asked] as (...given: readonly unknown[]) => Promise<unknown>;
  const answer: Answer = await ask(...given).then(
    (told) => ({ number, answer: told }),
    (error: unknown) => ({ number, fault: faultOf(error) }),
  );
  parentPort?.postMessage(answer);
});

function faultOf(error: unknown): { code: string; message: string } {
  const message = error instanceof Error ? error.message : String(error);
  return { code: error instanceof Fault ? error.code : 'internal', message };
}
