import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Found, Search } from '../port.ts';
import { actMark, HELD, kindMark, outletMark, periodMarks } from '../search/marks.ts';
import { ftsString, termsOf } from '../search/query.ts';
import { foundAmong } from './among.ts';
import { withReports } from './read.ts';
import { rootsNamed } from './roots.ts';
import type { Tables } from './tables.ts';

const LIMIT = 20;
/** Nobody reads so many: whether there are more is told, and not how many. */
const MOST_COUNTED = 10_000;
/** More than these are not ranked: their order is that of their coming, which the index gives without reading them all. */
const MOST_RANKED = 1000;
/** A word that so many statements have tells little of any, and to weigh it is to walk through them all. */
const COMMON = 20_000;
/** So many statements of a root are looked through first, then twice as many, as long as they do not fill a page. */
const LOOKED_THROUGH = 64;

export async function find(db: Kysely<Tables>, search: Search): Promise<Found> {
  const terms = termsIn(search);
  const match = matchOf(terms, search);
  if (search.root !== undefined) return await findOfRoot(db, { match, terms, root: search.root }, search);
  return match === null ? NOTHING : await findIn(db, matching(match), { terms, search, most: MOST_COUNTED });
}

const NOTHING: Found = { total: 0, isMore: false, statements: [] };

/** The statements that are asked for, by number, as a query without an order. */
type Asked = RawBuilder<unknown>;

const matching = (match: string): Asked =>
  sql`select rowid as number from statement_words where statement_words match ${match}`;

async function findIn(
  db: Kysely<Tables>,
  asked: Asked,
  { terms, search, most }: { terms: readonly string[]; search: Search; most: number },
): Promise<Found> {
  const { offset = 0, limit = LIMIT } = search;
  const few = await latestOf(db, asked, { limit: MOST_RANKED + 1, offset: 0 });
  const isRanked = few.length <= MOST_RANKED;
  const counted = isRanked || most <= MOST_RANKED ? few.length : await countOf(db, asked, most + 1);
  const total = Math.min(counted, most);
  const all = isRanked ? await ranked(db, await tellingOf(db, terms, search), few) : few;
  const isThere = isRanked || offset + limit <= few.length;
  const numbers = isThere ? all.slice(offset, offset + limit) : await latestOf(db, asked, { limit, offset });
  return { total, isMore: counted > total, statements: await withReports(db, await rowsOf(db, numbers)) };
}

/**
 * What is asked for, of one root source. Where words are asked for too, whichever is rarer leads: the index of words is walked
 * and each statement's root looked up, or the root's latest statements are taken some at a time and looked through.
 */
async function findOfRoot(
  db: Kysely<Tables>,
  { match, terms, root }: { match: string | null; terms: readonly string[]; root: string },
  search: Search,
): Promise<Found> {
  const roots = await rootsNamed(db, root);
  if (roots.length === 0) return NOTHING;
  const own = ofRoots(roots, search);
  if (match === null) return await findIn(db, own, { terms, search, most: MOST_COUNTED });
  const isRare = async (asked: Asked) => (await countOf(db, asked, COMMON + 1)) <= COMMON;
  if ((await isRare(own)) && !(await isRare(matching(match))))
    return await lookThrough(db, own, { match, search });
  const both = sql`${matching(match)}
    and exists (select 1 from rooted where rooted.statement = statement_words.rowid and ${among(roots)})`;
  return await findIn(db, both, { terms, search, most: MOST_RANKED });
}

/** Of one root the index has its statements in their order; of several they are sorted. */
const among = (roots: readonly number[]) =>
  roots.length === 1
    ? sql`root = ${roots[0]}`
    : sql`root in (select value from json_each(${JSON.stringify(roots)}))`;

const ofRoots = (roots: readonly number[], { held = false }: Search): Asked =>
  sql`select statement as number from rooted where ${among(roots)} and held <= ${Number(held)}`;

/** Looks through the statements of a root, latest first, as far as what is to be shown. */
async function lookThrough(
  db: Kysely<Tables>,
  own: Asked,
  { match, search: { offset = 0, limit = LIMIT } }: { match: string; search: Search },
): Promise<Found> {
  const found: number[] = [];
  let isMore = true;
  let done = 0;
  for (let step = LOOKED_THROUGH; isMore && found.length <= offset + limit; step *= 2) {
    const some = await latestOf(db, own, { limit: step, offset: done });
    found.push(...(await foundAmong(db, some, match)));
    isMore = some.length === step;
    done += step;
  }
  const statements = await withReports(db, await rowsOf(db, found.slice(offset, offset + limit)));
  return { total: found.length, isMore, statements };
}

/** The statements that are asked for, by number, the one that came last first. */
async function latestOf(
  db: Kysely<Tables>,
  asked: Asked,
  { limit, offset }: { limit: number; offset: number },
): Promise<number[]> {
  const { rows } = await sql<{ number: number }>`
    ${asked} order by number desc limit ${limit} offset ${offset}`.execute(db);
  return rows.map(({ number }) => number);
}

/** How many statements are asked for; counting ends at a limit. */
async function countOf(db: Kysely<Tables>, asked: Asked, limit: number): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from (${asked} limit ${limit})`.execute(db);
  return rows[0]?.total ?? 0;
}

/** The terms by which few statements are ranked; one that is asked alone, of all that there is, is as rare as they are. */
async function tellingOf(
  db: Kysely<Tables>,
  asked: readonly string[],
  { outlet, when, act, kind, root }: Search,
): Promise<readonly string[]> {
  if (asked.length === 1 && [outlet, when, act, kind, root].every((one) => one === undefined)) return asked;
  const telling: string[] = [];
  for (const term of asked) if ((await countOf(db, matching(term), COMMON)) < COMMON) telling.push(term);
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

/** The rows of some statements, in their order. */
export async function rowsOf(db: Kysely<Tables>, numbers: readonly number[]) {
  if (numbers.length === 0) return [];
  const rows = await db
    .selectFrom('statement')
    .select(['number', 'id', 'report', 'body', 'now', 'decided'])
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
