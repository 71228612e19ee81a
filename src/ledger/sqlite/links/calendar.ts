import { type Kysely, sql } from 'kysely';
import { eventNow, type LinkedEvent, linkedEvent, whoInEvent } from '../../../record/index.ts';
import type { PagePart } from '../../links.ts';
import type { EventLine, Period } from '../../port.ts';
import { linesOf } from '../read.ts';
import { parsed } from '../rows.ts';
import type { Tables } from '../tables.ts';
import { linked } from './ask.ts';
import { SqliteLinks } from './index.ts';
import { sequencesOf } from './told.ts';

/** Events of the calendar whose schedule touches a period, the one that comes first at the top. */
export async function calendar(
  db: Kysely<Tables>,
  { first, last, limit, offset }: Period & PagePart,
): Promise<{ total: number; events: EventLine[] }> {
  // Those that begin within the period by their first day; those that began before it and reach into it by their last.
  const within = sql`from linked where kind = 'event' and first <> '' and first between ${first} and ${last}`;
  const reaching = sql`from linked where kind = 'event' and first <> '' and last > first
    and last >= ${first} and first < ${first}`;
  const [count] = (
    await sql<{ total: number }>`
      select (select count(*) ${within}) + (select count(*) ${reaching}) as total`.execute(db)
  ).rows;
  const { rows } = await sql<{ id: string; body: string }>`
    with here as (
      select number, first, last, id ${reaching} union all select number, first, last, id ${within}
      order by first, last, id limit ${limit} offset ${offset}
    )
    select linked.id, body from here join linked using (number)
    order by here.first, here.last, here.id`.execute(db);
  return {
    total: count?.total ?? 0,
    events: await withLines(
      db,
      rows.map(({ id, body }) => parsed(id, () => linkedEvent.parse(JSON.parse(body)))),
    ),
  };
}

export async function eventLine(db: Kysely<Tables>, id: string): Promise<EventLine | null> {
  const group = await linked(db, 'event', id);
  if (group === null) return null;
  const [line] = await withLines(db, [parsed(id, () => linkedEvent.parse(group.body))]);
  return line ?? null;
}

/** Events with the lines of their reports, and all in them by the names that they have now. */
export async function withLines(db: Kysely<Tables>, told: readonly LinkedEvent[]): Promise<EventLine[]> {
  const now = await new SqliteLinks(db).whoNow(told.flatMap(whoInEvent));
  const events = told.map((event) => eventNow(event, now));
  const lines = await linesOf(
    db,
    events.flatMap(({ members }) => members.map(({ report }) => report)),
  );
  const sequences = await sequencesOf(
    db,
    events.map(({ id }) => id),
  );
  return events.map((event) => ({
    event,
    // What was linked by a version that told nothing yet has the number that it will be told with first.
    sequence: sequences.get(event.id) ?? Math.max(0, event.schedule.length - 1),
    reports: [...new Set(event.members.map(({ report }) => report))].flatMap((own) => lines.get(own) ?? []),
  }));
}

/** The first and last day of all that is in the calendar; null where nothing is. */
export async function calendarSpan(db: Kysely<Tables>): Promise<Period | null> {
  const [row] = (
    await sql<{ first: string | null; last: string | null }>`
      select (select min(first) from linked where kind = 'event' and first <> '') as first, max(
        (select max(first) from linked where kind = 'event' and first <> ''),
        coalesce((select max(last) from linked where kind = 'event' and first <> '' and last > first), '')
      ) as last`.execute(db)
  ).rows;
  return row?.first == null || row.last === null ? null : { first: row.first, last: row.last };
}
