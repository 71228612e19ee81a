import { type Kysely, sql } from 'kysely';
import type { Found, Search } from '../port.ts';
import { actMark, HELD, kindMark, outletMark, periodMarks } from '../search/marks.ts';
import { ftsString, termsOf } from '../search/query.ts';
import { withReports } from './read.ts';
import type { Tables } from './tables.ts';

const LIMIT = 20;
/** Nobody reads so many: whether there are more is told, and not how many. */
const MOST_COUNTED = 10_000;
/** More than these are not ranked: their order is that of their coming, which the index gives without reading them all. */
const MOST_RANKED = 1000;
/** A word that so many statements have tells little of any, and to weigh it is to walk through them all. */
const COMMON = 20_000;

export async function find(db: Kysely<Tables>, search: Search): Promise<Found> {
  const asked = termsIn(search);
  const { offset = 0, limit = LIMIT } = search;
  const match = matchOf(asked, search);
  if (match === null) return { total: 0, isMore: false, statements: [] };
  const few = await latestOf(db, match, { limit: MOST_RANKED + 1, offset: 0 });
  const isRanked = few.length <= MOST_RANKED;
  const counted = isRanked ? few.length : await countOf(db, match, MOST_COUNTED + 1);
  const total = Math.min(counted, MOST_COUNTED);
  const numbers = isRanked
    ? (await ranked(db, await tellingOf(db, asked, search), few)).slice(offset, offset + limit)
    : await latestOf(db, match, { limit, offset });
  const statements = await withReports(db, await rowsOf(db, numbers));
  return { total, isMore: counted > total, statements };
}

/** The statements that an expression finds, by number, the one that came last first. */
async function latestOf(
  db: Kysely<Tables>,
  match: string,
  { limit, offset }: { limit: number; offset: number },
): Promise<number[]> {
  const { rows } = await sql<{ number: number }>`
    select rowid as number from statement_words where statement_words match ${match}
    order by rowid desc limit ${limit} offset ${offset}`.execute(db);
  return rows.map(({ number }) => number);
}

/** How many statements an expression finds; counting ends at a limit. */
async function countOf(db: Kysely<Tables>, match: string, limit: number): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from (
      select 1 from statement_words where statement_words match ${match} limit ${limit}
    )`.execute(db);
  return rows[0]?.total ?? 0;
}

/** The terms by which few statements are ranked; one that is asked alone, of all that there is, is as rare as they are. */
async function tellingOf(
  db: Kysely<Tables>,
  asked: readonly string[],
  { outlet, when, act, kind }: Search,
): Promise<readonly string[]> {
  if (asked.length === 1 && [outlet, when, act, kind].every((one) => one === undefined)) return asked;
  const telling: string[] = [];
  for (const term of asked) if ((await countOf(db, term, COMMON)) < COMMON) telling.push(term);
  return telling;
}

/** What was found, by how much some terms weigh in it; as it came where there are none. */
async function ranked(db: Kysely<Tables>, telling: readonly string[], found: number[]): Promise<number[]> {
  if (telling.length === 0 || found.length < 2) return found;
  // The index is asked for the terms and not for each number, which it would look up one by one.
  const { rows } = await sql<{ number: number }>`
    select rowid as number from statement_words where statement_words match ${telling.join(' AND ')}
    and +rowid in (select value from json_each(${JSON.stringify(found)}))
    order by bm25(statement_words, 1.0, 0.6, 0.6, 0.3, 0.3, 0.0), rowid desc`.execute(db);
  return rows.map(({ number }) => number);
}

async function rowsOf(db: Kysely<Tables>, numbers: readonly number[]) {
  if (numbers.length === 0) return [];
  const rows = await db
    .selectFrom('statement')
    .select(['number', 'id', 'report', 'body'])
    .where('number', 'in', numbers)
    .execute();
  const byNumber = new Map(rows.map(({ number, ...row }) => [number, row]));
  return numbers.flatMap((number) => byNumber.get(number) ?? []);
}

/** The words and phrases of a search, each as an FTS5 expression. */
function termsIn({ words, about = '', by = '', for: behind = '', to = '' }: Search): string[] {
  const within = (columns: string, typed: string) =>
    termsOf(typed).map((term) => `{${columns}} : ${ftsString(term)}`);
  return [
    ...within('content source speaker', words),
    ...within('content', about),
    ...within('source speaker', by),
    ...within('behind', behind),
    ...within('addressee', to),
  ];
}

/** The FTS5 expression of a search; null where it asks for nothing. */
export const matchFor = (search: Search): string | null => matchOf(termsIn(search), search);

/** The FTS5 expression of some terms with all that statements are filtered by; null where nothing is asked. */
function matchOf(asked: readonly string[], { outlet, held = false, when, act, kind }: Search): string | null {
  const wanted = [...asked];
  if (act !== undefined) wanted.push(ftsString(actMark(act)));
  if (kind !== undefined) wanted.push(ftsString(kindMark(kind)));
  if (outlet !== undefined) wanted.push(ftsString(outletMark(outlet)));
  if (when !== undefined) wanted.push(`(${periodMarks(when).map(ftsString).join(' OR ')})`);
  if (wanted.length === 0) return null;
  const all = wanted.join(' AND ');
  return held ? all : `(${all}) NOT ${ftsString(HELD)}`;
}
