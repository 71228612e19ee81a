import { type Kysely, sql } from 'kysely';
import type { Flag } from '../../record/index.ts';
import type { FlaggedReport } from '../port.ts';
import { linesByNumber } from './read.ts';
import { toFlag } from './rows.ts';
import type { Tables } from './tables.ts';

/** Flags over all reports, the latest addition first. */
export async function flags(
  db: Kysely<Tables>,
  { kind, limit, offset }: { kind?: Flag['kind']; limit: number; offset: number },
): Promise<{ total: number; flags: FlaggedReport[] }> {
  const own = kind === undefined ? sql`1` : sql`kind = ${kind}`;
  const tally = await db.selectFrom('tally').selectAll().where('what', 'like', 'flag:%').execute();
  const counted = tally.filter(({ what }) => kind === undefined || what === `flag:${kind}`);
  const { rows } = await sql<{ report: number; kind: string; body: string }>`
    select report, kind, body from flag where ${own}
    order by report desc, place limit ${limit} offset ${offset}`.execute(db);
  const byNumber = await linesByNumber(
    db,
    rows.map(({ report }) => report),
  );
  return {
    total: counted.reduce((sum, { rows: some }) => sum + some, 0),
    flags: rows.flatMap((row) => {
      const report = byNumber.get(row.report);
      return report === undefined ? [] : [{ report, flag: toFlag(row) }];
    }),
  };
}
