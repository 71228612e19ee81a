import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Deed, ROOTS, type Root } from '../../src/analyse/events/plover/index.ts';

const pair = z.object({
  sentence: z.string(),
  source: z.string().nullable(),
  target: z.string().nullable(),
  root: z.enum(ROOTS),
});

/** A sentence with source and target as marked, and the root that a person gave it. */
export interface Pair {
  readonly deed: Deed;
  readonly root: Root;
}

/** The pairs of `DIR/events/plover_pairs.SPLIT.jsonl`: each source and target where it first stands, the target behind the source if it can. */
export async function readPairs(data: string, split: string): Promise<Pair[]> {
  const lines = (await readFile(join(data, `events/plover_pairs.${split}.jsonl`), 'utf8')).trim().split('\n');
  return lines.map((line) => {
    const { sentence, source, target, root } = pair.parse(JSON.parse(line));
    const from = source === null ? 0 : Math.max(0, sentence.indexOf(source));
    const own = source === null ? null : { start: from, end: from + source.length };
    const behind = target === null ? -1 : sentence.indexOf(target, own?.end ?? 0);
    const at = behind < 0 && target !== null ? sentence.indexOf(target) : behind;
    const aim = at < 0 || target === null ? null : { start: at, end: at + target.length };
    return { deed: { sentence, source: own, target: aim }, root };
  });
}
