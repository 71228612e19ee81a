import { type Kysely, sql } from 'kysely';
import type { JoinedKind, LinkGroup } from '../../../record/index.ts';
import type { JoinedMember, JoinedWhole, NearGroup } from '../../review.ts';
import { linesByNumber } from '../read.ts';
import type { Tables } from '../tables.ts';
import { linked } from './ask.ts';

/** Units that are looked at: more of one group nobody goes through by hand. */
const MOST_UNITS = 200;
const MOST_MEMBERS = 60;
const MOST_NEAR = 12;

/** What was joined under an id, its members with what ties them, and what lies near it. */
export async function joinedWhole(
  db: Kysely<Tables>,
  kind: JoinedKind,
  id: string,
): Promise<JoinedWhole | null> {
  const group = await linked(db, kind, id);
  if (group === null) return null;
  const members = await membersOf(db, kind, group);
  return {
    kind,
    id: group.id,
    name: group.name,
    first: group.first,
    last: group.last,
    members: members.slice(0, MOST_MEMBERS).toSorted(byTie),
    isMore: members.length > MOST_MEMBERS,
    near: await nearTo(db, kind, group),
  };
}

const byTie = ({ tie: a }: JoinedMember, { tie: b }: JoinedMember) => (a?.score ?? 0) - (b?.score ?? 0);

/** The pairs of a group's units, either way: with the unit itself and the other of the pair. */
const pairsOf = (kind: JoinedKind, { units }: LinkGroup) => sql`
  own as (
    select number, linked from json_each(${JSON.stringify(units.slice(-MOST_UNITS))}) as asked
    cross join link_unit on link_unit.kind = ${kind} and link_unit.unit = asked.value
  ), pairs as (
    select own.number as unit, own.linked, b as other, rule, score from own cross join link_pair on a = own.number
    union all
    select own.number, own.linked, a, rule, score from own cross join link_pair on b = own.number
  )`;

async function nearTo(db: Kysely<Tables>, kind: JoinedKind, group: LinkGroup): Promise<NearGroup[]> {
  const { rows } = await sql<NearGroup>`
    with ${pairsOf(kind, group)}, near as (
      select link_unit.linked as number, rule, max(score) as score from pairs
      cross join link_unit on link_unit.number = pairs.other
      where link_unit.linked is not null and link_unit.linked <> pairs.linked
      group by link_unit.linked order by score desc limit ${MOST_NEAR}
    )
    select linked.id, linked.name, near.rule, near.score from near cross join linked using (number)
    order by near.score desc, linked.id`.execute(db);
  return rows;
}

interface MemberRow {
  readonly id: string;
  readonly report: number;
  readonly words: string | null;
  readonly rule: string | null;
  readonly score: number | null;
}

async function membersOf(
  db: Kysely<Tables>,
  kind: JoinedKind,
  group: LinkGroup,
): Promise<readonly JoinedMember[]> {
  const { rows } = await sql<MemberRow>`
    with ${pairsOf(kind, group)}, ties as (
      select pairs.unit, rule, max(score) as score from pairs
      cross join link_unit on link_unit.number = pairs.other and link_unit.linked = pairs.linked
      group by pairs.unit
    ), members as (
      select link_member.id, link_member.report, own.number as unit from own
      cross join link_member on link_member.unit = own.number
      order by link_member.report desc limit ${MOST_MEMBERS + 1}
    )
    select members.id, members.report, rule, score, ${WORDS[kind]} as words
    from members left join ties on ties.unit = members.unit order by members.report desc`.execute(db);
  const lines = await linesByNumber(
    db,
    rows.map(({ report }) => report),
  );
  return rows.flatMap(({ id, report, words, rule, score }) => {
    const line = lines.get(report);
    const tie = rule === null || score === null ? null : { rule, score };
    return line === undefined ? [] : [{ id, words: words ?? id, report: line, tie }];
  });
}

/** How a member is called in its report. */
const WORDS: Readonly<Record<JoinedKind, ReturnType<typeof sql>>> = {
  actor: sql`(select name from actor where actor.id = members.id and actor.report = members.report limit 1)`,
  utterance: sql`(select content from statement where statement.report = members.report and statement.id = members.id limit 1)`,
  event: sql`(select body ->> '$.what' from event where event.report = members.report and event.id = members.id limit 1)`,
};
