import { sql, type Transaction } from 'kysely';
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
import type { NewEntry } from '../index.ts';
import type { Tables } from './tables.ts';
import { forgetWords, indexWords } from './words.ts';

/** Called after each step of adding; a test that throws or dies here learns what a crash leaves behind. */
export type AfterStep = (
  step: 'snapshot' | 'report' | 'log' | 'former' | 'statements' | 'actors' | 'analysis',
) => void;

/** Writes the part that may be found again: statements with their words, actors and flags, in place of former ones. */
export async function derive(
  trx: Transaction<Tables>,
  { report, isNew }: { report: number; isNew: boolean },
  { record, analyser }: Pick<NewEntry, 'record' | 'analyser'>,
  afterStep: AfterStep,
): Promise<void> {
  if (!isNew) await retire(trx, report);
  afterStep('former');
  await insertAll(trx, 'statement', record.statements.map(statementRow(report, record.report.published)));
  await indexWords(trx, report);
  afterStep('statements');
  await insertAll(trx, 'actor', record.actors.map(actorRow(report, record, await dayOf(trx, report))));
  await insertAll(trx, 'flag', record.flags.map(flagRow(report)));
  await insertAll(trx, 'event', record.events.map(eventRow(report)));
  await insertAll(trx, 'time', record.times.map(timeRow(report)));
  afterStep('actors');
  const statements = record.statements.filter(isTold).length;
  await trx
    .insertInto('analysis')
    .values({ report, analyser, statements })
    .onConflict((conflict) => conflict.column('report').doUpdateSet({ analyser, statements }))
    .execute();
  afterStep('analysis');
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

/** All rows in one go: SQLite takes them out of one JSON text faster than a value at a time is handed to it. */
async function insertAll<Row extends Record<string, string | number | null>>(
  trx: Transaction<Tables>,
  table: 'statement' | 'actor' | 'flag' | 'event' | 'time',
  rows: readonly Row[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first);
  const names = sql.join(columns.map((column) => sql.ref(column)));
  const values = sql.join(columns.map((column) => sql`value ->> ${sql.lit(column)}`));
  await sql`insert into ${sql.table(table)} (${names})
    select ${values} from json_each(${JSON.stringify(rows)})`.execute(trx);
}

/** Takes what a former analyser found away, with its words. */
async function retire(trx: Transaction<Tables>, report: number): Promise<void> {
  await forgetWords(trx, report);
  for (const table of ['statement', 'actor', 'flag', 'event', 'time'] as const)
    await trx.deleteFrom(table).where('report', '=', report).execute();
}

/** The words of some spans as they are searched. */
export function wordsOf(spans: Statement['content']): string {
  return spans.map(({ text }) => text).join(' … ');
}
