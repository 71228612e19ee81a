import { type Kysely, sql } from 'kysely';
import {
  type Difference,
  type Flag,
  flagOf,
  type LinkedFlag,
  type Utterance,
  utterance,
} from '../../record/index.ts';
import type { FlaggedReport } from '../port.ts';
import { linesByNumber } from './read.ts';
import { parsed, toFlag } from './rows.ts';
import type { Tables } from './tables.ts';

interface FlagRow {
  readonly report: number;
  readonly kind: string;
  readonly body: string;
  /** Of a flag that was found by linking, its place among the differences of the utterance, which is its body. */
  readonly difference: number | null;
}

/** Flags over all reports, the latest addition first: those of a report itself, then those beside others. */
export async function flags(
  db: Kysely<Tables>,
  { kind, limit, offset }: { kind?: Flag['kind'] | LinkedFlag['kind']; limit: number; offset: number },
): Promise<{ total: number; flags: FlaggedReport[] }> {
  const own = kind === undefined ? sql`1` : sql`kind = ${kind}`;
  const tally = await db.selectFrom('tally').selectAll().where('what', 'like', 'flag:%').execute();
  const counted = tally.filter(({ what }) => kind === undefined || what === `flag:${kind}`);
  const { rows } = await sql<FlagRow>`
    with here as (
      select report, kind, 0 as linked, place from flag where ${own}
      union all
      select report, kind, linked, place from link_flag where ${own}
      order by report desc, linked, place limit ${limit} offset ${offset}
    )
    select here.report, here.kind, coalesce(flag.body, linked.body) as body, iif(flag.body is null, here.place, null) as difference
    from here
    left join flag on here.linked = 0 and flag.report = here.report and flag.place = here.place
    left join linked on here.linked <> 0 and linked.number = here.linked
    order by here.report desc, here.linked, here.place`.execute(db);
  const told = rows.map(toTold);
  const others = told.flatMap(({ difference }) => difference?.against.report ?? []);
  const byNumber = await linesByNumber(
    db,
    rows.map(({ report }) => report),
  );
  const outlets = await outletsOf(db, others);
  return {
    total: counted.reduce((sum, { rows: some }) => sum + some, 0),
    flags: told.flatMap((one) => {
      const report = byNumber.get(one.row.report);
      return report === undefined ? [] : [{ report, flag: toOwnOrLinked(one, outlets) }];
    }),
  };
}

interface Told {
  readonly row: FlagRow;
  readonly whole: Utterance | null;
  readonly difference: Difference | null;
}

function toTold(row: FlagRow): Told {
  if (row.difference === null) return { row, whole: null, difference: null };
  const whole = parsed(`flag of report ${row.report}`, () => utterance.parse(JSON.parse(row.body)));
  return { row, whole, difference: whole.differences[row.difference] ?? null };
}

function toOwnOrLinked({ row, whole, difference }: Told, outlets: ReadonlyMap<string, string | null>) {
  if (whole === null || difference === null) return toFlag(row);
  return flagOf(whole, difference, outlets.get(difference.against.report) ?? null);
}

async function outletsOf(
  db: Kysely<Tables>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('report').select(['id', 'outlet']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, outlet }) => [id, outlet]));
}
