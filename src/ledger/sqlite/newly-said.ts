import { type Kysely, sql } from 'kysely';
import { news, utterance, utteranceNow, whoInUtterance } from '../../record/index.ts';
import type { AskedNewly, NewlySaid, PositionNews } from '../today.ts';
import { linked } from './links/ask.ts';
import { SqliteLinks } from './links/index.ts';
import { linesOf } from './read.ts';
import { parsed } from './rows.ts';
import type { Tables } from './tables.ts';

/** Where an utterance stands in both lists. */
interface Place {
  readonly day: string;
  readonly came: string;
  readonly linked: number;
}

/** Behind all of a day, whenever it came. */
const END = { came: '9999-12-31T23:59:59.999Z', linked: Number.MAX_SAFE_INTEGER };

export async function newlySaid(
  db: Kysely<Tables>,
  { day, since, behind, limit }: AskedNewly,
): Promise<NewlySaid[] | null> {
  const place = behind === undefined ? null : await placeOf(db, behind);
  if (place === null && behind !== undefined) return null;
  const asked =
    since === undefined
      ? latest(place ?? { day: day ?? '9999-12-31', ...END })
      : cameSince(since, place ?? END);
  const { rows } = await sql<SaidRow>`
    select told.day, told.came, linked.id, linked.body from (${asked} limit ${limit}) as told
    cross join linked on linked.number = told.linked`.execute(db);
  return await withFirst(db, rows);
}

/** By the day on which they were told first, then by when they came. */
const latest = ({ day, came, linked: number }: Place) =>
  sql`select day, came, linked from told_first
    where (day, came, linked) < (${day}, ${came}, ${number}) order by day desc, came desc, linked desc`;

const cameSince = (since: string, { came, linked: number }: Omit<Place, 'day'>) =>
  sql`select day, came, linked from told_first where came >= ${since}
    and (came, linked) < (${came}, ${number}) order by came desc, linked desc`;

async function placeOf(db: Kysely<Tables>, id: string): Promise<Place | null> {
  const group = await linked(db, 'utterance', id);
  const { rows } = await sql<Place>`
    select day, came, linked from told_first
    where linked = (select number from linked where id = ${group?.id ?? ''})`.execute(db);
  return rows[0] ?? null;
}

interface SaidRow {
  readonly day: string;
  readonly came: string;
  readonly id: string;
  readonly body: string;
}

async function withFirst(db: Kysely<Tables>, rows: readonly SaidRow[]): Promise<NewlySaid[]> {
  const told = rows.map(({ id, body, ...row }) => ({
    ...row,
    one: parsed(id, () => utterance.parse(JSON.parse(body))),
  }));
  const now = await new SqliteLinks(db).whoNow(told.flatMap(({ one }) => whoInUtterance(one)));
  const firsts = told.flatMap(({ one }) => one.renditions[0]?.report ?? []);
  const lines = await linesOf(db, firsts);
  return told.map(({ one, day, came }) => ({
    utterance: utteranceNow(one, now),
    day,
    came,
    first: lines.get(one.renditions[0]?.report ?? '') ?? null,
  }));
}

/** Several alerts may tell one change: it is asked for some more than are wanted. */
const TOLD_BY_SEVERAL = 4;

export async function positionNews(db: Kysely<Tables>, limit: number): Promise<PositionNews[]> {
  const { rows } = await sql<{ id: string; body: string }>`
    select id, body from news where body ->> '$.kind' = 'position'
    order by number desc limit ${limit * TOLD_BY_SEVERAL}`.execute(db);
  const told = rows
    .map(({ id, body }) => parsed(id, () => news.parse(JSON.parse(body))))
    .filter((one) => one.kind === 'position');
  const byChange = Map.groupBy(told, ({ who, before, statement, issue }) =>
    [issue, who, before.statement, statement].join(' '),
  );
  return [...byChange.values()].flatMap((same) => same.slice(0, 1)).slice(0, limit);
}
