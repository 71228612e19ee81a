import { type Kysely, sql } from 'kysely';
import { KINDS } from '../../record/index.ts';
import { kindMark } from '../search/marks.ts';
import { ftsString } from '../search/query.ts';
import type { Onward, Search } from '../searching.ts';
import { foundAmong } from './among.ts';
import { type Asked, matching, type Way, wayTo } from './asked.ts';
import { rowsOf } from './find.ts';
import { matchFor, matchOf } from './matching.ts';
import { withReports } from './read.ts';
import type { Tables } from './tables.ts';

const NO_COUNT = Number.MAX_SAFE_INTEGER;
/** Every statement is marked with its kind, so that one of these marks finds all. */
const ANY_KIND = { match: KINDS.map((kind) => ftsString(kindMark(kind))).join(' OR '), weighed: '' };

export async function onward(
  db: Kysely<Tables>,
  search: Search,
  page: { after: number; limit: number },
): Promise<Onward> {
  const way = await wayOnward(db, search);
  if (way.kind === 'nothing') return { statements: [], next: null };
  const looked = await behind(db, way.kind === 'through' ? way.own : way.asked, page);
  const numbers = way.kind === 'through' ? await foundAmong(db, looked, way.match) : looked;
  const next = looked.length < page.limit ? null : (looked.at(-1) ?? null);
  return { statements: await withReports(db, await rowsOf(db, numbers)), next };
}

async function wayOnward(db: Kysely<Tables>, search: Search): Promise<Way> {
  if (search.root !== undefined || matchFor(search) !== null) return await wayTo(db, search, NO_COUNT);
  const { match, weighed } = ANY_KIND;
  const all = matchOf([{ match: `(${match})`, weighed }], search);
  return all === null ? { kind: 'nothing' } : { kind: 'query', asked: matching(all), most: NO_COUNT };
}

async function behind(
  db: Kysely<Tables>,
  asked: Asked,
  { after, limit }: { after: number; limit: number },
): Promise<number[]> {
  const { rows } = await sql<{ number: number }>`
    select number from (${asked}) where number > ${after} order by number limit ${limit}`.execute(db);
  return rows.map(({ number }) => number);
}
