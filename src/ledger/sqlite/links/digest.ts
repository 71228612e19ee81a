import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';

/** All that is linked, in an order of its own: numbers of rows say only what was written first. */
const QUESTIONS = [
  sql`select json_array(link_unit.kind, link_unit.unit, report.id, link_member.id, alias) as line
    from link_member join link_unit on link_unit.number = link_member.unit
    join report on report.number = link_member.report order by 1`,
  sql`select json_array(one.kind, one.unit, other.unit, rule, score) as line
    from link_pair join link_unit as one on one.number = a join link_unit as other on other.number = b order by 1`,
  sql`select json_array(linked.id, linked.kind, name, names, first, last, body, (
      select json_group_array(unit) from (select unit from link_unit where linked = linked.number order by unit)
    )) as line from linked order by 1`,
  sql`select json_array(decision, place, kind, unit, report.id) as line
    from link_placed join report on report.number = link_placed.report order by 1`,
];

export async function linkDigest(db: Kysely<Tables>): Promise<string> {
  const hash = createHash('sha256');
  for (const question of QUESTIONS) {
    const { rows } = await (question as ReturnType<typeof sql<{ line: string }>>).execute(db);
    for (const { line } of rows) hash.update(line).update('\n');
  }
  return hash.digest('hex');
}
