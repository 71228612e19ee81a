import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import type { Kysely } from 'kysely';
import type { Origin, Report } from '../../../record/index.ts';
import { digestOfReport, digestOfVersion } from '../../chain.ts';
import type { ReadAgain } from '../../port.ts';
import { unpackOrigin } from '../origins.ts';
import { toFormat, toReport } from '../rows.ts';
import type { Tables } from '../tables.ts';
import type { Logged } from './chains.ts';
import type { Told } from './told.ts';

export type ReportRow = Omit<Tables['report'], 'number'> & { readonly number: number };

/** Fields of a report that stand in columns of their own too, to be asked for. */
const COLUMNS = ['id', 'snapshot', 'outlet', 'published', 'headline'] as const;

/** Proves all that is kept of one report for ever. Gives the report, or null where it cannot be read. */
export async function proveReport(
  db: Kysely<Tables>,
  { row, logged, readAgain }: { row: ReportRow; logged: Logged | undefined; readAgain: ReadAgain },
  told: Told,
): Promise<Report | null> {
  const fail = (why: string) => told.fail(row.id, why);
  const report = await told.attempt(row.id, () => toReport(row));
  const packed = await told.attempt(row.id, () => originBody(db, row.number));
  const origin = await told.attempt(row.id, () => (packed === null ? null : unpackOrigin(packed, row.id)));
  if (logged === undefined) fail('the ledger has it, the log does not');
  else {
    if (logged.number !== row.number) fail('it is not in the place that the log gives it');
    if (logged.at !== row.added) fail('the log has another moment of adding');
    if (digestOf({ kind: logged.kind, row, packed, report, origin }) !== logged.digest)
      fail('it is not what the log says was taken in');
  }
  if (report === null) return null;
  for (const column of COLUMNS)
    if (row[column] !== report[column]) fail(`the column ${column} is not what the report says`);
  await told.attempt(row.id, () => proveSnapshot(db, { row, report, origin, readAgain }, fail));
  return report;
}

async function originBody(db: Kysely<Tables>, report: number): Promise<string | null> {
  const row = await db.selectFrom('origin').select('body').where('report', '=', report).executeTakeFirst();
  return row?.body ?? null;
}

/** The digest as the log's row of this kind has it; null where the report cannot be read. */
function digestOf({
  kind,
  row,
  packed,
  report,
  origin,
}: {
  kind: Logged['kind'];
  row: ReportRow;
  packed: string | null;
  report: Report | null;
  origin: Origin | null;
}): string | null {
  if (kind === 'version') return digestOfVersion({ ...row, origin: packed });
  return report === null ? null : digestOfReport(report, origin);
}

/** The bytes are those that their name says, and read again they give the text. */
async function proveSnapshot(
  db: Kysely<Tables>,
  {
    row,
    report,
    origin,
    readAgain,
  }: { row: ReportRow; report: Report; origin: Origin | null; readAgain: ReadAgain },
  fail: (why: string) => void,
): Promise<void> {
  const kept = await db
    .selectFrom('snapshot')
    .select(['gzip', 'size'])
    .where('id', '=', row.snapshot)
    .executeTakeFirst();
  if (kept === undefined) return fail('its snapshot is missing');
  const bytes = gunzipSync(kept.gzip);
  if (nameOf(bytes) !== row.snapshot) return fail('its snapshot is not the bytes it names');
  if (kept.size !== bytes.length) fail('its snapshot is of another size than is said');
  if (readAgain(bytes, { format: toFormat(row.format), origin, report }) !== row.text)
    fail('its text is not what its snapshot holds');
}

const nameOf = (bytes: Uint8Array) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

/** Bytes that belong to no report: pages that gave none. */
export async function proveOtherSnapshots(db: Kysely<Tables>, told: Told): Promise<void> {
  const others = db
    .selectFrom('snapshot')
    .selectAll()
    .where('id', 'not in', (query) => query.selectFrom('report').select('report.snapshot'));
  await told.attempt('the snapshots', async () => {
    const visited = await db
      .selectFrom('visit')
      .select('snapshot')
      .where('snapshot', 'is not', null)
      .where('report', 'is', null)
      .execute();
    const known = new Set(visited.map(({ snapshot }) => snapshot));
    for await (const { id, gzip, size } of others.stream()) {
      if (!known.has(id)) told.fail(id, 'no report and no visit has such a snapshot');
      const bytes = await told.attempt(id, () => gunzipSync(gzip));
      if (bytes === null) continue;
      if (nameOf(bytes) !== id) told.fail(id, 'it is not the bytes it names');
      if (size !== bytes.length) told.fail(id, 'it is of another size than is said');
    }
  });
}
