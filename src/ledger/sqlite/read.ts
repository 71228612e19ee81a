import { gunzipSync } from 'node:zlib';
import { type Kysely, sql } from 'kysely';
import { extentOf, placeOfStatement } from '../../record/index.ts';
import type { Range } from '../../text/index.ts';
import type { FoundStatement, KeptReport, ReportLine } from '../port.ts';
import { LINE, toActor, toEvent, toFlag, toFormat, toLine, toReport, toStatement, toTime } from './rows.ts';
import type { Tables } from './tables.ts';

const OPENING = 200;

export function lines(db: Kysely<Tables>) {
  return db
    .selectFrom('report')
    .leftJoin('analysis', 'analysis.report', 'report.number')
    .select(LINE)
    .select(sql<string>`substr(text, 1, ${OPENING})`.as('opening'))
    .select((query) => query.fn.coalesce('analysis.statements', sql<number>`0`).as('statements'));
}

/** The lines of some reports, by their numbers. */
export async function linesByNumber(
  db: Kysely<Tables>,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, ReportLine>> {
  if (numbers.length === 0) return new Map();
  const rows = await lines(db)
    .select('number')
    .where('number', 'in', [...new Set(numbers)])
    .execute();
  return new Map(rows.map(({ number, ...line }) => [number, toLine(line)]));
}

/** The lines of some reports, by their ids. */
export async function linesOf(
  db: Kysely<Tables>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ReportLine>> {
  if (ids.length === 0) return new Map();
  const rows = await lines(db)
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, toLine(row)]));
}

export async function reports(
  db: Kysely<Tables>,
  page: { limit: number; offset: number },
): Promise<ReportLine[]> {
  // No report is ever deleted, so that their numbers are places in the list: the deepest page is as near as the first.
  const rows = await lines(db)
    .where('number', '<=', (query) =>
      query.selectFrom('report as any').select(sql<number>`max(number) - ${page.offset}`.as('number')),
    )
    .orderBy('number', 'desc')
    .limit(page.limit)
    .execute();
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
  const actors = Map.groupBy(await inReports(db, 'actor', numbers), ({ report }) => report);
  const flags = Map.groupBy(await inReports(db, 'flag', numbers), ({ report }) => report);
  const events = Map.groupBy(await inReports(db, 'event', numbers), ({ report }) => report);
  const times = Map.groupBy(await inReports(db, 'time', numbers), ({ report }) => report);
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
      actors: (actors.get(row.number) ?? []).map(({ key, body }) => toActor({ id: key, body })),
      flags: (flags.get(row.number) ?? []).map(({ key, body }) => toFlag({ kind: key, body })),
      events: (events.get(row.number) ?? []).map(({ key, body }) => toEvent({ id: key, body })),
      times: (times.get(row.number) ?? []).map(({ body }) => toTime({ body }, row.id)),
    }));
}

/** Rows of statements with the reports that they stand in, in their order. */
export async function withReports(
  db: Kysely<Tables>,
  rows: readonly { id: string; report: number; body: string }[],
): Promise<FoundStatement[]> {
  if (rows.length === 0) return [];
  const kept = await db
    .selectFrom('report')
    .select(['number', 'id', 'body', 'text', 'added'])
    .where('number', 'in', [...new Set(rows.map(({ report }) => report))])
    .execute();
  const byNumber = new Map(
    kept.map(({ number, added, ...row }) => [number, { report: toReport(row), added }]),
  );
  return rows.flatMap((row) => {
    const entry = byNumber.get(row.report);
    return entry === undefined ? [] : [{ statement: toStatement(row), ...entry }];
  });
}

/** The actors, flags, events or times of some reports, in the order of their places. */
async function inReports(
  db: Kysely<Tables>,
  table: 'actor' | 'flag' | 'event' | 'time',
  numbers: readonly number[],
): Promise<{ report: number; key: string; body: string }[]> {
  const key = sql.ref<string>({ actor: 'id', flag: 'kind', event: 'id', time: 'place' }[table]).as('key');
  return await db
    .selectFrom(table)
    .select(['report', 'body', key])
    .where('report', 'in', numbers)
    .orderBy('place')
    .execute();
}

export async function report(db: Kysely<Tables>, id: string): Promise<KeptReport | null> {
  const row = await db.selectFrom('report').select('number').where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : ((await keptReports(db, [row.number]))[0] ?? null);
}

/** The statement of this id; else, since the id says where it stood, the one there that overlaps it most. */
export async function statement(db: Kysely<Tables>, id: string): Promise<FoundStatement | null> {
  const place = placeOfStatement(id);
  const kept = place === null ? null : await report(db, place.report);
  if (place === null || kept === null) return null;
  const [found] = kept.statements
    .map((candidate) => ({
      candidate,
      shared: candidate.id === id ? Number.POSITIVE_INFINITY : shared(extentOf(candidate), place.range),
    }))
    .filter((candidate) => candidate.shared > 0)
    .toSorted((a, b) => b.shared - a.shared);
  return found === undefined ? null : { statement: found.candidate, report: kept.report, added: kept.added };
}

function shared(a: Range, b: Range): number {
  return Math.min(a.end, b.end) - Math.max(a.start, b.start);
}

export async function snapshot(db: Kysely<Tables>, id: string): Promise<Uint8Array | null> {
  const row = await db.selectFrom('snapshot').select('gzip').where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : gunzipSync(row.gzip);
}
