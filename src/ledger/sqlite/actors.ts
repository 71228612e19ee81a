import { type Kysely, sql } from 'kysely';
import { type Actor, actor as actorSchema } from '../../record/index.ts';
import type { ActorInReport, ActorLine, Found, KeptActor } from '../port.ts';
import { linesByNumber, withReports } from './read.ts';
import { toActor } from './rows.ts';
import type { Tables } from './tables.ts';

interface Page {
  readonly limit: number;
  readonly offset: number;
}

/** The latest that a report says of the actor whose id is in `actor_sum`. */
const latest = (column: 'name' | 'kind') => sql<string>`(
  select ${sql.ref(`actor.${column}`)} from actor where actor.id = actor_sum.id
  order by day desc, report desc limit 1)`;

type LineRow = { id: string; name: string; kind: string; reports: number; statements: number };

const LINE = sql`
  select id, reports, statements, ${latest('name')} as name, ${latest('kind')} as kind from actor_sum`;

/** Actors over all reports, those with most statements first. */
export async function actors(
  db: Kysely<Tables>,
  { limit, offset }: Page,
): Promise<{ total: number; actors: ActorLine[] }> {
  const tally = await db.selectFrom('tally').select('rows').where('what', '=', 'actor').executeTakeFirst();
  const { rows } = await sql<LineRow>`
    ${LINE} order by statements desc, reports desc, id limit ${limit} offset ${offset}`.execute(db);
  return { total: tally?.rows ?? 0, actors: rows.map(toLine) };
}

const { actor: id, kind } = actorSchema.shape;

function toLine({ id: named, kind: sort, ...rest }: LineRow): ActorLine {
  return { actor: id.parse(named), kind: kind.parse(sort), ...rest };
}

/** What is known of an actor over all reports, each as the latest report that tells it. */
export async function actor(db: Kysely<Tables>, id: string): Promise<KeptActor | null> {
  const { rows } = await sql<LineRow>`${LINE} where id = ${id}`.execute(db);
  const [row] = rows;
  if (row === undefined) return null;
  return {
    ...toLine(row),
    country: await told(db, id, 'country'),
    sector: await told(db, id, 'sector'),
  };
}

async function told(
  db: Kysely<Tables>,
  id: string,
  field: 'country' | 'sector',
): Promise<Actor[typeof field]> {
  const row = await db
    .selectFrom('actor')
    .select(field)
    .where('id', '=', id)
    .where(field, 'is not', null)
    .orderBy('day', 'desc')
    .orderBy('report', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.[field] ?? null;
}

/** The reports that name an actor, the one published last first. */
export async function reportsOn(
  db: Kysely<Tables>,
  id: string,
  { limit, offset }: Page,
): Promise<ActorInReport[]> {
  const rows = await db
    .selectFrom('actor')
    .select(['id', 'report', 'body', 'statements'])
    .where('id', '=', id)
    .orderBy('day', 'desc')
    .orderBy('report', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
  const byNumber = await linesByNumber(
    db,
    rows.map(({ report }) => report),
  );
  return rows.flatMap((row) => {
    const report = byNumber.get(row.report);
    return report === undefined ? [] : [{ report, actor: toActor(row), statements: row.statements }];
  });
}

/** Statements by the actor who speaks, published last first. */
export async function saidBy(db: Kysely<Tables>, id: string, { limit, offset }: Page): Promise<Found> {
  const sum = await db.selectFrom('actor_sum').select('statements').where('id', '=', id).executeTakeFirst();
  const { rows } = await sql<Parameters<typeof withReports>[1][number]>`
    with here as (
      select statement.number, day, actor.report, statement.place
      from actor cross join statement on statement.speaker = actor.id and statement.report = actor.report
      where actor.id = ${id} and statement.speaker <> '' and statement.mode <> 'held'
      order by day desc, actor.report desc, statement.place limit ${limit} offset ${offset}
    )
    select statement.id, statement.report, statement.body, now, decided from here join statement using (number)
    order by here.day desc, here.report desc, here.place`.execute(db);
  return { total: sum?.statements ?? 0, isMore: false, statements: await withReports(db, rows) };
}
