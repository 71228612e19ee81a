import { type Kysely, sql } from 'kysely';
import type { Flag } from '../../record/index.ts';
import type { FlaggedReport } from '../index.ts';
import { lines } from './read.ts';
import { toFlag, toLine } from './rows.ts';
import type { Tables } from './tables.ts';

/** Flags over all reports, the latest addition first. */
export async function flags(
  db: Kysely<Tables>,
  { kind, limit, offset }: { kind?: Flag['kind']; limit: number; offset: number },
): Promise<{ total: number; flags: FlaggedReport[] }> {
  const own = kind === undefined ? sql`1` : sql`kind = ${kind}`;
  const [count] = (await sql<{ total: number }>`select count(*) as total from flag where ${own}`.execute(db))
    .rows;
  const { rows } = await sql<{ report: number; kind: string; body: string }>`
    select report, kind, body from flag where ${own}
    order by report desc, place limit ${limit} offset ${offset}`.execute(db);
  const numbers = [...new Set(rows.map(({ report }) => report))];
  const reports =
    numbers.length === 0 ? [] : await lines(db).select('number').where('number', 'in', numbers).execute();
  const byNumber = new Map(reports.map(({ number, ...line }) => [number, toLine(line)]));
  return {
    total: count?.total ?? 0,
    flags: rows.flatMap((row) => {
      const report = byNumber.get(row.report);
      return report === undefined ? [] : [{ report, flag: toFlag(row) }];
    }),
  };
}
