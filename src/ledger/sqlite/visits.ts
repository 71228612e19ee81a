import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Kysely, Transaction } from 'kysely';
import { type Mark, REFUSALS, type RefusalCode, reportId } from '../../record/index.ts';
import { GENESIS, hashOfVisit } from '../chain.ts';
import type { NewVisit, Outcome, Visit } from '../visits.ts';
import { OUTCOMES } from '../visits.ts';
import { forgetConditions, forgetMoves, keepPolicy } from './policies.ts';
import { parsed } from './rows.ts';
import type { Tables } from './tables.ts';

const FILES = 'files';

/** The host of an address; all that is no address of the web is of this machine's files. */
export function sourceOf(place: string): string {
  const url = /^https?:/i.test(place) ? URL.parse(place) : null;
  return url === null || url.host === '' ? FILES : url.host.replace(/^www\./, '');
}

/** Appends a visit within a transaction, chained to the one before; with the report's own where it added one. */
export async function appendVisit(
  trx: Transaction<Tables>,
  { place, feed, at, outcome, code, message, report }: Visit,
  { snapshot, digest }: { snapshot: string | null; digest: string | null },
): Promise<void> {
  const { number, hash: previous } = await lastVisit(trx);
  const source = sourceOf(place);
  const made = { place, source, feed, at, outcome, code, message, report, snapshot, digest };
  const row = { number: number + 1, ...made };
  await trx
    .insertInto('visit')
    .values({ ...row, hash: hashOfVisit(row, previous) })
    .execute();
}

/** The last visit with its hash. Where an older ledger kept none, it is made from all that were told before. */
async function lastVisit(trx: Transaction<Tables>): Promise<{ number: number; hash: string }> {
  const last = await trx
    .selectFrom('visit')
    .select(['number', 'hash'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last === undefined) return { number: 0, hash: GENESIS };
  if (last.hash !== null) return { number: last.number, hash: last.hash };
  let hash = GENESIS;
  const older = await trx.selectFrom('visit').selectAll().orderBy('number').execute();
  for (const row of older) hash = hashOfVisit(row, hash);
  return { number: last.number, hash };
}

/** Writes a visit that adds nothing within a transaction, with its bytes where they are kept. */
export async function visit(trx: Transaction<Tables>, made: NewVisit): Promise<void> {
  const snapshot = made.bytes === null ? null : snapshotOf(made.bytes);
  if (made.bytes !== null && snapshot !== null) await keepSnapshot(trx, snapshot, made.bytes);
  await appendVisit(trx, made, { snapshot, digest: null });
  if (made.policy !== null) await keepPolicy(trx, made.place, { ...made.policy, report: made.report });
  else if (made.code !== null) await forgetConditions(trx, made.place);
  if (made.outcome === 'gone') await forgetMoves(trx, made.place);
}

const snapshotOf = (bytes: Uint8Array) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

/** Keeps bytes by their name, packed; those that are there stay as they are. */
export async function keepSnapshot(trx: Transaction<Tables>, id: string, bytes: Uint8Array): Promise<void> {
  await trx
    .insertInto('snapshot')
    .values({ id, size: bytes.length, gzip: gzipSync(bytes) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function visitsTo(db: Kysely<Tables>, report: string, limit: number): Promise<Visit[]> {
  const rows = await db
    .selectFrom('visit')
    .selectAll()
    .where('place', 'in', (query) =>
      query
        .selectFrom('visit as own')
        .select('own.place')
        .where('own.report', 'in', (inner) =>
          inner
            .selectFrom('report')
            .select('report.id')
            .where('report.lineage', '=', (named) =>
              named.selectFrom('report as this').select('this.lineage').where('this.id', '=', report),
            ),
        ),
    )
    .orderBy('number', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toVisit);
}

export async function seenAt(db: Kysely<Tables>, place: string, at: string | null): Promise<Visit['report']> {
  const row = await db
    .selectFrom('visit')
    .select('report')
    .where('place', '=', place)
    .where('report', 'is not', null)
    .orderBy((query) => query('at', '=', at ?? ''), 'desc')
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.report == null ? null : parsed(`the visit to ${place}`, () => reportId.parse(row.report));
}

export function toVisit(
  row: Pick<Tables['visit'], 'place' | 'feed' | 'at' | 'outcome' | 'code' | 'message' | 'report'>,
): Visit {
  const { place, feed, at, outcome, code, message, report } = row;
  return {
    place,
    feed,
    at,
    outcome: OUTCOMES.find((one) => one === outcome) ?? ('failed' satisfies Outcome),
    code: toCode(code),
    message,
    report: report === null ? null : parsed(`the visit to ${place}`, () => reportId.parse(report)),
  };
}

export function toCode(code: string | null): RefusalCode | null {
  return code !== null && code in REFUSALS ? (code as RefusalCode) : null;
}

export async function mark(db: Kysely<Tables>, place: string): Promise<Mark | null> {
  return (await db.selectFrom('mark').selectAll().where('place', '=', place).executeTakeFirst()) ?? null;
}

export async function keepMark(db: Kysely<Tables>, kept: Mark): Promise<void> {
  const { place, ...rest } = kept;
  await db
    .insertInto('mark')
    .values({ place, ...rest })
    .onConflict((conflict) => conflict.column('place').doUpdateSet(rest))
    .execute();
}

export async function dropMark(db: Kysely<Tables>, place: string): Promise<void> {
  await db.deleteFrom('mark').where('place', '=', place).execute();
}

/** How often each reason stood in the way, the most frequent first. */
export async function reasons(db: Kysely<Tables>): Promise<{ code: RefusalCode; visits: number }[]> {
  const rows = await db
    .selectFrom('outcome_sum')
    .select(['code', (query) => query.fn.sum<number>('visits').as('visits')])
    .where('code', '<>', '')
    .groupBy('code')
    .orderBy('visits', 'desc')
    .execute();
  return rows.flatMap(({ code, visits }) => {
    const known = toCode(code);
    return known === null ? [] : [{ code: known, visits }];
  });
}
