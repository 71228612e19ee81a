import { sql, type Transaction } from 'kysely';
import { mustHold } from '../../record/index.ts';
import { digestOfVersion, GENESIS, hashOf } from '../chain.ts';
import type { Added, NewEntry } from '../port.ts';
import type { Outcome } from '../visits.ts';
import { type AfterStep, derive } from './derive.ts';
import { packOrigin } from './origins.ts';
import { keepPolicy } from './policies.ts';
import type { Tables } from './tables.ts';
import { appendVisit, keepSnapshot } from './visits.ts';

/** Writes one report within a transaction. A record that does not hold is a Fault, and nothing of it is written. */
export async function add(trx: Transaction<Tables>, entry: NewEntry, afterStep: AfterStep): Promise<Added> {
  mustHold(entry.record);
  const kept = await trx
    .selectFrom('report')
    .leftJoin('analysis', 'analysis.report', 'report.number')
    .select(['report.number', 'report.version', 'analysis.analyser'])
    .where('report.id', '=', entry.record.report.id)
    .executeTakeFirst();
  if (kept?.analyser === entry.analyser) return { outcome: 'unchanged', version: kept.version };
  if (kept !== undefined) {
    const found = await derive(trx, { report: kept.number, isNew: false }, entry, afterStep);
    await tell(trx, entry, { outcome: 'analysed again', found });
    return { outcome: 'analysed again', version: kept.version };
  }
  const { number, version } = await append(trx, entry, afterStep);
  const found = await derive(trx, { report: number, isNew: true }, entry, afterStep);
  const isEarlier = version > 1 && (await stoodBefore(trx, entry));
  await tell(trx, entry, { outcome: version === 1 || isEarlier ? 'added' : 'changed', found });
  return { outcome: 'added', version, ...(isEarlier && { isEarlier }) };
}

/** Whether another version of a report was fetched after this one, which so is no change of it. */
async function stoodBefore(trx: Transaction<Tables>, { lineage, visited }: NewEntry): Promise<boolean> {
  if (visited === undefined) return false;
  const later = await trx
    .selectFrom('report')
    .innerJoin('visit', 'visit.report', 'report.id')
    .select('visit.number')
    .where('report.lineage', '=', lineage)
    .where('visit.at', '>', visited)
    .limit(1)
    .executeTakeFirst();
  return later !== undefined;
}

/** The visit that brought the report, with the digest of what was found in it: neither is there without the other. */
async function tell(
  trx: Transaction<Tables>,
  { record, place, feed, policy, at, visited = at }: NewEntry,
  { outcome, found }: { outcome: Outcome; found: string },
): Promise<void> {
  const { id, snapshot } = record.report;
  const visit = { place, feed, at: visited, outcome, code: null, message: null, report: id };
  await appendVisit(trx, visit, { snapshot, digest: found });
  if (policy !== null) await keepPolicy(trx, place, { ...policy, report: id });
}

/** The part that is kept for ever: snapshot, report and log. */
async function append(trx: Transaction<Tables>, entry: NewEntry, afterStep: AfterStep) {
  const { record, origin, bytes, lineage, format, at } = entry;
  const { text, ...rest } = record.report;
  const { id, snapshot, outlet, published, headline } = rest;
  const body = JSON.stringify(rest);
  const packed = origin === null ? null : packOrigin(origin);
  await keepSnapshot(trx, snapshot, bytes);
  afterStep('snapshot');
  const last = await trx
    .selectFrom('report')
    .select((query) => query.fn.max('version').as('version'))
    .where('lineage', '=', lineage)
    .executeTakeFirst();
  const version = (last?.version ?? 0) + 1;
  const { number } = await trx
    .insertInto('report')
    .values({
      id,
      lineage,
      version,
      format,
      snapshot,
      outlet,
      published,
      headline,
      text,
      body,
      added: at,
    })
    .returning('number')
    .executeTakeFirstOrThrow();
  await sql`insert into report_words (rowid, text) values (${number}, ${text})`.execute(trx);
  if (packed !== null) await trx.insertInto('origin').values({ report: number, body: packed }).execute();
  afterStep('report');
  const digest = digestOfVersion({ lineage, version, format, text, body, origin: packed });
  await appendLog(trx, { kind: 'version', subject: id, digest, at });
  afterStep('log');
  return { number, version };
}

async function appendLog(
  trx: Transaction<Tables>,
  row: { kind: string; subject: string; digest: string; at: string },
): Promise<void> {
  const last = await trx
    .selectFrom('log')
    .select(['number', 'hash'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  const entry = { ...row, number: (last?.number ?? 0) + 1, previous: last?.hash ?? GENESIS };
  await trx
    .insertInto('log')
    .values({ ...entry, hash: hashOf(entry) })
    .execute();
}
