import { type Kysely, sql } from 'kysely';
import type { EventLine, KeptEvent, Period } from '../port.ts';
import { linesByNumber, report } from './read.ts';
import { toEvent } from './rows.ts';
import type { Tables } from './tables.ts';

/** Events of the calendar whose schedule touches a period, the one that comes first at the top. */
export async function calendar(
  db: Kysely<Tables>,
  { first, last, limit, offset }: Period & { limit: number; offset: number },
): Promise<{ total: number; events: EventLine[] }> {
  // Those that begin within the period by their first day; those that began before it and reach into it by their last.
  const within = sql`from event where first <> '' and first between ${first} and ${last}`;
  const reaching = sql`from event where first <> '' and last > first and last >= ${first} and first < ${first}`;
  const [count] = (
    await sql<{ total: number }>`
      select (select count(*) ${within}) + (select count(*) ${reaching}) as total`.execute(db)
  ).rows;
  const { rows } = await sql<{ id: string; report: number; body: string }>`
    with here as (
      select number, first, last, id ${reaching} union all select number, first, last, id ${within}
      order by first, last, id limit ${limit} offset ${offset}
    )
    select event.id, report, body from here join event using (number)
    order by here.first, here.last, here.id`.execute(db);
  const reports = await linesByNumber(
    db,
    rows.map((row) => row.report),
  );
  const found = rows.map((row) => ({ row, event: toEvent(row) }));
  const names = await namesIn(
    db,
    found.flatMap(({ row, event }) =>
      event.schedule.flatMap(({ by }) => (by === null ? [] : [[row.report, by]])),
    ),
  );
  return {
    total: count?.total ?? 0,
    events: found.flatMap(({ row, event: own }) => {
      const line = reports.get(row.report);
      if (line === undefined) return [];
      const announcers = own.schedule.flatMap(({ by }) => {
        const name = names.get(`${row.report} ${by}`);
        return by === null || name === undefined ? [] : [[by, name] as const];
      });
      return [{ event: own, report: line, announcers: Object.fromEntries(announcers) }];
    }),
  };
}

/** The names of some actors as some reports have them, by report and id. */
async function namesIn(
  db: Kysely<Tables>,
  asked: readonly (readonly [report: number, actor: string])[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ report: number; id: string; name: string }>`
    select actor.report, actor.id, name from json_each(${JSON.stringify(asked)}) as asked
    cross join actor on actor.report = asked.value ->> 0 and actor.id = asked.value ->> 1`.execute(db);
  return new Map(rows.map((row) => [`${row.report} ${row.id}`, row.name]));
}

/** The first and last day of all that is in the calendar; null where nothing is. */
export async function calendarSpan(db: Kysely<Tables>): Promise<Period | null> {
  const [row] = (
    await sql<{ first: string | null; last: string | null }>`
      select (select min(first) from event where first <> '') as first, max(
        (select max(first) from event where first <> ''),
        coalesce((select max(last) from event where first <> '' and last > first), '')
      ) as last`.execute(db)
  ).rows;
  return row?.first == null || row.last === null ? null : { first: row.first, last: row.last };
}

/** An event with the whole report that it stands in. */
export async function event(db: Kysely<Tables>, id: string): Promise<KeptEvent | null> {
  const row = await db
    .selectFrom('event')
    .innerJoin('report', 'report.number', 'event.report')
    .select(['event.id', 'event.body', 'report.id as report'])
    .where('event.id', '=', id)
    .executeTakeFirst();
  const kept = row === undefined ? null : await report(db, row.report);
  return row === undefined || kept === null ? null : { event: toEvent(row), kept };
}
