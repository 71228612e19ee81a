import { type Kysely, sql } from 'kysely';
import {
  type LinkGroup,
  type LinkKind,
  type ReportId,
  reportId,
  type Utterance,
  utterance,
  utteranceNow,
  whoInUtterance,
} from '../../../record/index.ts';
import type { PagePart, PersonLine } from '../../links.ts';
import { ftsString, termsOf } from '../../search/query.ts';
import { parsed } from '../rows.ts';
import type { Tables } from '../tables.ts';
import { SqliteLinks, toGroup } from './index.ts';

const UNITS = sql`(select json_group_array(unit) from link_unit where link_unit.linked = linked.number) as units`;

export async function linkers(db: Kysely<Tables>): Promise<readonly string[]> {
  const rows = await db.selectFrom('link_done').select('linker').distinct().orderBy('linker').execute();
  return rows.map(({ linker }) => linker);
}

export async function linked(db: Kysely<Tables>, kind: LinkKind, id: string): Promise<LinkGroup | null> {
  const { rows } = await sql<Parameters<typeof toGroup>[0]>`
    select linked.id, name, names, first, last, body, ${UNITS} from linked where kind = ${kind} and linked.id = ${id}
    union all
    select linked.id, name, names, first, last, body, ${UNITS} from link_member
    join link_unit on link_unit.number = link_member.unit join linked on linked.number = link_unit.linked
    where (link_member.alias = ${id} or link_member.id = ${id}) and linked.kind = ${kind} limit 1`.execute(
    db,
  );
  return rows[0] === undefined ? null : toGroup(rows[0]);
}

export async function utterancesWith(
  db: Kysely<Tables>,
  ids: readonly string[],
): Promise<readonly Utterance[]> {
  const { rows } = await sql<{ id: string; body: string }>`
    with asked as (select value as id from json_each(${JSON.stringify(ids)})), own as (
      select unit from asked cross join link_member using (id) union
      select unit from asked cross join link_member on link_member.alias = asked.id
    )
    select distinct linked.id, body from own
    cross join link_unit on link_unit.number = own.unit and link_unit.kind = 'utterance'
    cross join linked on linked.number = link_unit.linked order by linked.id`.execute(db);
  const told = rows.map(({ id, body }) => parsed(id, () => utterance.parse(JSON.parse(body))));
  const now = await new SqliteLinks(db).whoNow(told.flatMap(whoInUtterance));
  return told.map((one) => utteranceNow(one, now));
}

export async function personsNamed(
  db: Kysely<Tables>,
  words: string,
  { limit, offset }: PagePart,
): Promise<{ total: number; persons: readonly PersonLine[] }> {
  const match = termsOf(words).map(ftsString).join(' ');
  if (match === '') return { total: 0, persons: [] };
  const { rows } = await sql<PersonLine & { total: number }>`
    with named as (
      select rowid as number from linked_names where linked_names match ${match}
    ), counted as (
      select linked.id, linked.name, linked.body ->> '$.kind' as kind, (
        select count(distinct report) from link_unit
        join link_member on link_member.unit = link_unit.number where link_unit.linked = linked.number
      ) as reports from named join linked using (number) where linked.kind = 'actor'
    )
    select id, name, kind, reports, count(*) over () as total from counted
    order by reports desc, name, id limit ${limit} offset ${offset}`.execute(db);
  return { total: rows[0]?.total ?? 0, persons: rows.map(({ total: _, ...line }) => line) };
}

export async function reportsWith(
  db: Kysely<Tables>,
  words: readonly string[],
  limit: number,
): Promise<readonly ReportId[]> {
  const terms = words.flatMap(termsOf).map(ftsString).join(' OR ');
  if (terms === '') return [];
  const match = `{content source speaker behind addressee} : (${terms})`;
  const { rows } = await sql<{ id: string }>`
    with told as (
      select rowid as number, rank from statement_words where statement_words match ${match} order by rank limit ${limit}
    )
    select report.id from told join statement using (number) join report on report.number = statement.report
    group by report.id order by min(rank)`.execute(db);
  return rows.map(({ id }) => parsed(id, () => reportId.parse(id)));
}
