import { type Kysely, sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

const TABLES = [
  'link_done',
  'link_placed',
  'link_pair',
  'link_key',
  'link_member',
  'link_kept',
  'link_report',
  'linked',
  'link_unit',
  'root',
] as const;

/** Takes every link away. */
export async function forgetAll(trx: Transaction<Tables>): Promise<void> {
  await sql`insert into linked_names (linked_names) values ('delete-all')`.execute(trx);
  for (const table of TABLES) await trx.deleteFrom(table).execute();
}

/**
 * Takes the links of one report away, which is read again. What was one with something of it alone, or by a decision that speaks
 * of it, is parted, and one report of each part is linked again.
 */
export async function forgetLinks(trx: Transaction<Tables>, report: number): Promise<void> {
  const { rows } = await sql<{ unit: number }>`
    delete from link_member where report = ${report} returning unit`.execute(trx);
  await trx.deleteFrom('link_done').where('report', '=', report).execute();
  const left = await sql<{ number: number }>`
    select value as number from json_each(${JSON.stringify(rows.map(({ unit }) => unit))}) as asked
    where not exists (select 1 from link_member where link_member.unit = asked.value)`.execute(trx);
  const vanished = left.rows.map(({ number }) => number);
  const spokenOf = await sql<{ number: number }>`
    select link_unit.number from link_placed join link_unit using (kind, unit)
    where link_placed.report = ${report}`.execute(trx);
  const parted = await partGroups(trx, [...vanished, ...spokenOf.rows.map(({ number }) => number)]);
  await sql`delete from link_done where report in (
    select min(report) from link_member where unit in (select value from json_each(${JSON.stringify(parted)}))
    group by unit)`.execute(trx);
  await trx.deleteFrom('link_placed').where('report', '=', report).execute();
  await dropUnits(trx, vanished);
}

/** Takes units out, with their members, keys and pairs, and parts the groups that they are in. */
export async function dropUnits(trx: Kysely<Tables>, units: readonly number[]): Promise<void> {
  await partGroups(trx, units);
  const gone = sql`select value from json_each(${JSON.stringify(units)})`;
  await sql`delete from link_member where unit in (${gone})`.execute(trx);
  await sql`delete from link_pair where a in (${gone}) or b in (${gone})`.execute(trx);
  await sql`delete from link_key where unit in (${gone})`.execute(trx);
  await sql`delete from link_unit where number in (${gone})`.execute(trx);
}

/** Parts the groups that some units are in, and gives all units of these. */
async function partGroups(trx: Kysely<Tables>, units: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ number: number; names: string }>`
    select distinct linked.number, names from linked join link_unit on link_unit.linked = linked.number
    where link_unit.number in (select value from json_each(${JSON.stringify(units)}))`.execute(trx);
  const parted: number[] = [];
  for (const { number, names } of rows) {
    const own = await sql<{ number: number }>`
      update link_unit set linked = null where linked = ${number} returning number`.execute(trx);
    parted.push(...own.rows.map((unit) => unit.number));
    await sql`insert into linked_names (linked_names, rowid, names) values ('delete', ${number}, ${names})`.execute(
      trx,
    );
    await trx.deleteFrom('linked').where('number', '=', number).execute();
  }
  return parted;
}
