import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { HOW, statementId } from '../../../record/index.ts';
import type { Counted, Renditions, SpokenFor, Voices } from '../../linked-actors.ts';
import { ftsString } from '../../search/query.ts';
import { parsed } from '../rows.ts';
import type { Tables } from '../tables.ts';
import { isMember, type Own, ownOf } from './own.ts';
import { latestStatements } from './said.ts';

/** So many latest statements of an actor tell with whom it speaks, and as many of others who speaks to it. */
const LATEST = 300;
/** More names than these tell nothing at a glance. */
const NAMED = 12;

const NOBODY: Voices = { statements: 0, speaksFor: [], to: [], from: [], renditions: [] };

export async function voicesOf(db: Kysely<Tables>, id: string): Promise<Voices> {
  const own = await ownOf(db, id);
  if (own === null) return NOBODY;
  const latest = await latestStatements(db, own, LATEST);
  const numbers = JSON.stringify(latest.map(({ number }) => number));
  const told = await toldIn(db, numbers);
  return {
    statements: latest.length,
    speaksFor: await spokenFor(db, told),
    to: await counted(
      db,
      told.flatMap(({ report, to }) => to.map((one) => ({ ...one, report }))),
    ),
    from: await counted(db, await speakingTo(db, own)),
    renditions: await renditionsOf(db, numbers),
  };
}

const named = z.object({ name: z.string(), actor: z.string().nullable() });
const behind = named.extend({ how: z.enum(HOW), by: z.string() }).nullable();
const addressees = z.array(named);

interface Named extends z.infer<typeof named> {
  /** The number of the report that names them. */
  readonly report: number;
}

/** For whom some statements speak, and to whom. */
async function toldIn(db: Kysely<Tables>, numbers: string) {
  const { rows } = await sql<{ id: string; report: number; behind: string | null; addressees: string }>`
    select statement.id, report, coalesce(now, body) -> '$.speaker.speaksFor' as behind,
      coalesce(now, body) -> '$.to' as addressees
    from json_each(${numbers}) as asked cross join statement on statement.number = asked.value
    where (coalesce(now, body) -> '$.to') <> '[]' or (coalesce(now, body) -> '$.speaker.speaksFor') <> 'null'`.execute(
    db,
  );
  return rows.map(({ id, report, behind: body, addressees: to }) =>
    parsed(id, () => ({
      id: statementId.parse(id),
      report,
      behind: behind.parse(JSON.parse(body ?? 'null')),
      to: addressees.parse(JSON.parse(to)),
    })),
  );
}

async function spokenFor(
  db: Kysely<Tables>,
  told: Awaited<ReturnType<typeof toldIn>>,
): Promise<readonly SpokenFor[]> {
  const all = told.flatMap(({ id, report, behind: one }) => (one === null ? [] : [{ ...one, id, report }]));
  const groups = await byPerson(db, all);
  return groups.flatMap(({ members: [first, ...others], ...line }) => {
    if (first === undefined) return [];
    const rules = Map.groupBy([first, ...others], ({ how, by }) => `${how} ${by}`);
    const why = [...rules.values()].flatMap(([one]) =>
      one === undefined ? [] : [{ how: one.how, by: one.by }],
    );
    return [{ ...line, told: why, statement: first.id }];
  });
}

const counted = async (db: Kysely<Tables>, some: readonly Named[]): Promise<readonly Counted[]> =>
  (await byPerson(db, some)).map(({ members: _, ...line }) => line);

/** Those named, each once, most often first; an actor over all reports is one under whatever name. */
async function byPerson<One extends Named>(db: Kysely<Tables>, some: readonly One[]) {
  const asked = some.flatMap(({ report, actor }) => (actor === null ? [] : [[report, actor]]));
  const { rows } = await sql<{ report: number; actor: string; id: string; name: string }>`
    select link_member.report, link_member.id as actor, linked.id, linked.name
    from json_each(${JSON.stringify(asked)}) as pair
    cross join link_member on link_member.id = pair.value ->> 1 and link_member.report = pair.value ->> 0
    cross join link_unit on link_unit.number = link_member.unit and link_unit.kind = 'actor'
    cross join linked on linked.number = link_unit.linked`.execute(db);
  const persons = new Map(rows.map(({ report, actor, id, name }) => [`${report} ${actor}`, { id, name }]));
  const personOf = ({ report, actor, name }: Named) =>
    persons.get(`${report} ${actor ?? ''}`) ?? { id: actor, name };
  const groups = [...Map.groupBy(some, (one) => personOf(one).id ?? one.name.toLowerCase()).values()];
  return groups
    .toSorted((a, b) => b.length - a.length)
    .slice(0, NAMED)
    .flatMap((members) => {
      const [first] = members;
      return first === undefined ? [] : [{ ...personOf(first), times: members.length, members }];
    });
}

/** Who speaks to an actor in the latest statements that name it as one spoken to. */
async function speakingTo(db: Kysely<Tables>, { names, ids, linked }: Own): Promise<readonly Named[]> {
  const { rows } = await sql<Named>`
    with found as (
      select rowid as number from statement_words
      where statement_words match ${`{addressee} : (${names.map(ftsString).join(' OR ')})`}
      order by rowid desc limit ${LATEST}
    )
    select statement.report, coalesce(now, body) ->> '$.speaker.name' as name, statement.speaker as actor
    from found cross join statement on statement.number = found.number
    where statement.speaker <> '' and statement.mode <> 'held' and exists (
      select 1 from json_each(coalesce(now, body), '$.to') as spoken
      where spoken.value ->> '$.actor' in (select value from json_each(${JSON.stringify(ids)}))
      and ${isMember(linked, sql`statement.report`, sql`spoken.value ->> '$.actor'`)}
    )`.execute(db);
  return rows;
}

/** Where the utterances that some statements render were published, of those that several outlets have. */
async function renditionsOf(db: Kysely<Tables>, numbers: string): Promise<readonly Renditions[]> {
  const { rows } = await sql<{ id: string; outlet: string | null; published: string | null }>`
    with own as (
      select distinct link_unit.linked from json_each(${numbers}) as asked
      cross join statement on statement.number = asked.value
      cross join link_member on link_member.id = statement.id and link_member.report = statement.report
      cross join link_unit on link_unit.number = link_member.unit and link_unit.kind = 'utterance'
    )
    select linked.id, one.value ->> '$.outlet' as outlet, one.value ->> '$.published' as published
    from own cross join linked on linked.number = own.linked and linked.body ->> '$.outlets' > 1
    cross join json_each(linked.body, '$.renditions') as one order by linked.number, one.key`.execute(db);
  return [...Map.groupBy(rows, ({ id }) => id)].map(([utterance, renditions]) => ({
    utterance,
    in: renditions.map(({ outlet, published }) => ({ outlet, published })),
  }));
}
