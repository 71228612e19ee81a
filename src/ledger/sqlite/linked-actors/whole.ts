import { type Kysely, sql } from 'kysely';
import type { WholeActor } from '../../linked-actors.ts';
import type { PersonLine } from '../../links.ts';
import type { Tables } from '../tables.ts';
import { latestReports, type Own, ownOf } from './own.ts';

/** So many of whom one id may mean are told. */
const BEARERS = 20;
/** Of a name that stands in more reports, so many latest tell who bears it. */
const LOOKED_AT = 500;
const TOLD_BY = 300;
const REASONS = 40;

export async function bearersOf(db: Kysely<Tables>, id: string): Promise<readonly PersonLine[]> {
  const { rows } = await sql<PersonLine>`
    with own as (
      select number from linked where linked.id = ${id} and kind = 'actor' union
      select link_unit.linked from link_member cross join link_unit on link_unit.number = link_member.unit
        where alias = ${id} and kind = 'actor' union
      select link_unit.linked from (
        select unit from link_member where link_member.id = ${id} order by report desc limit ${LOOKED_AT}
      ) as named cross join link_unit on link_unit.number = named.unit where kind = 'actor'
    )
    select linked.id, linked.name, linked_sum.kind, reports from own
    cross join linked on linked.number = own.number cross join linked_sum on linked_sum.linked = linked.number
    order by linked.id = ${id} desc, statements desc, reports desc, linked.id limit ${BEARERS}`.execute(db);
  return rows[0]?.id === id ? rows.slice(0, 1) : rows;
}

export async function wholeActor(db: Kysely<Tables>, id: string): Promise<WholeActor | null> {
  const own = await ownOf(db, id);
  if (own === null) return null;
  const { name, names, kind, reports, statements, linked } = own;
  return {
    id,
    isLinked: linked !== null,
    name,
    names,
    kind,
    reports,
    statements,
    ...(await codesOf(db, own)),
    joined: await joinedBy(db, own),
  };
}

/** Country and sector, each as the latest of its reports has it that gives one. */
async function codesOf(db: Kysely<Tables>, own: Own): Promise<Pick<WholeActor, 'country' | 'sector'>> {
  const { rows } = await sql<Pick<WholeActor, 'country' | 'sector'>>`
    with latest as (${latestReports(own, { limit: TOLD_BY })})
    select country, sector from latest cross join actor on actor.report = latest.report and actor.id = latest.id
    order by latest.day desc, latest.report desc`.execute(db);
  const told = (field: 'country' | 'sector') => rows.find((row) => row[field] !== null)?.[field] ?? null;
  return { country: told('country'), sector: told('sector') };
}

/** Why the names of a group are one, in the names that reports give: a unit of the index is no name. */
async function joinedBy(db: Kysely<Tables>, { links }: Own): Promise<WholeActor['joined']> {
  const shown = links.toSorted((a, b) => b.score - a.score).slice(0, REASONS);
  const units = JSON.stringify(shown.flatMap(({ a, b }) => [a, b]));
  const { rows } = await sql<{ unit: string; name: string }>`
    select link_unit.unit, (
      select name from link_member cross join actor
        on actor.report = link_member.report and actor.id = link_member.id
      where link_member.unit = link_unit.number order by link_member.report desc limit 1
    ) as name from json_each(${units}) as asked
    cross join link_unit on link_unit.kind = 'actor' and link_unit.unit = asked.value`.execute(db);
  const names = new Map(rows.map(({ unit, name }) => [unit, name]));
  return shown.map(({ a, b, rule, score }) => ({
    names: [names.get(a) ?? a, names.get(b) ?? b] as const,
    rule,
    score,
  }));
}
