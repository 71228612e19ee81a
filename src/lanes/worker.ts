import { parentPort, workerData } from 'node:worker_threads';
import { analyse } from '../analyse/index.ts';
import { type KitOptions, loadKit } from '../load/index.ts';
import type { Report } from '../record/index.ts';
import type { Answer } from './index.ts';

/** A thread of `openLanes`: it is sent batches of reports, and answers each with its records or what went wrong. */
const kit = loadKit(workerData as KitOptions);

parentPort?.on('message', async ({ number, reports }: { number: number; reports: readonly Report[] }) => {
  const answer: Answer = await kit
    .then(async (own) => ({ number, records: await analyse(reports, own) }))
    .catch((fault: unknown) => ({ number, fault }));
  parentPort?.postMessage(answer);
});
