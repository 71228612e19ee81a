import { type Kysely, sql } from 'kysely';
import type { Event } from '../../record/index.ts';
import type { KeptEvent } from '../port.ts';
import { report } from './read.ts';
import { toEvent } from './rows.ts';
import type { Tables } from './tables.ts';

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

export async function eventsTold(db: Kysely<Tables>, ids: readonly string[]): Promise<readonly Event[]> {
  const { rows } = await sql<{ id: string; body: string }>`
    select event.id, body from json_each(${JSON.stringify(ids)}) as asked
    cross join event on event.id = asked.value order by asked.key`.execute(db);
  return rows.map(toEvent);
}

export async function textsOf(
  db: Kysely<Tables>,
  reports: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; text: string }>`
    select report.id, text from json_each(${JSON.stringify(reports)}) as asked
    cross join report on report.id = asked.value`.execute(db);
  return new Map(rows.map(({ id, text }) => [id, text]));
}
