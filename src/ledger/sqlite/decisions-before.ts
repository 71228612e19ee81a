import { type Kysely, sql } from 'kysely';
import { type Decision, decision, type Statement } from '../../record/index.ts';
import { type DecisionState, isLinkDecision, isOnStatement } from '../decisions.ts';
import type { NumberedDecision } from '../review.ts';
import { isUndone } from './decisions.ts';
import { stateOf } from './links/decided.ts';
import { parsed, toDecided } from './rows.ts';
import type { Tables } from './tables.ts';

/** Decisions from the latest down, with how each stands: looked up one by one, however many there are before. */
export async function decisionsBefore(
  db: Kysely<Tables>,
  before: number | null,
  limit: number,
): Promise<readonly NumberedDecision[]> {
  const rows = await db
    .selectFrom('decision')
    .select(['number', 'id', 'body'])
    .$if(before !== null, (query) => query.where('number', '<', before))
    .orderBy('number', 'desc')
    .limit(limit)
    .execute();
  const lines: NumberedDecision[] = [];
  for (const { number, id, body } of rows) {
    const made: Decision = parsed(id, () => decision.parse(JSON.parse(body)));
    const statement = await carrierOf(db, made);
    lines.push({ number, decision: made, statement, state: await standOf(db, made, statement) });
  }
  return lines;
}

async function standOf(
  db: Kysely<Tables>,
  made: Decision,
  statement: Statement['id'] | null,
): Promise<DecisionState> {
  if (made.kind === 'undo') return 'in force';
  if (await isUndone(db, made.id)) return 'undone';
  if (isOnStatement(made)) return statement === null ? 'orphaned' : 'in force';
  return isLinkDecision(made) ? await stateOf(db, made) : 'in force';
}

/** The statement that carries a decision. */
async function carrierOf(db: Kysely<Tables>, made: Decision): Promise<Statement['id'] | null> {
  if (!isOnStatement(made)) return null;
  const { rows } = await sql<Pick<Tables['statement'], 'id' | 'body' | 'decided'>>`
    select statement.id, statement.body, decided from report
    cross join statement on statement.report = report.number and decided is not null
    where report.id = ${made.on.report}`.execute(db);
  const told = rows.flatMap((row) => toDecided(row) ?? []);
  return told.find(({ decisions }) => decisions.some(({ id }) => id === made.id))?.found.id ?? null;
}
