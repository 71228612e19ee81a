import { parentPort } from 'node:worker_threads';
import { answerAll } from '../../src/lanes/answer.ts';
import { loadKit } from '../../src/load/index.ts';
import { faulty } from './faulty.ts';

/** A lane like any other, but for its kit. */
if (parentPort !== null) answerAll(parentPort, loadKit({ tagger: 'linear' }).then(faulty));
