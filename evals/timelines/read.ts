import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const range = z.object({ start: z.number(), end: z.number() });
const text = z.object({
  doc: z.string(),
  corpus: z.string(),
  created: z.string(),
  title: z.string(),
  text: z.string(),
  sentences: z.array(range),
});
const gold = z.object({
  corpus: z.string(),
  entity: z.string(),
  entries: z.array(
    z.object({
      order: z.number(),
      date: z.string(),
      events: z.array(z.object({ doc: z.string(), sentence: z.number(), text: z.string() })),
    }),
  ),
});

/** A report of a corpus, with its sentences as the corpus counts them. */
export type TimelineText = z.infer<typeof text>;
/** What an entity took part in, by time. */
export type GoldTimeline = z.infer<typeof gold>;

export async function readTimelines(data: string, split: string) {
  const lines = async (name: string) =>
    (await readFile(join(data, `timelines/${name}.${split}.jsonl`), 'utf8')).trim().split('\n');
  return {
    texts: (await lines('texts')).map((line) => text.parse(JSON.parse(line))),
    timelines: (await lines('gold')).map((line) => gold.parse(JSON.parse(line))),
  };
}
