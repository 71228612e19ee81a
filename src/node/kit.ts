import type { Kit } from '../analyse/index.ts';
import type { Lanes } from '../lanes/index.ts';
import type { KitOptions } from '../load/index.ts';
import type { ReaderOptions } from './options.ts';

interface Loaded {
  readonly kit: Kit;
  /** What is to be told of how it was loaded. */
  readonly lines: readonly string[];
}

/** The kits that were loaded, by what was asked for: a model is read once in a process. */
const kits = new Map<string, Promise<Loaded>>();

/** A lane of this thread, with words and models as the options have them; loaded when they are first asked for. */
export async function laneFor({ tagger, leastConfidence, actors, tell }: ReaderOptions): Promise<Lanes> {
  const { taggerNamed } = await import('../load/taggers.ts');
  const options = { tagger: tagger ?? taggerNamed(process.env.ONRECORD_TAGGER), leastConfidence, actors };
  const name = JSON.stringify(options);
  const loading = kits.get(name) ?? loaded(options);
  kits.set(name, loading);
  // What could not be loaded may be there the next time.
  const { kit, lines } = await loading.catch((error) => {
    kits.delete(name);
    throw error;
  });
  for (const line of lines) tell?.(line);
  const { oneLane } = await import('../lanes/index.ts');
  return oneLane(kit);
}

async function loaded(options: KitOptions): Promise<Loaded> {
  const { loadKit } = await import('../load/index.ts');
  const lines: string[] = [];
  return { kit: await loadKit(options, (line) => lines.push(line)), lines };
}
