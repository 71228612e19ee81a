import { availableParallelism } from 'node:os';
import type { Kit } from '../analyse/index.ts';
import { type Lanes, openLanes } from '../lanes/index.ts';
import { type KitOptions, loadKit } from '../load/index.ts';
import type { ReadingOptions } from './options.ts';
import { printable } from './print/printable.ts';
import { type Terminal, write } from './terminal.ts';

/** The kit that a command's options ask for; says where a lesser tagger reads. */
export async function kitFor({ err }: Terminal, options: KitOptions = {}): Promise<Kit> {
  const lines: string[] = [];
  const kit = await loadKit(options, (line) => lines.push(line));
  for (const line of lines) await write(err, `onrecord: ${printable(line)}\n`);
  return kit;
}

/** Does something with the lanes that a command's options ask for (a thread a core unless told otherwise), and closes them. */
export async function withLanes(
  terminal: Terminal,
  { jobs, minConfidence, tagger, actors }: ReadingOptions,
  use: (lanes: Lanes) => Promise<void>,
): Promise<void> {
  const options = { leastConfidence: minConfidence, tagger, actors };
  const lanes = openLanes(jobs ?? availableParallelism(), await kitFor(terminal, options), options);
  try {
    await use(lanes);
  } finally {
    await lanes.close();
  }
}
