import { type Kysely, sql } from 'kysely';
import type { Facets, Search } from '../searching.ts';
import { latest } from './asked.ts';
import type { Tables } from './tables.ts';

/** So many statements are grouped, those that came last. */
const MOST_GROUPED = 2000;
/** Values of one kind that are told, those of most statements first. */
const MOST_VALUES = 8;

/** By what each kind groups, in the words of the index that answers for it. */
const GROUPS = {
  who: sql`coalesce(now, statement.body) ->> '$.speaker.name'`,
  behind: sql`coalesce(now, statement.body) ->> '$.speaker.speaksFor.name'`,
  outlet: sql`report.outlet`,
  act: sql`coalesce(now, statement.body) ->> '$.act'`,
  kind: sql`statement.kind`,
  year: sql`nullif(substr(first, 1, 4), '')`,
  month: sql`nullif(substr(first, 1, 7), '')`,
} as const;
type Kind = keyof typeof GROUPS;
const KINDS = Object.keys(GROUPS) as Kind[];

export async function facets(db: Kysely<Tables>, search: Search): Promise<Facets> {
  const { numbers, isAll } = await latest(db, search, MOST_GROUPED);
  const columns = sql.join(KINDS.map((kind) => sql`${GROUPS[kind]} as ${sql.ref(kind)}`));
  const groups = sql.join(
    KINDS.map(
      (kind) => sql`select * from (
        select ${kind} as kind, ${sql.ref(kind)} as value, count(*) as statements from found
        where ${sql.ref(kind)} is not null group by 2 order by 3 desc, 2 limit ${MOST_VALUES})`,
    ),
    sql` union all `,
  );
  const { rows } = await sql<{ kind: Kind; value: string; statements: number }>`
    with found as materialized (
      select ${columns} from json_each(${JSON.stringify(numbers)}) as found
      cross join statement indexed by statement_facets on statement.number = found.value
      cross join report on report.number = statement.report
    ) ${groups}`.execute(db);
  const of = (kind: Kind) =>
    rows.filter((row) => row.kind === kind).map(({ value, statements }) => ({ value, statements }));
  return {
    of: numbers.length,
    isAll,
    who: of('who'),
    behind: of('behind'),
    outlet: of('outlet'),
    act: of('act'),
    kind: of('kind'),
    year: of('year'),
    month: of('month'),
  };
}
