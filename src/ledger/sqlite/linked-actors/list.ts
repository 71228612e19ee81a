import { type Kysely, sql } from 'kysely';
import { actor } from '../../../record/index.ts';
import type { ActorSort, KindCounts, LinkedActorLine } from '../../linked-actors.ts';
import type { PagePart } from '../../links.ts';
import { parsed } from '../rows.ts';
import type { Tables } from '../tables.ts';

const { kind: kindSchema } = actor.shape;

export async function linkedActors(
  db: Kysely<Tables>,
  { sort, limit, offset }: PagePart & { readonly sort?: ActorSort | undefined },
): Promise<{ kinds: KindCounts; actors: readonly LinkedActorLine[] }> {
  const counts = await db
    .selectFrom('kind_sum')
    .selectAll()
    .orderBy('actors', 'desc')
    .orderBy('kind')
    .execute();
  const { rows } = await sql<Omit<LinkedActorLine, 'kind'> & { kind: string }>`
    with here as (
      select linked, kind, reports, statements from linked_sum ${which(sort)}
      order by statements desc, reports desc, linked limit ${limit} offset ${offset}
    )
    select linked.id, linked.name, here.kind, reports, statements from here
    cross join linked on linked.number = here.linked
    order by statements desc, reports desc, linked.number`.execute(db);
  return {
    kinds: counts.map(({ kind, actors }) => ({ kind: parsed(kind, () => kindSchema.parse(kind)), actors })),
    actors: rows.map(({ kind, ...row }) => ({ ...row, kind: parsed(row.id, () => kindSchema.parse(kind)) })),
  };
}

const which = (sort: ActorSort | undefined) => {
  if (sort === undefined) return sql``;
  if (sort === 'person' || sort === 'body') return sql`where is_person = ${Number(sort === 'person')}`;
  return sql`where kind = ${sort}`;
};
