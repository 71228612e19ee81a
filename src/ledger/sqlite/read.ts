import { gunzipSync } from 'node:zlib';
import { type Kysely, sql } from 'kysely';
import type { FoundStatement, KeptReport, ReportLine } from '../index.ts';
import { reach } from './add.ts';
import { LINE, toFormat, toLine, toReport, toStatement } from './rows.ts';
import type { Tables } from './tables.ts';

const OPENING = 200;

function lines(db: Kysely<Tables>) {
  return db
    .selectFrom('report')
    .select(LINE)
    .select(sql<string>`substr(text, 1, ${OPENING})`.as('opening'))
    .select((query) =>
      query
        .selectFrom('statement')
        .select((inner) => inner.fn.countAll<number>().as('statements'))
        .whereRef('statement.report', '=', 'report.number')
        .where('mode', '!=', 'held')
        .as('statements'),
    )
    .$narrowType<{ statements: number }>();
}

export async function reports(
  db: Kysely<Tables>,
  page: { limit: number; offset: number },
): Promise<ReportLine[]> {
  const rows = await lines(db).orderBy('number', 'desc').limit(page.limit).offset(page.offset).execute();
  return rows.map(toLine);
}

export async function versions(db: Kysely<Tables>, id: string): Promise<ReportLine[]> {
  const rows = await lines(db)
    .where('lineage', '=', (query) =>
      query.selectFrom('report as named').select('named.lineage').where('named.id', '=', id),
    )
    .orderBy('version')
    .execute();
  return rows.map(toLine);
}

export async function keptReports(db: Kysely<Tables>, numbers: readonly number[]): Promise<KeptReport[]> {
  if (numbers.length === 0) return [];
  const rows = await db
    .selectFrom('report')
    .selectAll()
    .select((query) =>
      query
        .selectFrom('report as other')
        .select((inner) => inner.fn.max('other.version').as('versions'))
        .whereRef('other.lineage', '=', 'report.lineage')
        .as('versions'),
    )
    .where('number', 'in', numbers)
    .execute();
  const found = await db
    .selectFrom('statement')
    .select(['id', 'report', 'body'])
    .where('report', 'in', numbers)
    .orderBy('place')
    .execute();
  const byNumber = Map.groupBy(found, ({ report }) => report);
  const order = new Map(numbers.map((number, index) => [number, index]));
  return rows
    .toSorted((a, b) => (order.get(a.number) ?? 0) - (order.get(b.number) ?? 0))
    .map((row) => ({
      report: toReport(row),
      version: row.version,
      versions: row.versions ?? row.version,
      added: row.added,
      format: toFormat(row.format),
      statements: (byNumber.get(row.number) ?? []).map(toStatement),
    }));
}

export async function report(db: Kysely<Tables>, id: string): Promise<KeptReport | null> {
  const row = await db.selectFrom('report').select('number').where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : ((await keptReports(db, [row.number]))[0] ?? null);
}

export async function statement(db: Kysely<Tables>, id: string): Promise<FoundStatement | null> {
  const row = await db
    .selectFrom('statement')
    .select(['id', 'report', 'body'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (row !== undefined) {
    const [kept] = await keptReports(db, [row.report]);
    return kept === undefined
      ? null
      : { statement: toStatement(row), report: kept.report, added: kept.added };
  }
  const former = await db.selectFrom('former_statement').selectAll().where('id', '=', id).executeTakeFirst();
  if (former === undefined) return null;
  const [kept] = await keptReports(db, [former.report]);
  const nearest = kept?.statements
    .map((candidate) => ({ candidate, shared: shared(reach(candidate), former) }))
    .filter((found) => found.shared > 0)
    .toSorted((a, b) => b.shared - a.shared)[0];
  return kept === undefined || nearest === undefined
    ? null
    : { statement: nearest.candidate, report: kept.report, added: kept.added };
}

function shared(a: { first: number; last: number }, b: { first: number; last: number }): number {
  return Math.min(a.last, b.last) - Math.max(a.first, b.first);
}

export async function snapshot(db: Kysely<Tables>, id: string): Promise<Uint8Array | null> {
  const row = await db.selectFrom('snapshot').select('gzip').where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : gunzipSync(row.gzip);
}
