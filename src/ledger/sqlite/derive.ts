import { CompiledQuery, type Transaction } from 'kysely';
import {
  daysOf,
  type Event,
  isScheduled,
  parseWhen,
  type ReportRecord,
  type Statement,
  statement as schema,
  type Time,
  writeDay,
} from '../../record/index.ts';
import { digestOfFindings } from '../chain.ts';
import { type Overlaid, type Overlay, overlayOf } from '../overlay.ts';
import type { NewEntry } from '../port.ts';
import { forgetLinks } from './links/forget.ts';
import { decisionsOn } from './on-statements.ts';
import { queue } from './review.ts';
import type { Tables } from './tables.ts';
import { forgetWords, indexWords } from './words.ts';

/** Called after each step of adding; a test that throws or dies here learns what a crash leaves behind. */
export type AfterStep = (
  step: 'snapshot' | 'report' | 'log' | 'former' | 'statements' | 'actors' | 'analysis',
) => void;

/** What is found in a report, table by table. */
export const FINDINGS = ['statement', 'actor', 'flag', 'event', 'time'] as const;

/**
 * Writes the part that may be found again: statements with their words, actors and flags, in place of former ones. Gives
 * the digest of all that was found.
 */
export async function derive(
  trx: Transaction<Tables>,
  { report, isNew }: { report: number; isNew: boolean },
  { record, analyser }: Pick<NewEntry, 'record' | 'analyser'>,
  afterStep: AfterStep,
): Promise<string> {
  if (!isNew) await retire(trx, report);
  afterStep('former');
  const decisions = isNew ? [] : ((await decisionsOn(trx, [record.report.id])).get(record.report.id) ?? []);
  const overlay = overlayOf(record, decisions);
  const rows = rowsOf({ report, day: await dayOf(trx, report) }, record, overlay);
  await insertAll(trx, 'statement', rows.statement);
  await indexWords(trx, report);
  afterStep('statements');
  for (const table of ['actor', 'flag', 'event', 'time'] as const) await insertAll(trx, table, rows[table]);
  await queue(trx, report);
  afterStep('actors');
  const statements = toldIn(record, overlay).length;
  await trx
    .insertInto('analysis')
    .values({ report, analyser, statements })
    .onConflict((conflict) => conflict.column('report').doUpdateSet({ analyser, statements }))
    .execute();
  afterStep('analysis');
  return digestOfRows(analyser, rows);
}

/**
 * What is written of a record for one report, in the order of the places, as it stands by what people decided; proving
 * compares with it. `day` is when the report was published, or added where that is not known.
 */
export function rowsOf(
  { report, day }: { report: number; day: string },
  record: ReportRecord,
  overlay: Overlay,
) {
  const { byStatement, actors } = overlay;
  const read = record.actors.map((actor) => ({ actor, is_decided: 0 }));
  const decided = actors.map((actor) => ({ actor, is_decided: 1 }));
  return {
    statement: record.statements.map((statement, place) =>
      statementRow({ report, place, published: record.report.published }, statement, byStatement),
    ),
    actor: [...read, ...decided].map(actorRow(report, toldIn(record, overlay), day)),
    flag: record.flags.map(flagRow(report)),
    event: record.events.map(eventRow(report)),
    time: record.times.map(timeRow(report)),
  };
}

/** The digest of rows as they are written: each row's JSON says all that was found. What people decided is no part of it. */
export function digestOfRows(
  analyser: string,
  rows: Readonly<Record<(typeof FINDINGS)[number], readonly { body: string; is_decided?: number }[]>>,
): string {
  const bodies = FINDINGS.map((table) => [
    table,
    rows[table].filter((row) => row.is_decided !== 1).map(({ body }) => body),
  ]);
  return digestOfFindings(analyser, Object.fromEntries(bodies));
}

function statementRow(
  { report, place, published }: { report: number; place: number; published: string | null },
  statement: Statement,
  byStatement: Overlay['byStatement'],
) {
  const overlaid = byStatement.get(statement.id);
  const now = overlaid?.now ?? statement;
  return {
    id: statement.id,
    report,
    place,
    mode: now.mode,
    kind: now.kind,
    content: wordsOf(now.content),
    source: wordsOf(now.source),
    body: JSON.stringify(statement),
    now: overlaid === undefined ? null : correctedBody(statement, now),
    decided: overlaid === undefined ? null : decidedBody(overlaid),
    speaker: overlaid?.status === 'rejected' ? '' : speakerOf(now),
    ...dayRange([now.said?.value ?? published]),
  };
}

