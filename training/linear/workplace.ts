import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Roles } from '../../evals/polnear/brat.ts';
import type { Name } from '../../src/analyse/index.ts';
import type { Vocabulary } from '../../src/analyse/tag/linear/vocabulary.ts';
import type { FittedChain } from './fit-chain.ts';

/** A text with the attributions of its first annotator. */
export interface AttributedText {
  readonly name: string;
  readonly text: string;
  readonly attributions: readonly Roles[];
}

/** A text with its names. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
  readonly names: readonly Name[];
}

/** What `prepare` leaves for `fit`. */
export interface Prepared {
  readonly vocabulary: Vocabulary;
  readonly articles: readonly AttributedText[];
  readonly named: readonly NamedText[];
}

/** What `fit` leaves for `report` and `pack`. */
export interface Fitted {
  readonly vocabulary: Vocabulary;
  readonly cues: FittedChain;
  readonly roles: FittedChain;
  readonly names: FittedChain;
  readonly keep: Float64Array;
}

interface Kept {
  readonly prepared: Prepared;
  readonly fitted: Fitted;
}

/** Writes what a step leaves for the next into the folder of the work, in Node's own serialisation. */
export async function leave<Step extends keyof Kept>(
  work: string,
  step: Step,
  value: Kept[Step],
): Promise<void> {
  await mkdir(work, { recursive: true });
  await writeFile(join(work, step), serialize(value));
}

export async function take<Step extends keyof Kept>(work: string, step: Step): Promise<Kept[Step]> {
  const bytes = await readFile(join(work, step)).catch((cause) => {
    throw new Error(
      `expected what an earlier step leaves at ${join(work, step)}: run the steps in order (README.md)`,
      {
        cause,
      },
    );
  });
  return deserialize(bytes);
}

/** A text as the encoder reads it; of each word of a tree its place, part of speech, head and relation. */
export interface SilverText {
  readonly name: string;
  readonly text: string;
  readonly names: readonly Name[];
  readonly trees: readonly (readonly [
    start: number,
    end: number,
    part: string,
    head: number,
    relation: string,
  ][])[];
}

/** The file of the work folder that `silver.ts` writes, one text a line. */
export const SILVER = 'silver.jsonl';

/** What `silver.ts` left, or nothing. */
export async function readSilver(work: string): Promise<SilverText[]> {
  const lines = await readFile(join(work, SILVER), 'utf8').catch(() => '');
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line): SilverText => JSON.parse(line));
}
