import type { Kysely } from 'kysely';
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
