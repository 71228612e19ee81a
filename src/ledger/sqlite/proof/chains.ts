import type { Kysely } from 'kysely';
import { GENESIS, hashOf, hashOfVisit } from '../../chain.ts';
import type { Tables } from '../tables.ts';
import type { Told } from './told.ts';

/** What the log says of a report. */
export interface Logged {
  readonly number: number;
  readonly kind: 'report' | 'version';
  readonly digest: string;
  readonly at: string;
}

export interface WalkedLog {
  readonly rows: number;
  /** The hash of the last row. */
  readonly head: string;
  readonly byReport: Map<string, Logged>;
}

/** Walks the chain of the log. */
export async function proveLog(db: Kysely<Tables>, told: Told): Promise<WalkedLog> {
  const byReport = new Map<string, Logged>();
  let head = GENESIS;
  let rows = 0;
  let expected = 1;
  await told.attempt('the log', async () => {
    for await (const row of db.selectFrom('log').selectAll().orderBy('number').stream()) {
      const { hash, ...entry } = row;
      const { number, kind, subject, digest, at } = row;
      const what = `log row ${number}`;
      if (number !== expected) told.fail(what, `expected row ${expected}: a row is missing`);
      if (row.previous !== head) told.fail(what, 'it does not follow on the row before');
      if (hashOf(entry) !== hash) told.fail(what, 'its hash is not that of its fields');
      if (kind === 'report' || kind === 'version') byReport.set(subject, { number, kind, digest, at });
      else told.fail(what, `it is of no known kind: ${kind}`);
      head = hash;
      rows++;
      expected = number + 1;
    }
  });
  return { rows, head, byReport };
}

export interface WalkedVisits {
  readonly rows: number;
  /** The digest of what was found last in each report that a visit brought; null where an older ledger kept none. */
  readonly findings: Map<string, string | null>;
}

const BROUGHT = new Set(['added', 'changed', 'analysed again']);

/** Walks the chain of the visits. Those of an older ledger have no hash; the first that has one follows on all of them. */
export async function proveVisits(db: Kysely<Tables>, told: Told): Promise<WalkedVisits> {
  const findings = new Map<string, string | null>();
  let previous = GENESIS;
  let rows = 0;
  let expected = 1;
  let chained = false;
  await told.attempt('the visits', async () => {
    for await (const row of db.selectFrom('visit').selectAll().orderBy('number').stream()) {
      const { hash, ...visit } = row;
      const what = `visit ${row.number}`;
      if (row.number !== expected) told.fail(what, `expected visit ${expected}: one is missing`);
      const own = hashOfVisit(visit, previous);
      if (hash === null ? chained : hash !== own)
        told.fail(what, 'its hash is not that of its fields and the visits before it');
      chained ||= hash !== null;
      if (row.report !== null && BROUGHT.has(row.outcome)) findings.set(row.report, row.digest);
      previous = hash ?? own;
      rows++;
      expected = row.number + 1;
    }
  });
  if (rows > 0 && !chained)
    told.leave('the visits', 'they were told before visits were chained, and none was told since');
  return { rows, findings };
}
