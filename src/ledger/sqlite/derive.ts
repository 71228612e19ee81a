import { CompiledQuery, type Transaction } from 'kysely';
import {
  daysOf,
  type Event,
  isScheduled,
  parseWhen,
  type ReportRecord,
  type Statement,
  type Time,
  writeDay,
} from '../../record/index.ts';
import { digestOfFindings } from '../chain.ts';
import type { NewEntry } from '../port.ts';
import { forgetLinks } from './links/forget.ts';
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
  const rows = rowsOf({ report, day: await dayOf(trx, report) }, record);
  await insertAll(trx, 'statement', rows.statement);
  await indexWords(trx, report);
  afterStep('statements');
  for (const table of ['actor', 'flag', 'event', 'time'] as const) await insertAll(trx, table, rows[table]);
  afterStep('actors');
  const statements = record.statements.filter(isTold).length;
  await trx
    .insertInto('analysis')
    .values({ report, analyser, statements })
    .onConflict((conflict) => conflict.column('report').doUpdateSet({ analyser, statements }))
    .execute();
  afterStep('analysis');
  return digestOfRows(analyser, rows);
}

/**
 * What is written of a record for one report, in the order of the places; proving compares with it. `day` is when the report
 * was published, or added where that is not known.
 */
export function rowsOf({ report, day }: { report: number; day: string }, record: ReportRecord) {
  return {
    statement: record.statements.map(statementRow(report, record.report.published)),
    actor: record.actors.map(actorRow(report, record, day)),
    flag: record.flags.map(flagRow(report)),
    event: record.events.map(eventRow(report)),
    time: record.times.map(timeRow(report)),
  };
}

/** The digest of rows as they are written: each row's JSON says all of it. */
export function digestOfRows(
  analyser: string,
  rows: Readonly<Record<(typeof FINDINGS)[number], readonly { body: string }[]>>,
): string {
  const bodies = FINDINGS.map((table) => [table, rows[table].map(({ body }) => body)]);
  return digestOfFindings(analyser, Object.fromEntries(bodies));
}

const statementRow = (report: number, published: string | null) => (statement: Statement, place: number) => ({
  id: statement.id,
  report,
  place,
  mode: statement.mode,
  kind: statement.kind,
  content: wordsOf(statement.content),
  source: wordsOf(statement.source),
  body: JSON.stringify(statement),
  speaker: speakerOf(statement),
  ...dayRange([statement.said?.value ?? published]),
});

/** What is said and shown is told and counted; what is held is not. */
const isTold = ({ mode }: Statement) => mode !== 'held';

/** When a report was published, or added where that is not known. */
async function dayOf(trx: Transaction<Tables>, report: number): Promise<string> {
  const row = await trx
    .selectFrom('report')
    .select((query) => query.fn.coalesce('published', 'added').as('day'))
    .where('number', '=', report)
    .executeTakeFirstOrThrow();
  return row.day;
}

function actorRow(report: number, { statements }: ReportRecord, day: string) {
  const bySpeaker = Map.groupBy(statements.filter(isTold), speakerOf);
  return (actor: ReportRecord['actors'][number], place: number) => ({
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
async function insertAll<Row extends Record<string, string | number | null>>(
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
