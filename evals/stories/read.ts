import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const report = z.object({ story: z.string(), doc: z.string(), title: z.string(), text: z.string() });

/** A report with the story that it is of; stories whose names begin with one number, the topic, look alike. */
export interface OfStory {
  readonly id: string;
  readonly story: string;
  readonly topic: number;
  readonly text: string;
}

/** The reports of a split of ECB+. */
export async function readStories(data: string, split: string): Promise<OfStory[]> {
  const lines = (await readFile(join(data, `stories/ecbplus.${split}.jsonl`), 'utf8')).trim().split('\n');
  return lines.map((line) => {
    const { story, doc, title, text } = report.parse(JSON.parse(line));
    return { id: doc, story, topic: Number.parseInt(story, 10), text: `${title}. ${text}` };
  });
}
