import { type Kysely, sql } from 'kysely';
import { stemmer } from 'stemmer';
import { plainForm } from '../../text/index.ts';
import type { SharedWords } from '../port.ts';
import { ftsString } from '../search/query.ts';
import { type Indexed, spelledLike } from './likely.ts';
import { keptReports } from './read.ts';
import type { Tables } from './tables.ts';

/** So many reports a search by words may walk through; the rarest words are looked for first. */
const MOST_WALKED = 20_000;
/** Words of a text beyond these are not looked up. */
const MOST_WORDS = 120;
/** Forms of one word that are looked for. */
const MOST_FORMS = 12;
/** A stem shorter than this is a word by itself; of a longer one the last letter may differ from the word's. */
const SHORTEST = 4;
/** Letters that an ending adds. */
const ENDING = 4;

/** Reports that share words with a text in any form, those that weigh most first, and how rare each word is. */
export async function sharing(
  db: Kysely<Tables>,
  words: readonly string[],
  limit: number,
): Promise<SharedWords> {
  const indexed = new Map<string, Indexed>();
  for (const word of [...new Set(words.map(plainForm))].slice(0, MOST_WORDS))
    if (word !== '') indexed.set(word, await formsOf(db, word));
  const numbers = await withMost(db, [...indexed.values()], limit);
  // Reports are numbered without gaps, and none is ever deleted.
  const { rows } = await sql<{ total: number | null }>`select max(number) as total from report`.execute(db);
  return {
    reports: await keptReports(db, numbers),
    counts: new Map([...indexed].map(([word, { reports }]) => [word, reports])),
    total: rows[0]?.total ?? 0,
  };
}

async function withMost(db: Kysely<Tables>, indexed: readonly Indexed[], limit: number): Promise<number[]> {
  const terms: string[] = [];
  let walked = 0;
  for (const { terms: forms, reports } of indexed.toSorted((a, b) => a.reports - b.reports)) {
    walked += reports;
    if (walked > MOST_WALKED && terms.length > 0) break;
    terms.push(...forms.map(ftsString));
  }
  if (terms.length === 0) return [];
  const { rows } = await sql<{ number: number }>`
    select rowid as number from report_words where report_words match ${terms.join(' OR ')}
    order by bm25(report_words), rowid limit ${limit}`.execute(db);
  return rows.map(({ number }) => number);
}

/** The terms of the index with the word's stem; where there are none, those that it may be a misspelling of. */
async function formsOf(db: Kysely<Tables>, word: string): Promise<Indexed> {
  const stem = stemmer(word);
  const head = stem.length > SHORTEST ? stem.slice(0, -1) : word.slice(0, stem.length);
  const { rows } = await sql<{ term: string; reports: number }>`
    select term, doc as reports from report_vocabulary
    where term >= ${head} and term < ${`${head}\u{10ffff}`} and length(term) <= ${word.length + ENDING}`.execute(
    db,
  );
  const forms = rows
    .filter(({ term }) => term === word || stemmer(term) === stem)
    .toSorted((a, b) => b.reports - a.reports)
    .slice(0, MOST_FORMS);
  if (forms.length === 0) return await spelledLike(db, word);
  return {
    terms: forms.map(({ term }) => term),
    reports: forms.reduce((sum, { reports }) => sum + reports, 0),
  };
}
