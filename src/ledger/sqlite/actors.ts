import { type Kysely, sql } from 'kysely';
import type { ActorLine, Found, KeptActor } from '../index.ts';
import { linesByNumber, withReports } from './read.ts';
import { toActor } from './rows.ts';
import type { Tables } from './tables.ts';

const NOT_HELD = sql<boolean>`statement.mode <> 'held'`;

/** Actors over all reports, those with most statements first. */
export async function actors(
  db: Kysely<Tables>,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ total: number; actors: ActorLine[] }> {
  const [count] = (await sql<{ total: number }>`select count(distinct id) as total from actor`.execute(db))
    .rows;
  const { rows } = await sql<{ id: string; body: string; reports: number; statements: number }>`
    with spoken as (
      select speaker, count(*) as statements from statement where speaker <> '' and ${NOT_HELD} group by speaker
    )
    select actor.id, max(actor.body) as body, count(*) as reports, coalesce(spoken.statements, 0) as statements
    from actor left join spoken on spoken.speaker = actor.id
    group by actor.id
    order by statements desc, reports desc, actor.id
    limit ${limit} offset ${offset}`.execute(db);
  return {
    total: count?.total ?? 0,
    actors: rows.map(({ id, body, reports, statements }) => {
      const { actor, name, kind } = toActor({ id, body });
      return { actor, name, kind, reports, statements };
    }),
  };
}

/** An actor with every report that names it. */
export async function actor(db: Kysely<Tables>, id: string): Promise<KeptActor | null> {
  const rows = await db.selectFrom('actor').select(['id', 'report', 'body']).where('id', '=', id).execute();
  if (rows.length === 0) return null;
  const numbers = rows.map(({ report }) => report);
  const byNumber = await linesByNumber(db, numbers);
  const spoken = await db
    .selectFrom('statement')
    .select(['report', (query) => query.fn.countAll<number>().as('statements')])
    .where('speaker', '=', id)
    .where('mode', '<>', 'held')
    .groupBy('report')
    .execute();
  const counts = new Map(spoken.map(({ report, statements }) => [report, statements]));
  const inReports = rows
    .flatMap((row) => {
      const report = byNumber.get(row.report);
      return report === undefined
        ? []
        : [{ report, actor: toActor(row), statements: counts.get(row.report) ?? 0 }];
    })
    .toSorted((a, b) =>
      (a.report.published ?? a.report.added) < (b.report.published ?? b.report.added) ? 1 : -1,
    );
  const [latest] = inReports;
  if (latest === undefined) return null;
  const { name, kind } = latest.actor;
  const told = (field: 'country' | 'sector') =>
    inReports.map((one) => one.actor[field]).find((code) => code !== null) ?? null;
  return {
    actor: latest.actor.actor,
    name,
    kind,
    country: told('country'),
    sector: told('sector'),
    reports: inReports.length,
    statements: inReports.reduce((sum, one) => sum + one.statements, 0),
    inReports,
  };
}

/** Statements by the actor who speaks, published last first. */
export async function saidBy(
  db: Kysely<Tables>,
  id: string,
  { limit, offset }: { limit: number; offset: number },
): Promise<Found> {
  const matching = sql`
    from statement join report on report.number = statement.report
    where statement.speaker = ${id} and ${NOT_HELD}`;
  const [count] = (await sql<{ total: number }>`select count(*) as total ${matching}`.execute(db)).rows;
  const { rows } = await sql<{ id: string; report: number; body: string }>`
    select statement.id, statement.report, statement.body ${matching}
    order by report.published desc, report.number desc, statement.place
    limit ${limit} offset ${offset}`.execute(db);
  return { total: count?.total ?? 0, statements: await withReports(db, rows) };
}