/** A statement with what is corrected as JSON, its keys in the order of the schema; null where nothing is. */
function correctedBody(read: Statement, now: Statement): string | null {
  const [before, after] = [read, now].map((one) => JSON.stringify(schema.parse(one)));
  return after === undefined || after === before ? null : after;
}

const decidedBody = ({ status, decisions }: Overlaid) => JSON.stringify({ status, decisions });

/** What is said and shown is told and counted; what is held is not, nor what is rejected. */
export const toldIn = ({ statements }: ReportRecord, { byStatement }: Overlay) =>
  statements.flatMap((statement) => {
    const { now, status } = byStatement.get(statement.id) ?? { now: statement, status: null };
    return now.mode === 'held' || status === 'rejected' ? [] : [now];
  });

/** When a report was published, or added where that is not known. */
async function dayOf(trx: Transaction<Tables>, report: number): Promise<string> {
  const row = await trx
    .selectFrom('report')
    .select((query) => query.fn.coalesce('published', 'added').as('day'))
    .where('number', '=', report)
    .executeTakeFirstOrThrow();
  return row.day;
}

function actorRow(report: number, told: readonly Statement[], day: string) {
  const bySpeaker = Map.groupBy(told, speakerOf);
  return (
    { actor, is_decided }: { actor: ReportRecord['actors'][number]; is_decided: number },
    place: number,
  ) => ({
    report,
    place,
    id: actor.actor,
    name: actor.name,
    kind: actor.kind,
    body: JSON.stringify(actor),
    day,
    country: actor.country,
    sector: actor.sector,
    statements: bySpeaker.get(actor.actor)?.length ?? 0,
    is_decided,
  });
}

const speakerOf = ({ speaker }: Statement) => (speaker.kind === 'named' ? (speaker.actor ?? '') : '');

const flagRow = (report: number) => (flag: ReportRecord['flags'][number], place: number) => ({
  report,
  place,
  kind: flag.kind,
  body: JSON.stringify(flag),
});

const eventRow = (report: number) => (event: Event, place: number) => ({
  report,
  place,
  id: event.id,
  status: event.status,
  ...dayRange(isScheduled(event) ? event.schedule.map(({ when }) => when) : []),
  body: JSON.stringify(event),
});

const timeRow = (report: number) => (time: Time, place: number) => ({
  report,
  place,
  body: JSON.stringify(time),
});

/** The first and the last day of some dates, as far as they are days; empty where none is. */
function dayRange(dates: readonly (string | null)[]): { first: string; last: string } {
  const days = dates
    .flatMap((date) => parseWhen(date) ?? [])
    .flatMap((when) => Object.values(daysOf(when) ?? {}))
    .flatMap((day) => (day === null ? [] : writeDay(day)))
    .toSorted();
  return { first: days[0] ?? '', last: days.at(-1) ?? '' };
}

/** Rows that are handed over at once; fewer go in powers of two, so that the statements which SQLite prepares are few. */
const MOST_ROWS = 32;

/** Many rows in one statement: a statement a row costs more than what it does. */
export async function insertAll<Row extends Record<string, string | number | null>>(
  trx: Transaction<Tables>,
  table: (typeof FINDINGS)[number],
  rows: readonly Row[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first);
  const marks = `(${columns.map(() => '?').join(', ')})`;
  for (let start = 0, size = MOST_ROWS; start < rows.length; start += size) {
    while (size > rows.length - start) size /= 2;
    const values = rows.slice(start, start + size).flatMap((row) => columns.map((column) => row[column]));
    const all = Array.from({ length: size }, () => marks).join(', ');
    await trx.executeQuery(
      CompiledQuery.raw(`insert into ${table} (${columns.join(', ')}) values ${all}`, values),
    );
  }
}

/** Takes what a former analyser found away, with its words. */
async function retire(trx: Transaction<Tables>, report: number): Promise<void> {
  await forgetWords(trx, report);
  await forgetLinks(trx, report);
  for (const table of FINDINGS) await trx.deleteFrom(table).where('report', '=', report).execute();
}

/** The words of some spans as they are searched. */
export function wordsOf(spans: Statement['content']): string {
  return spans.map(({ text }) => text).join(' … ');
}
