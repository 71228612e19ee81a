import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Fault } from '../../src/record/index.ts';

const claim = z.object({ id: z.string(), title: z.string(), text: z.string() });
const query = z.object({ id: z.string(), text: z.string(), claims: z.array(z.string()).min(1) });

/** A claim that was checked, with the headline of the check. */
export type Claim = z.infer<typeof claim>;
/** A post, with the claims that it repeats. */
export type Query = z.infer<typeof query>;

export interface Claims {
  readonly claims: readonly Claim[];
  readonly queries: readonly Query[];
}

/** The claims, and the posts of a split. */
export async function readClaims(data: string, split: string): Promise<Claims> {
  return {
    claims: await linesOf(join(data, 'claims/claims.jsonl'), claim),
    queries: await linesOf(join(data, `claims/queries.${split}.jsonl`), query),
  };
}

/** @throws Fault of code `no-data` where the file is not there. */
async function linesOf<T>(path: string, schema: z.ZodType<T>): Promise<T[]> {
  if (!existsSync(path))
    throw new Fault('no-data', `expected claims and queries in the folder of data, found no ${path}`);
  const lines = (await readFile(path, 'utf8')).trim().split('\n');
  return lines.map((line) => schema.parse(JSON.parse(line)));
}
