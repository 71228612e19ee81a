import { availableParallelism } from 'node:os';
import { type Lanes, openLanes } from '../lanes/index.ts';
import { type KitOptions, loadKit } from '../load/index.ts';
import { taggerNamed } from '../load/taggers.ts';
import type { ReadingOptions } from './options.ts';
import { printable } from './print/printable.ts';
import { type Terminal, write } from './terminal.ts';

/** What a command is told of the kit; ONRECORD_TAGGER says what reads where no option does. */
function kitOptions(
  { env }: Terminal,
  { minConfidence, tagger, actors }: Pick<ReadingOptions, 'minConfidence' | 'tagger' | 'actors'>,
): KitOptions {
  const known = tagger ?? taggerNamed(env.ONRECORD_TAGGER);
  return { leastConfidence: minConfidence, tagger: known, actors };
}

/** The kit that a command's options ask for; says where a lesser tagger reads. */
export async function kitFor(
  terminal: Terminal,
  options: Pick<ReadingOptions, 'minConfidence' | 'tagger' | 'actors'> = {},
): ReturnType<typeof loadKit> {
  const lines: string[] = [];
  const kit = await loadKit(kitOptions(terminal, options), (line) => lines.push(line));
  for (const line of lines) await write(terminal.err, `onrecord: ${printable(line)}\n`);
  return kit;
}

/** Does something with the lanes that a command's options ask for (a thread a core unless told otherwise), and closes them. */
export async function withLanes(
  terminal: Terminal,
  options: ReadingOptions,
  use: (lanes: Lanes) => Promise<void>,
): Promise<void> {
  const count = options.jobs ?? availableParallelism();
  const lanes = openLanes(count, await kitFor(terminal, options), kitOptions(terminal, options));
  try {
    await use(lanes);
  } finally {
    await lanes.close();
  }
}
