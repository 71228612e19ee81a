import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { ACTS, FLAG_KINDS, KINDS, MODES, PARTS, STATUSES } from '../../src/record/index.ts';

/** What else is right, of a field; none where only one value is. */
const also = <T extends z.ZodType>(value: T) => z.array(value).default([]);
/** Words of the text, "" for none. */
const words = z
  .string()
  .nullable()
  .transform((text) => text ?? '');

const workedStatement = z.object({
  content: z.string(),
  cue: words,
  source: words,
  mode: z.enum(MODES),
  kind: z.enum(KINDS),
  within: z.number().nullable(),
  act: z.enum(ACTS),
  negated: z.boolean(),
  speaker: z.union([
    /** Where it is loose, a part of the name will do. */
    z.object({ named: z.string(), also: also(z.string()), loose: z.boolean().default(false) }),
    z.object({ described: z.string(), also: also(z.string()), loose: z.boolean().default(false) }),
    z.object({ unknown: z.literal(true) }),
  ]),
  role: z.string().nullable().default(null),
  affiliation: z.string().nullable().default(null),
  to: z.array(z.string()),
  chain: z.array(z.string()),
  refers: z.string().nullable(),
  said: z.string().nullable(),
  /** It may be missed. */
  optional: z.boolean().default(false),
  also: z
    .object({
      mode: also(z.enum(MODES)),
      kind: also(z.enum(KINDS)),
      act: also(z.enum(ACTS)),
      within: also(z.number().nullable()),
      role: also(z.string().nullable()),
      affiliation: also(z.string().nullable()),
      to: also(z.array(z.string())),
      chain: also(z.array(z.string())),
      said: also(z.string().nullable()),
    })
    .prefault({}),
});

/** A date in the order of announcement, null for "no date": some records also say as what it was announced. */
const announced = z.union([z.string(), z.object({ when: z.string().nullable() }), z.null()]);
const schedule = z
  .array(announced)
  .transform((all) => all.map((one) => (typeof one === 'object' ? (one?.when ?? null) : one)));

const workedEvent = z.object({
  what: z.string(),
  place: z.string().nullable(),
  when: z.string().nullable(),
  status: z.enum(STATUSES),
  schedule,
  participants: z.array(z.object({ name: z.string(), part: z.enum(PARTS) })),
  also: z
    .object({ when: also(z.string().nullable()), status: also(z.enum(STATUSES)), schedule: also(schedule) })
    .prefault({}),
});

export type WorkedEvent = z.infer<typeof workedEvent>;

const workedRecord = z.object({
  genre: z.string(),
  published: z.string(),
  outlet: z.string(),
  statements: z.array(workedStatement),
  events: z.array(workedEvent).default([]),
  times: z.array(z.object({ text: z.string(), value: z.string(), also: also(z.string()) })),
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
  return await readRecords({ texts: folder, records: folder });
}

/** Every record of a folder with the text of its name. */
export async function readRecords({ texts, records }: { texts: string; records: string }): Promise<Worked[]> {
  const files = await readdir(texts);
  const names = (await readdir(records))
    .filter((file) => file.endsWith('.json'))
    .map((file) => basename(file, '.json'));
  return await Promise.all(
    names.toSorted().map(async (name) => {
      const file = files.find((one) => one.startsWith(`${name}.`) && !one.endsWith('.json'));
      return {
        name: file ?? name,
        text: await readFile(join(texts, file ?? name), 'utf8'),
        record: workedRecord.parse(JSON.parse(await readFile(join(records, `${name}.json`), 'utf8'))),
      };
    }),
  );
}
