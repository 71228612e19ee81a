import { availableParallelism } from 'node:os';
import { type Lanes, openLanes } from '../lanes/index.ts';
import { loadKit } from '../load/index.ts';
import type { ReadingOptions } from './options.ts';

/** Does something with the lanes that a command's options ask for (a thread a core unless told otherwise), and closes them. */
export async function withLanes(
  { jobs, minConfidence, actors }: ReadingOptions,
  use: (lanes: Lanes) => Promise<void>,
): Promise<void> {
  const options = { leastConfidence: minConfidence, actors };
  const lanes = openLanes(jobs ?? availableParallelism(), await loadKit(options), options);
  try {
    await use(lanes);
  } finally {
    await lanes.close();
  }
}
