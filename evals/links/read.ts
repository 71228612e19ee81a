import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type Gold, gold } from './gold.ts';

const sidecar = z.object({ url: z.string(), outlet: z.string(), published: z.string() });

/** A report of a story before it is read. */
export interface Told extends z.infer<typeof sidecar> {
  readonly number: number;
  readonly text: string;
}

/** Reports of one matter by several outlets, in the order of their numbers, with the picture that a hand drew of them. */
export interface Story {
  readonly name: string;
  readonly reports: readonly Told[];
  readonly gold: Gold;
}

/** The stories of one hand. */
export interface Hand {
  readonly name: string;
  readonly stories: readonly Story[];
}

/** Stories of other hands than the one whose are passed: a folder each. */
const STORIES = fileURLToPath(new URL('stories', import.meta.url));

/** The stories of `DIR/links`, or of DIR itself where it has no such folder, as those of hand `own`; on dev those of other hands beside them. */
export async function readHands(data: string, split: string): Promise<Hand[]> {
  const below = join(data, 'links');
  const own = { name: 'own', folder: existsSync(below) ? below : data };
  const others = split === 'dev' && existsSync(STORIES) ? await readdir(STORIES) : [];
  const folders = [own, ...others.toSorted().map((name) => ({ name, folder: join(STORIES, name) }))];
  const hands = await Promise.all(
    folders.map(async ({ name, folder }) => ({ name, stories: await readStories(folder) })),
  );
  return hands.filter(({ stories }) => stories.length > 0);
}

async function readStories(folder: string): Promise<Story[]> {
  const names = (await readdir(folder)).filter((name) => /^\d\d-/.test(name)).toSorted();
  const whole = names.filter((name) => existsSync(join(folder, name, 'gold.json')));
  return Promise.all(whole.map((name) => readStory(join(folder, name))));
}

async function readStory(folder: string): Promise<Story> {
  const picture = gold.parse(await readJson(join(folder, 'gold.json')));
  const numbers = picture.reports.map((file) => Number(basename(file, '.txt'))).toSorted((a, b) => a - b);
  const reports = numbers.map(async (number) => ({
    number,
    text: await readFile(join(folder, `${number}.txt`), 'utf8'),
    ...sidecar.parse(await readJson(join(folder, `${number}.json`))),
  }));
  return { name: basename(folder), reports: await Promise.all(reports), gold: picture };
}

const readJson = async (file: string): Promise<unknown> => JSON.parse(await readFile(file, 'utf8'));
