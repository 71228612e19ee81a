import { parentPort, workerData } from 'node:worker_threads';
import { analyse } from '../analyse/index.ts';
import { type KitOptions, loadKit } from '../load/index.ts';
import { type Answer, type Question, readHere } from './index.ts';

/** A thread of `openLanes`: it is sent batches of pages or reports, and answers each with what came of it or what went wrong. */
const kit = loadKit(workerData as KitOptions);

parentPort?.on('message', async (question: Question) => {
  const { number } = question;
  const answer: Answer = await kit
    .then(async (own) => ({
      number,
      done: 'pages' in question ? await readHere(question.pages) : await analyse(question.reports, own),
    }))
    .catch((fault: unknown) => ({ number, fault }));
  parentPort?.postMessage(answer);
});
