import { parentPort, workerData } from 'node:worker_threads';
import { type KitOptions, loadKit } from '../load/index.ts';
import { answerAll } from './answer.ts';

/** A thread of `openLanes`: it is sent batches of pages or reports, and answers each. */
if (parentPort !== null) answerAll(parentPort, loadKit(workerData as KitOptions));
