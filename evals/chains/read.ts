import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const item = z.object({
  chain: z.string(),
  item: z.number(),
  published: z.string(),
  outlet: z.string().nullable(),
  headline: z.string().nullable(),
  text: z.string(),
  gold: z.object({
    event: z.string(),
    anchor: z.array(z.string()),
    place: z.string().nullable(),
    when: z.string().nullable(),
    status: z.string(),
    alsoStatus: z.union([z.string(), z.array(z.string())]).optional(),
    by: z.string().nullable(),
    stale: z.boolean().optional(),
    needsEarlier: z.boolean().optional(),
  }),
});

const end = z.object({ chain: z.string(), final: z.object({ revisions: z.array(z.string().nullable()) }) });

/** A report of a chain with the state of its event by then; a `stale` one repeats a date that was given up. */
export type Item = z.infer<typeof item>;

/** All reports of one event in the order of publication, and every date that it had, null where it had none. */
export interface Chain {
  readonly name: string;
  readonly items: readonly Item[];
  readonly revisions: readonly (string | null)[];
}

/** The chains of one hand. */
export interface Hand {
  readonly name: string;
  readonly chains: readonly Chain[];
}

/** The hands whose chains mark where a report names the event. */
const HANDS = ['dev', 'a', 'b'];

/** The chains of a split by hand, whole. */
export async function readHands(data: string, split: string): Promise<Hand[]> {
  const hands = (split === 'dev' ? HANDS : [split])
    .map((name) => ({ name, file: join(data, `revisions/chains.${name}.jsonl`) }))
    .filter(({ file }) => existsSync(file));
  return Promise.all(
    hands.map(async ({ name, file }) => ({ name, chains: chainsOf(await readFile(file, 'utf8')) })),
  );
}

/** Lines of a file → its chains: an item a line, and behind the last item of each chain the line of its end. */
export function chainsOf(text: string): Chain[] {
  const lines = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as object);
  const items = Map.groupBy(
    lines.filter((line) => 'gold' in line).map((line) => item.parse(line)),
    ({ chain }) => chain,
  );
  return lines
    .filter((line) => 'final' in line)
    .map((line) => end.parse(line))
    .map(({ chain, final: { revisions } }) => ({ name: chain, items: items.get(chain) ?? [], revisions }));
}
