import { type Kysely, sql } from 'kysely';
import type { Found, Search } from '../index.ts';
import { ftsString, termsOf } from '../search/query.ts';
import { withReports } from './read.ts';
import type { Tables } from './tables.ts';

const LIMIT = 20;

interface Row {
  id: string;
  report: number;
  body: string;
}

export async function find(db: Kysely<Tables>, search: Search): Promise<Found> {
  const match = matchOf(search);
  if (match === null) return { total: 0, statements: [] };
  const outlet = search.outlet ?? null;
  const { first: from, last: to } = search.when ?? { first: '', last: '' };
  const when = search.when === undefined ? 1 : 0;
  const matching = sql`
    from statement_words
    join statement on statement.number = statement_words.rowid
    join report on report.number = statement.report
    where statement_words match ${match}
      and (${search.held === true ? 1 : 0} or statement.mode <> 'held')
      and (${outlet} is null or report.outlet = ${outlet} collate nocase)
      and (${when} or (statement.first <> '' and statement.first <= ${to} and statement.last >= ${from}))`;
  const [count] = (await sql<{ total: number }>`select count(*) as total ${matching}`.execute(db)).rows;
  const { rows } = await sql<Row>`
    select statement.id, statement.report, statement.body ${matching}
    order by bm25(statement_words, 1.0, 0.6), report.published desc, statement.number
    limit ${search.limit ?? LIMIT} offset ${search.offset ?? 0}`.execute(db);
  return { total: count?.total ?? 0, statements: await withReports(db, rows) };
}

/** The FTS5 expression of a search, or null when there is no word to look for. */
function matchOf({ words, by }: Search): string | null {
  const anywhere = termsOf(words).map(ftsString);
  const inSource = termsOf(by ?? '').map((term) => `source : ${ftsString(term)}`);
  const all = [...anywhere, ...inSource];
  return all.length === 0 ? null : all.join(' AND ');
}
