import { type Kysely, sql } from 'kysely';
import { linkedEvent, utterance } from '../../../record/index.ts';
import type { Told } from '../proof/told.ts';
import type { Tables } from '../tables.ts';
import { leaveUnlinkable } from './unlinkable.ts';

/** Each kind of member, and the table of what was found in reports that has it. */
const FOUND = { actor: 'actor', utterance: 'statement', event: 'event' } as const;
/** Whatever is one of these is in a group, if alone. */
const GROUPED = sql.join(['actor', 'utterance']);

/** Proves that links speak of what was found in the reports, and that each group is what its members say. */
export async function proveLinks(db: Kysely<Tables>, told: Told): Promise<void> {
  await told.attempt('the links', async () => {
    for (const [kind, table] of Object.entries(FOUND)) {
      const { rows } = await sql<{ id: string }>`
        select link_member.id from link_member
        join link_unit on link_unit.number = link_member.unit and link_unit.kind = ${kind}
        where not exists (
          select 1 from ${sql.table(table)} as found
          where found.report = link_member.report and found.id = link_member.id
        )`.execute(db);
      for (const { id } of rows)
        told.fail(id, `a link speaks of it, and no report has it: run onrecord rebuild`);
    }
    const loose = await sql<{ unit: string }>`
      select unit from link_unit where kind in (${GROUPED})
      and not exists (select 1 from linked where linked.number = link_unit.linked)`.execute(db);
    for (const { unit } of loose.rows) told.fail(unit, 'it is in no group: run onrecord rebuild');
    await leaveUnlinkable(db, told);
    const untold = await sql<{ id: string }>`
      select id from event_told where gone is null and id not in (select id from event_touched)
      and not exists (select 1 from linked where linked.id = event_told.id and linked.kind = 'event')`.execute(
      db,
    );
    for (const { id } of untold.rows) told.fail(id, 'subscribers were told of it, and no event has this id');
    for await (const { id, kind, body } of db
      .selectFrom('linked')
      .select(['id', 'kind', 'body'])
      .where('kind', '<>', 'actor')
      .stream()) {
      const read = await told.attempt(id, () =>
        kind === 'event' ? linkedEvent.parse(JSON.parse(body)) : utterance.parse(JSON.parse(body)),
      );
      if (read !== null && read.id !== id) told.fail(id, 'its columns are not what it says');
    }
  });
}
