import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ACTS, FLAG_KINDS, KINDS, MODES } from '../../src/record/index.ts';

const workedStatement = z.object({
  content: z.string(),
  cue: z.string(),
  source: z.string(),
  mode: z.enum(MODES),
  kind: z.enum(KINDS),
  within: z.number().nullable(),
  act: z.enum(ACTS),
  negated: z.boolean(),
  speaker: z.union([
    z.object({ named: z.string() }),
    z.object({ described: z.string() }),
    z.object({ unknown: z.literal(true) }),
  ]),
  to: z.array(z.string()),
  chain: z.array(z.string()),
  refers: z.string().nullable(),
  said: z.string().nullable(),
});

const workedRecord = z.object({
  genre: z.string(),
  published: z.string(),
  outlet: z.string(),
  statements: z.array(workedStatement),
  times: z.array(z.object({ text: z.string(), value: z.string() })),
  notStatements: z.array(z.string()),
  flags: z.array(z.enum(FLAG_KINDS)),
});

export type WorkedStatement = z.infer<typeof workedStatement>;

/** A text with the record that a careful reader wrote down. */
export interface Worked {
  readonly name: string;
  readonly text: string;
  readonly record: z.infer<typeof workedRecord>;
}

/** The texts of `DIR/worked` with their records. They have one split, which counts as dev. */
export async function readWorked(data: string): Promise<Worked[]> {
  const folder = join(data, 'worked');
  const names = (await readdir(folder))
    .filter((file) => file.endsWith('.txt'))
    .map((file) => file.replace(/\.txt$/, ''));
  return await Promise.all(
    names.toSorted().map(async (name) => ({
      name,
      text: await readFile(join(folder, `${name}.txt`), 'utf8'),
      record: workedRecord.parse(JSON.parse(await readFile(join(folder, `${name}.json`), 'utf8'))),
    })),
  );
}
