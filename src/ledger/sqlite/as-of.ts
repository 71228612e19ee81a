import { type Kysely, sql } from 'kysely';
import { GENESIS } from '../chain.ts';
import type { Tables } from './tables.ts';

/** The ends of the log and of the decisions, and the last report that was linked: each is the last of its index. */
export async function asOf(db: Kysely<Tables>): Promise<string> {
  const { rows } = await sql<{ log: string | null; decided: string | null; linked: number | null }>`select
    (select hash from log order by number desc limit 1) as log,
    (select hash from decision order by number desc limit 1) as decided,
    (select max(report) from link_done) as linked`.execute(db);
  const [{ log, decided, linked } = { log: null, decided: null, linked: null }] = rows;
  return `${log ?? GENESIS} ${decided ?? GENESIS} ${linked ?? 0}`;
}
