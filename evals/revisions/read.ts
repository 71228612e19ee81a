import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { foldedWords, type Range } from '../../src/text/index.ts';

const item = z.object({
  chain: z.string(),
  item: z.number(),
  published: z.string(),
  outlet: z.string().nullable(),
  headline: z.string().nullable(),
  text: z.string(),
  gold: z.object({
    event: z.string(),
    anchor: z.array(z.string()).optional(),
    dates: z.array(z.object({ text: z.string(), role: z.string() })).optional(),
    place: z.string().nullable(),
    when: z.string().nullable(),
    status: z.string(),
    alsoStatus: z.union([z.string(), z.array(z.string())]).optional(),
    by: z.string().nullable(),
    stale: z.boolean().optional(),
    needsEarlier: z.boolean().optional(),
  }),
});

/** A report of a chain with the state of its event by then. */
export type Announcement = z.infer<typeof item>;

/** The chains that one hand wrote. */
export interface Hand {
  readonly name: string;
  readonly items: readonly Announcement[];
}

/** Forty chains of our own, written beside the rules; those of other hands are in the folder. */
const OWN = fileURLToPath(new URL('chains.dev.jsonl', import.meta.url));

/** The reports of a split by hand, without those that alone cannot tell: that repeat a date given up, or need earlier ones. */
export async function readHands(data: string, split: string): Promise<Hand[]> {
  const given = (part: string) => join(data, `revisions/chains.${part}.jsonl`);
  const files =
    split === 'dev'
      ? [['own', OWN] as const, ...['dev', 'a', 'b'].map((part) => [part, given(part)] as const)]
      : [[split, given(split)] as const];
  const hands = files.filter(([, file]) => existsSync(file));
  return Promise.all(hands.map(async ([name, file]) => ({ name, items: await readChains(file) })));
}

async function readChains(file: string): Promise<Announcement[]> {
  const lines = (await readFile(file, 'utf8')).trim().split('\n');
  return lines
    .map((line) => JSON.parse(line) as object)
    .flatMap((line) => ('gold' in line ? [item.parse(line)] : []))
    .filter(({ gold }) => gold.stale !== true && gold.needsEarlier !== true);
}

/** The report as it is read: its headline is a paragraph of its own where the text does not begin with it. */
export const wholeText = ({ headline, text }: Announcement) =>
  headline !== null && !text.startsWith(headline) ? `${headline}\n\n${text}` : text;

/** Where a text names the event: each place of its anchors, or of the words of its name where no hand marked any. */
export function anchorsIn(text: string, { anchor, event }: Announcement['gold']): Range[] {
  if (anchor === undefined) {
    const names = new Set(foldedWords(event).map(({ form }) => stemmed(form)));
    return foldedWords(text).filter(({ form }) => form.length > 2 && names.has(stemmed(form)));
  }
  return anchor.flatMap((words) => {
    const found: Range[] = [];
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
      found.push({ start: at, end: at + words.length });
    return found;
  });
}

const stemmed = (form: string) => form.replace(/(?:s|ed|ing)$/, '');
