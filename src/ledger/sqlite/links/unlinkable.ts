import { type Kysely, sql } from 'kysely';
import { reportId } from '../../../record/index.ts';
import type { Unlinkable } from '../../visits.ts';
import type { Told } from '../proof/told.ts';
import { parsed } from '../rows.ts';
import type { Tables } from '../tables.ts';

/** Reports on which linking broke, with what broke: those that came last first; by a limit that is not given, all. */
export async function unlinkable(db: Kysely<Tables>, limit = -1): Promise<readonly Unlinkable[]> {
  const { rows } = await sql<{ id: string; failed: string }>`
    select report.id, failed from link_done join report on report.number = link_done.report
    where failed is not null order by link_done.report desc limit ${limit}`.execute(db);
  return rows.map(({ id, failed }) => ({ report: parsed(id, () => reportId.parse(id)), why: failed }));
}

/** Nothing proves the links of reports on which linking broke. */
export async function leaveUnlinkable(db: Kysely<Tables>, told: Told): Promise<void> {
  for (const { report, why } of await unlinkable(db))
    told.leave(report, `it could not be linked (${why}): run onrecord rebuild`);
}
