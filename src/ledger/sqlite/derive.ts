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
  await sql`insert into statement_words (rowid, content, source)
    select number, content, source from statement where report = ${report}`.execute(trx);
  afterStep('statements');
  await insertAll(trx, 'actor', record.actors.map(actorRow(report)));
  await insertAll(trx, 'flag', record.flags.map(flagRow(report)));
  await insertAll(trx, 'event', record.events.map(eventRow(report)));
  await insertAll(trx, 'time', record.times.map(timeRow(report)));
  afterStep('actors');
  await trx
    .insertInto('analysis')
    .values({ report, analyser })
    .onConflict((conflict) => conflict.column('report').doUpdateSet({ analyser }))
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
  speaker: statement.speaker.kind === 'named' ? (statement.speaker.actor ?? '') : '',
  ...dayRange([statement.said?.value ?? published]),
});

const actorRow = (report: number) => (actor: ReportRecord['actors'][number], place: number) => ({
  report,
  place,
  id: actor.actor,
  name: actor.name,
  kind: actor.kind,
  body: JSON.stringify(actor),
});

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
async function insertAll<Row extends Record<string, string | number>>(
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
  const former = await trx
    .selectFrom('statement')
    .select(['number', 'content', 'source'])
    .where('report', '=', report)
    .execute();
  for (const { number, content, source } of former)
    await sql`insert into statement_words (statement_words, rowid, content, source)
      values ('delete', ${number}, ${content}, ${source})`.execute(trx);
  for (const table of ['statement', 'actor', 'flag', 'event', 'time'] as const)
    await trx.deleteFrom(table).where('report', '=', report).execute();
}

/** The words of some spans as they are searched. */
export function wordsOf(spans: Statement['content']): string {
  return spans.map(({ text }) => text).join(' … ');
}
