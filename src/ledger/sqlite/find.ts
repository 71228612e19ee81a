import { type Kysely, sql } from 'kysely';
import type { Found, Search } from '../searching.ts';
import { foundAmong } from './among.ts';
import {
  type Asked,
  asTheyCame,
  COMMON,
  countOf,
  MOST_LOOKED_THROUGH,
  MOST_OF_ROOT,
  matching,
  wayTo,
} from './asked.ts';
import { type Wanted, wantedIn } from './matching.ts';
import { withReports } from './read.ts';
import type { Tables } from './tables.ts';

const LIMIT = 20;
/** Nobody reads so many: whether there are more is told, and not how many. */
const MOST_COUNTED = 10_000;
/** More than these are not ranked: their order is that of their coming, which the index gives without reading them all. */
const MOST_RANKED = 1000;
/** More than these are not put in the order of days. */
const MOST_DATED = 5000;
/** So many statements of a root are looked through first, then twice as many, as long as they do not fill a page. */
const LOOKED_THROUGH = 64;

export async function find(db: Kysely<Tables>, search: Search): Promise<Found> {
  const way = await wayTo(db, search, MOST_COUNTED);
  switch (way.kind) {
    case 'nothing':
      return { total: 0, isMore: false, statements: [] };
    case 'query':
      return await findIn(db, way, search);
    case 'through':
      return await lookThrough(db, way, search);
    default:
      return way satisfies never;
  }
}

async function findIn(
  db: Kysely<Tables>,
  { asked, most }: { asked: Asked; most: number },
  search: Search,
): Promise<Found> {
  const { offset = 0, limit = LIMIT, order = 'best' } = search;
  const from = order === 'oldest' ? 'first' : 'last';
  const ordered = Math.min(isByDay(search) ? MOST_DATED : MOST_RANKED, most);
  const few = await asTheyCame(db, asked, { limit: ordered + 1, from });
  const isAll = few.length <= ordered;
  const counted = isAll || most <= MOST_OF_ROOT ? few.length : await countOf(db, asked, most + 1);
  const total = Math.min(counted, most);
  const all = await inOrder(db, { numbers: few, isAll }, search);
  const numbers =
    isAll || offset + limit <= ordered
      ? all.slice(offset, offset + limit)
      : await asTheyCame(db, asked, { limit, offset, from });
  return { total, isMore: counted > total, statements: await withReports(db, await rowsOf(db, numbers)) };
}

const isByDay = ({ order }: Search) => order === 'newest' || order === 'oldest';

/** What was found in the order that is asked for, as far as so many can be put in it. */
async function inOrder(
  db: Kysely<Tables>,
  { numbers, isAll }: { numbers: number[]; isAll: boolean },
  search: Search,
): Promise<number[]> {
  if (isByDay(search)) return await byDay(db, isAll ? numbers : numbers.slice(0, -1), search);
  return isAll && search.order !== 'latest'
    ? await ranked(db, await tellingOf(db, wantedIn(search), search), numbers)
    : numbers;
}

/** By the day on which it was said, or published; what has none last. */
async function byDay(db: Kysely<Tables>, numbers: readonly number[], { order }: Search): Promise<number[]> {
  const direction = order === 'oldest' ? sql`asc` : sql`desc`;
  const { rows } = await sql<{ number: number }>`
    select number from json_each(${JSON.stringify(numbers)}) as found
    cross join statement indexed by statement_facets on statement.number = found.value
    order by first = '', first ${direction}, found.key`.execute(db);
  return rows.map(({ number }) => number);
}

/** Looks through the statements of a root, latest first, as far as what is to be shown. */
async function lookThrough(
  db: Kysely<Tables>,
  { own, match }: { own: Asked; match: string },
  search: Search,
): Promise<Found> {
  const { offset = 0, limit = LIMIT } = search;
  const found: number[] = [];
  let isMore = true;
  let done = 0;
  const isEnough = () => (isByDay(search) ? done >= MOST_LOOKED_THROUGH : found.length > offset + limit);
  for (let step = LOOKED_THROUGH; isMore && !isEnough(); step *= 2) {
    const some = await asTheyCame(db, own, { limit: step, offset: done });
    found.push(...(await foundAmong(db, some, match)));
    isMore = some.length === step;
    done += step;
  }
  const all = isByDay(search) ? await byDay(db, found, search) : found;
  const statements = await withReports(db, await rowsOf(db, all.slice(offset, offset + limit)));
  return { total: found.length, isMore, statements };
}

/** The terms by which few statements are ranked; one that is asked alone, of all that there is, is as rare as they are. */
async function tellingOf(
  db: Kysely<Tables>,
  wanted: readonly Wanted[],
  { outlet, when, act, kind, root }: Search,
): Promise<readonly string[]> {
  const isAlone = wanted.length === 1 && [outlet, when, act, kind, root].every((one) => one === undefined);
  const telling: string[] = [];
  for (const { match, weighed } of wanted)
    if (isAlone || (await countOf(db, matching(match), COMMON)) < COMMON) telling.push(weighed);
  return telling;
}

/** What was found, by how much some terms weigh in it; as it came where there are none. */
async function ranked(db: Kysely<Tables>, telling: readonly string[], found: number[]): Promise<number[]> {
  if (telling.length === 0 || found.length < 2) return found;
  // The index is asked for the terms and not for each number, which it would look up one by one.
  const { rows } = await sql<{ number: number }>`
    select rowid as number from statement_words where statement_words match ${telling.join(' AND ')}
    and +rowid in (select value from json_each(${JSON.stringify(found)}))
    order by bm25(statement_words, 1.0, 0.6, 0.6, 0.3, 0.3, 0.0, 0.8, 0.5), rowid desc`.execute(db);
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
