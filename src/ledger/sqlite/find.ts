import { type Kysely, sql } from 'kysely';
import type { Found, Search } from '../index.ts';
import { modeMark, outletMark, periodMarks } from '../search/marks.ts';
import { ftsString, termsOf } from '../search/query.ts';
import { withReports } from './read.ts';
import type { Tables } from './tables.ts';

const LIMIT = 20;
/** More than these are not ranked: their order is that of their coming, which the index gives without reading them all. */
const MOST_RANKED = 1000;

export async function find(db: Kysely<Tables>, search: Search): Promise<Found> {
  const match = matchOf(search);
  if (match === null) return { total: 0, statements: [] };
  const [count] = (
    await sql<{ total: number }>`
      select count(*) as total from statement_words where statement_words match ${match}`.execute(db)
  ).rows;
  const total = count?.total ?? 0;
  const order =
    total > MOST_RANKED ? sql`rowid desc` : sql`bm25(statement_words, 1.0, 0.6, 0.6, 0.0), rowid desc`;
  const { rows: places } = await sql<{ number: number }>`
    select rowid as number from statement_words where statement_words match ${match}
    order by ${order} limit ${search.limit ?? LIMIT} offset ${search.offset ?? 0}`.execute(db);
  return { total, statements: await withReports(db, await rowsOf(db, places)) };
}

async function rowsOf(db: Kysely<Tables>, places: readonly { number: number }[]) {
  if (places.length === 0) return [];
  const numbers = places.map(({ number }) => number);
  const rows = await db
    .selectFrom('statement')
    .select(['number', 'id', 'report', 'body'])
    .where('number', 'in', numbers)
    .execute();
  const byNumber = new Map(rows.map(({ number, ...row }) => [number, row]));
  return numbers.flatMap((number) => byNumber.get(number) ?? []);
}

/** The FTS5 expression of a search, or null when there is no word to look for. */
function matchOf({ words, by = '', outlet, held = false, when }: Search): string | null {
  const asked = [
    ...termsOf(words).map(ftsString),
    ...termsOf(by).map((term) => `{source speaker} : ${ftsString(term)}`),
  ];
  if (asked.length === 0) return null;
  if (outlet !== undefined) asked.push(ftsString(outletMark(outlet)));
  if (when !== undefined) asked.push(`(${periodMarks(when).map(ftsString).join(' OR ')})`);
  const all = asked.join(' AND ');
  return held ? all : `(${all}) NOT ${ftsString(modeMark('held'))}`;
}
