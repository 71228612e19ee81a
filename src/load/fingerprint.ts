import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';

/** So many hexadecimal digits of a SHA-256 tell two analysers apart. */
const DIGITS = 12;

/** What decides a record besides the code. */
export interface Deciding {
  /** The folder of the language's lexicons. */
  readonly lexicons: URL;
  /** Files with the SHA-256 of each model that is used. */
  readonly models: readonly URL[];
  /** A user's own table of actors. */
  readonly actors: string | undefined;
  readonly leastConfidence: number | undefined;
}

/** A digest of the words, the weights and the options: kits that could give different records have different ones. */
export async function fingerprintOf({
  lexicons,
  models,
  actors,
  leastConfidence,
}: Deciding): Promise<string> {
  const names = (await readdir(lexicons)).filter((name) => name.endsWith('.tsv')).toSorted();
  const files = [...names.map((name) => new URL(name, lexicons)), ...models, ...(actors ? [actors] : [])];
  const hash = createHash('sha256').update(JSON.stringify([names, leastConfidence ?? null]));
  for (const bytes of await Promise.all(files.map((file) => readFile(file))))
    hash.update(`${bytes.length}\n`).update(bytes);
  return hash.digest('hex').slice(0, DIGITS);
}
