import { gunzipSync } from 'node:zlib';
import { type Kysely, sql } from 'kysely';
import { type Event, extentOf, placeOfStatement, type StatementDecision } from '../../record/index.ts';
import type { Range } from '../../text/index.ts';
import { withoutRejected } from '../overlay.ts';
import type { FoundStatement, KeptReport, ReportLine } from '../port.ts';
import { decisionsOn } from './on-statements.ts';
import {
  LINE,
  toActor,
  toDecided,
  toEvent,
  toFlag,
  toFormat,
  toLine,
  toReport,
  toStatement,
  toStatementNow,
  toTime,
} from './rows.ts';
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
    .select(['id', 'report', 'body', 'now', 'decided'])
    .where('report', 'in', numbers)
    .orderBy('place')
    .execute();
  const byNumber = Map.groupBy(found, ({ report }) => report);
  const decisions = await decisionsOn(
    db,
    rows.map(({ id }) => id),
  );
  const actors = Map.groupBy(await inReports(db, 'actor', numbers), ({ report }) => report);
  const flags = Map.groupBy(await inReports(db, 'flag', numbers), ({ report }) => report);
  const events = Map.groupBy(await inReports(db, 'event', numbers), ({ report }) => report);
  const times = Map.groupBy(await inReports(db, 'time', numbers), ({ report }) => report);
  const order = new Map(numbers.map((number, index) => [number, index]));
  return rows
    .toSorted((a, b) => (order.get(a.number) ?? 0) - (order.get(b.number) ?? 0))
    .map((row) => ({
      ...standing(
        byNumber.get(row.number) ?? [],
        (events.get(row.number) ?? []).map(({ key, body }) => toEvent({ id: key, body })),
        decisions.get(row.id) ?? [],
      ),
      report: toReport(row),
      version: row.version,
      versions: row.versions ?? row.version,
      added: row.added,
      format: toFormat(row.format),
      actors: (actors.get(row.number) ?? []).map(({ key, body }) => toActor({ id: key, body })),
      flags: (flags.get(row.number) ?? []).map(({ key, body }) => toFlag({ kind: key, body })),
      times: (times.get(row.number) ?? []).map(({ body }) => toTime({ body }, row.id)),
    }));
}

/** What stands of a report's statements and events, what was decided on them, and decisions that are on none of them. */
function standing(
  rows: readonly StatementRow[],
  events: readonly Event[],
  decisions: readonly StatementDecision[],
): Pick<KeptReport, 'statements' | 'events' | 'decided' | 'orphaned'> {
  const decided = rows.flatMap((row) => toDecided(row) ?? []);
  const placed = new Set(decided.flatMap((one) => one.decisions.map(({ id }) => id)));
  const rejected = decided.filter(({ status }) => status === 'rejected').map(({ found }) => found.id);
  return {
    ...withoutRejected({ statements: rows.map(toStatementNow), events }, new Set(rejected)),
    decided,
    orphaned: decisions.filter(({ id }) => !placed.has(id)),
  };
}

type StatementRow = Pick<Tables['statement'], 'id' | 'report' | 'body' | 'now' | 'decided'>;

/** Rows of statements with the reports that they stand in, in their order. */
export async function withReports(
  db: Kysely<Tables>,
  rows: readonly StatementRow[],
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
    return entry === undefined ? [] : [{ statement: toStatementNow(row), decided: toDecided(row), ...entry }];
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

/**
 * The statement of this id, rejected or not; else, since the id says where it stood, the one there that overlaps it most.
 */
export async function statement(db: Kysely<Tables>, id: string): Promise<FoundStatement | null> {
  const place = placeOfStatement(id);
  if (place === null) return null;
  const rows = await db
    .selectFrom('statement')
    .innerJoin('report', 'report.number', 'statement.report')
    .select(['statement.id', 'statement.report', 'statement.body', 'statement.now', 'statement.decided'])
    .where('report.id', '=', place.report)
    .orderBy('statement.place')
    .execute();
  const [found] = rows
    .map((row) => ({
      row,
      shared: row.id === id ? Number.POSITIVE_INFINITY : shared(extentOf(toStatement(row)), place.range),
    }))
    .filter((candidate) => candidate.shared > 0)
    .toSorted((a, b) => b.shared - a.shared);
  return found === undefined ? null : ((await withReports(db, [found.row]))[0] ?? null);
}

function shared(a: Range, b: Range): number {
  return Math.min(a.end, b.end) - Math.max(a.start, b.start);
}

export async function snapshot(db: Kysely<Tables>, id: string): Promise<Uint8Array | null> {
  const row = await db.selectFrom('snapshot').select('gzip').where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : gunzipSync(row.gzip);
}
