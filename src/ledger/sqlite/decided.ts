import { type Kysely, sql, type Transaction } from 'kysely';
import { Fault, type ReportId, type ReportRecord, type StatementDecision } from '../../record/index.ts';
import { holds } from '../../text/index.ts';
import { statementOn } from '../anchor.ts';
import { overlayOf } from '../overlay.ts';
import { insertAll, rowsOf, toldIn } from './derive.ts';
import { forgetLinks } from './links/forget.ts';
import { decisionsOn } from './on-statements.ts';
import { queue } from './review.ts';
import { toActor, toReport, toStatement } from './rows.ts';
import type { Tables } from './tables.ts';
import { forgetWords, indexWords } from './words.ts';

/** Lays the decisions that stand on a report anew over what was found in it. What changes by it is to be linked again. */
export async function layOver(trx: Transaction<Tables>, id: ReportId): Promise<void> {
  const found = await foundIn(trx, id);
  if (found === null) return;
  const { number, day, record } = found;
  const overlay = overlayOf(record, (await decisionsOn(trx, [id])).get(id) ?? []);
  const rows = rowsOf({ report: number, day }, record, overlay);
  const before = await laidOver(trx, number);
  await forgetWords(trx, number);
  for (const { report, place, body: _, ...columns } of rows.statement)
    await trx
      .updateTable('statement')
      .set(columns)
      .where('report', '=', report)
      .where('place', '=', place)
      .execute();
  await indexWords(trx, number);
  // Taken out and put in: triggers count what comes and goes.
  await trx.deleteFrom('actor').where('report', '=', number).execute();
  await insertAll(trx, 'actor', rows.actor);
  const statements = toldIn(record, overlay).length;
  await trx
    .updateTable('analysis')
    .set((query) => ({ statements, decisions: query('decisions', '+', 1) }))
    .where('report', '=', number)
    .execute();
  if ((await laidOver(trx, number)) !== before) await forgetLinks(trx, number);
  await queue(trx, number);
}

/** What an analyser found in a report, as far as people decide on it. */
async function foundIn(
  db: Kysely<Tables>,
  id: ReportId,
): Promise<{ number: number; day: string; record: ReportRecord } | null> {
  const kept = await db.selectFrom('report').selectAll().where('id', '=', id).executeTakeFirst();
  if (kept === undefined) return null;
  const { number, published, added } = kept;
  const statements = await db
    .selectFrom('statement')
    .select(['id', 'body'])
    .where('report', '=', number)
    .orderBy('place')
    .execute();
  const actors = await db
    .selectFrom('actor')
    .select(['id', 'body'])
    .where('report', '=', number)
    .where('is_decided', '=', 0)
    .orderBy('place')
    .execute();
  const record = {
    report: toReport(kept),
    statements: statements.map(toStatement),
    actors: actors.map(toActor),
    events: [],
    times: [],
    flags: [],
  };
  return { number, day: published ?? added, record };
}

/** All that is laid over one report and that linking sees, to be compared. */
async function laidOver(db: Kysely<Tables>, report: number): Promise<string> {
  const { rows } = await sql<{ told: string }>`
    select json_array(place, now, decided ->> '$.status' = 'rejected') as told from statement
    where report = ${report} and decided is not null and (now is not null or decided ->> '$.status' = 'rejected')
    union all select body from actor where report = ${report} and is_decided = 1 order by 1`.execute(db);
  return rows.map(({ told }) => told).join('\n');
}

/**
 * Whether a decision can be made on a statement: its words are the report's, and one is found by them.
 * @throws Fault where it cannot.
 */
export async function checkOnStatement(db: Kysely<Tables>, made: StatementDecision): Promise<void> {
  const found = await foundIn(db, made.on.report);
  if (found === null)
    throw new Fault('no-report', `expected a report on record, found none of the id ${made.on.report}`);
  const broken = brokenSpan(made, found.record.report.text);
  if (broken !== undefined)
    throw new Fault(
      'span-does-not-hold',
      `expected words of ${made.on.report}, found "${broken.text}" at ${broken.start}-${broken.end}: nothing was decided`,
    );
  if (statementOn(made.on, found.record.statements) === null)
    throw new Fault(
      'no-statement',
      `expected a statement of ${made.on.report}, found none at "${made.on.content[0]?.text ?? ''}"`,
    );
}

/** A span of a decision on a statement that is not in the report's text. */
export function brokenSpan(made: StatementDecision, text: string) {
  const corrected = made.kind === 'correct' ? (made.corrected.content?.spans ?? []) : [];
  return [...made.on.content, ...made.on.cue, ...corrected].find((span) => !holds(text, span));
}
