import { sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

const TABLES = ['link_done', 'link_pair', 'link_key', 'link_member', 'linked', 'link_unit', 'root'] as const;

/** Takes every link away. */
export async function forgetAll(trx: Transaction<Tables>): Promise<void> {
  await sql`insert into linked_names (linked_names) values ('delete-all')`.execute(trx);
  for (const table of TABLES) await trx.deleteFrom(table).execute();
}

/**
 * Takes the links of one report away, which is read again. What was one with something of it alone is parted, and one report
 * of each part is linked again.
 */
export async function forgetLinks(trx: Transaction<Tables>, report: number): Promise<void> {
  const { rows } = await sql<{ unit: number }>`
    delete from link_member where report = ${report} returning unit`.execute(trx);
  const gone = JSON.stringify(rows.map(({ unit }) => unit));
  await trx.deleteFrom('link_done').where('report', '=', report).execute();
  const vanished = sql`select value from json_each(${gone}) as asked
    where not exists (select 1 from link_member where link_member.unit = asked.value)`;
  const groups = await sql<{ number: number; names: string }>`
    select distinct linked.number, names from linked join link_unit on link_unit.linked = linked.number
    where link_unit.number in (${vanished})`.execute(trx);
  for (const { number, names } of groups.rows) {
    await sql`delete from link_done where report in (
      select min(report) from link_member join link_unit on link_unit.number = link_member.unit
      where linked = ${number} group by link_unit.number)`.execute(trx);
    await sql`update link_unit set linked = null where linked = ${number}`.execute(trx);
    await sql`insert into linked_names (linked_names, rowid, names) values ('delete', ${number}, ${names})`.execute(
      trx,
    );
    await trx.deleteFrom('linked').where('number', '=', number).execute();
  }
  await sql`delete from link_pair where a in (${vanished}) or b in (${vanished})`.execute(trx);
  await sql`delete from link_key where unit in (${vanished})`.execute(trx);
  await sql`delete from link_unit where number in (${vanished})`.execute(trx);
}
