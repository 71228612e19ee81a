import { type Kysely, type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { actor, type PairLink } from '../../../record/index.ts';
import { parsed } from '../rows.ts';
import type { Tables } from '../tables.ts';

/** Of so many reports the members of a group are listed one by one; of more, its latest are looked up by their ids. */
const LISTED = 1000;
/** So many names of a group, and of each so many members, tell under which ids reports have it. */
const NAMES = 2000;
const MEMBERS = 200;

/** What pages ask of, as the tables know it: a group of names, or one name that waits to be linked. */
export interface Own {
  readonly id: string;
  readonly linked: number | null;
  readonly name: string;
  readonly names: readonly string[];
  readonly kind: (typeof actor.shape.kind)['_output'];
  readonly links: readonly PairLink[];
  /** The ids that its reports give it. */
  readonly ids: readonly string[];
  readonly reports: number;
  readonly statements: number;
}

const body = z.object({
  links: z.array(z.object({ a: z.string(), b: z.string(), rule: z.string(), score: z.number() })),
  kind: actor.shape.kind,
});

/** Whoever has this id now; null for nobody. */
export async function ownOf(db: Kysely<Tables>, id: string): Promise<Own | null> {
  return (await linkedOwn(db, id)) ?? (await nameOwn(db, id));
}

async function linkedOwn(db: Kysely<Tables>, id: string): Promise<Own | null> {
  const { rows } = await sql<Pick<Tables['linked'], 'name' | 'names' | 'body'> & Record<Count, number>>`
    select linked.number, name, names, body, reports, statements from linked
    cross join linked_sum on linked_sum.linked = linked.number
    where linked.id = ${id} and linked.kind = 'actor'`.execute(db);
  const [row] = rows;
  if (row === undefined) return null;
  const { number, name, names, reports, statements } = row;
  const own = parsed(id, () => body.parse(JSON.parse(row.body)));
  const ids = await idsOf(db, number);
  return { id, linked: number, name, names: names.split(' · '), ...own, ids, reports, statements };
}

type Count = 'number' | 'reports' | 'statements';

async function idsOf(db: Kysely<Tables>, linked: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with names as (select number from link_unit where linked = ${linked} order by number desc limit ${NAMES})
    select distinct member.value as id from names cross join json_each((select json_group_array(id) from (
      select id from link_member where link_member.unit = names.number order by report desc limit ${MEMBERS}
    ))) as member order by 1`.execute(db);
  return rows.map(({ id }) => id);
}

async function nameOwn(db: Kysely<Tables>, id: string): Promise<Own | null> {
  const sums = await db.selectFrom('actor_sum').selectAll().where('id', '=', id).executeTakeFirst();
  const latest = await db
    .selectFrom('actor')
    .select(['name', 'kind'])
    .where('id', '=', id)
    .orderBy('day', 'desc')
    .orderBy('report', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (sums === undefined || latest === undefined) return null;
  const { name } = latest;
  const kind = parsed(id, () => actor.shape.kind.parse(latest.kind));
  return { ...sums, linked: null, name, names: [name], kind, links: [], ids: [id] };
}

/** Whether the actor of a report, by its number and id, is a member of a group. */
export const isMember = (linked: number | null, report: RawBuilder<unknown>, id: RawBuilder<unknown>) =>
  linked === null
    ? sql`true`
    : sql`exists (
        select 1 from link_member cross join link_unit on link_unit.number = link_member.unit
        where link_member.id = ${id} and link_member.report = ${report} and link_unit.linked = ${linked}
      )`;

/** Its latest reports: report, id, day and statements, as a query in their order. */
export function latestReports(
  own: Own,
  { limit, offset = 0, isSpeaking = false }: { limit: number; offset?: number; isSpeaking?: boolean },
): RawBuilder<unknown> {
  const speaking = isSpeaking ? sql`and actor.statements > 0` : sql``;
  const from =
    own.linked !== null && own.reports <= LISTED
      ? sql`select actor.report, actor.id, actor.day, actor.statements from link_unit
          cross join link_member on link_member.unit = link_unit.number
          cross join actor on actor.report = link_member.report and actor.id = link_member.id
          where link_unit.linked = ${own.linked} ${speaking}`
      : sql.join(
          own.ids.map(
            (id) => sql`select * from (
              select report, id, day, statements from actor
              where id = ${id} ${speaking} and ${isMember(own.linked, sql`actor.report`, sql`actor.id`)}
              order by day desc, report desc limit ${limit + offset}
            )`,
          ),
          sql` union all `,
        );
  return sql`select report, id, day, statements from (${from}) order by day desc, report desc limit ${limit} offset ${offset}`;
}
