import type { MessagePort } from 'node:worker_threads';
import type { Kit } from '../analyse/index.ts';
import type { PageSource } from '../read/html/index.ts';
import { brokenBy, type Report } from '../record/index.ts';
import { analyseHere, readHere } from './here.ts';

/** Pages to be read, or reports to be analysed. */
export type Work = { readonly pages: readonly PageSource[] } | { readonly reports: readonly Report[] };

/** What a thread is asked, and answers: a result for each page or report. */
export type Question = Work & { readonly number: number };
export type Answer = { readonly number: number; readonly done: readonly unknown[] };

export const sizeOf = (work: Work): number => ('pages' in work ? work.pages : work.reports).length;

/**
 * Answers what comes to the port of a thread, one question after the other: should the thread die, the question that it
 * has had longest is the one that killed it.
 */
export function answerAll(port: MessagePort, kit: Promise<Kit>): void {
  let before: Promise<void> = Promise.resolve();
  const answer = async ({ number, ...work }: Question): Promise<Answer> => {
    try {
      const done = 'pages' in work ? readHere(work.pages) : analyseHere(work.reports, await kit);
      return { number, done: await done };
    } catch (error) {
      return { number, done: Array.from({ length: sizeOf(work) }, () => brokenBy(error)) };
    }
  };
  port.on('message', (question: Question) => {
    before = before.then(async () => port.postMessage(await answer(question)));
  });
}
