import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Search } from '../searching.ts';
import { foundAmong } from './among.ts';
import { matchFor } from './matching.ts';
import { rootsNamed } from './roots.ts';
import type { Tables } from './tables.ts';

/** The statements that are asked for, by number, as a query without an order. */
export type Asked = RawBuilder<unknown>;

/** A word that so many statements have tells little of any, and to weigh it is to walk through them all. */
export const COMMON = 20_000;
/** So many are looked for in the index of all words where each has to be of a root too. */
export const MOST_OF_ROOT = 1000;
/** So many statements of a root are looked through, where most of them do not have the words. */
export const MOST_LOOKED_THROUGH = 1024;

/**
 * How what is asked for is found: by a query; by looking through the statements of a root, of which few have the words; or not
 * at all.
 */
export type Way =
  | { readonly kind: 'query'; readonly asked: Asked; readonly most: number }
  | { readonly kind: 'through'; readonly own: Asked; readonly match: string }
  | { readonly kind: 'nothing' };

/**
 * Where words of one root source are asked for, whichever is rarer leads: the index of words is walked and each statement's root
 * looked up, or the root's latest statements are taken some at a time and looked through.
 */
export async function wayTo(db: Kysely<Tables>, search: Search, most: number): Promise<Way> {
  const match = matchFor(search);
  if (search.root === undefined)
    return match === null ? { kind: 'nothing' } : { kind: 'query', asked: matching(match), most };
  const roots = await rootsNamed(db, search.root);
  if (roots.length === 0) return { kind: 'nothing' };
  const own = ofRoots(roots, search);
  if (match === null) return { kind: 'query', asked: own, most };
  const isRare = async (asked: Asked) => (await countOf(db, asked, COMMON + 1)) <= COMMON;
  if ((await isRare(own)) && !(await isRare(matching(match)))) return { kind: 'through', own, match };
  const asked = sql`${matching(match)}
    and exists (select 1 from rooted where rooted.statement = statement_words.rowid and ${among(roots)})`;
  return { kind: 'query', asked, most: Math.min(most, MOST_OF_ROOT) };
}

/** What has words, by the index. */
export const matching = (match: string): Asked =>
  sql`select rowid as number from statement_words where statement_words match ${match}`;

/** Of one root the index has its statements in their order; of several they are sorted. */
const among = (roots: readonly number[]) =>
  roots.length === 1
    ? sql`root = ${roots[0]}`
    : sql`root in (select value from json_each(${JSON.stringify(roots)}))`;

const ofRoots = (roots: readonly number[], { held = false }: Search): Asked =>
  sql`select statement as number from rooted where ${among(roots)} and held <= ${Number(held)}`;

/** The statements that are asked for, by number, in the order of their coming: the last first, or the first. */
export async function asTheyCame(
  db: Kysely<Tables>,
  asked: Asked,
  { limit, offset = 0, from = 'last' }: { limit: number; offset?: number; from?: 'first' | 'last' },
): Promise<number[]> {
  const direction = from === 'last' ? sql`desc` : sql`asc`;
  const { rows } = await sql<{ number: number }>`
    ${asked} order by number ${direction} limit ${limit} offset ${offset}`.execute(db);
  return rows.map(({ number }) => number);
}

/** How many statements are asked for; counting ends at a limit. */
export async function countOf(db: Kysely<Tables>, asked: Asked, limit: number): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from (${asked} limit ${limit})`.execute(db);
  return rows[0]?.total ?? 0;
}

/** The latest of what is asked for, as many as are wanted and can be had at once, and whether that is all. */
export async function latest(
  db: Kysely<Tables>,
  search: Search,
  limit: number,
): Promise<{ numbers: readonly number[]; isAll: boolean }> {
  const way = await wayTo(db, search, limit);
  if (way.kind === 'nothing') return { numbers: [], isAll: true };
  if (way.kind === 'through') {
    const some = await asTheyCame(db, way.own, { limit: MOST_LOOKED_THROUGH });
    const found = await foundAmong(db, some, way.match);
    const isAll = some.length < MOST_LOOKED_THROUGH && found.length <= limit;
    return { numbers: found.slice(0, limit), isAll };
  }
  const numbers = await asTheyCame(db, way.asked, { limit: way.most + 1 });
  return { numbers: numbers.slice(0, way.most), isAll: numbers.length <= way.most };
}
