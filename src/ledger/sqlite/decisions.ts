import type { Kysely } from 'kysely';
import { type Decision, decision, Fault, type StatementDecision } from '../../record/index.ts';
import { GENESIS, hashOfDecision } from '../chain.ts';
import { type DecisionLine, isOnStatement, standing } from '../decisions.ts';
import { brokenSpan, checkOnStatement, layOver } from './decided.ts';
import type { Told } from './proof/told.ts';
import { parsed, toDecided, toReport } from './rows.ts';
import type { Tables } from './tables.ts';

export async function decide(db: Kysely<Tables>, made: Decision): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const before = await decisions(trx);
    if (before.some(({ id }) => id === made.id)) return;
    if (made.kind === 'undo' && !standing(before).some(({ id }) => id === made.undoes))
      throw new Fault('no-decision', `expected a decision that stands, found none of the id ${made.undoes}`);
    if (isOnStatement(made)) await checkOnStatement(trx, made);
    const last = await trx.selectFrom('decision').select('hash').orderBy('number', 'desc').executeTakeFirst();
    const body = JSON.stringify(made);
    const hash = hashOfDecision(body, last?.hash ?? GENESIS);
    await trx.insertInto('decision').values({ id: made.id, kind: made.kind, body, hash }).execute();
    const moved = made.kind === 'undo' ? before.find(({ id }) => id === made.undoes) : made;
    if (moved !== undefined && isOnStatement(moved)) await layOver(trx, moved.on.report);
  });
}

/** All decisions and how each stands: one on a statement is on the one that carries it, or orphaned. */
export async function decisionLines(db: Kysely<Tables>): Promise<DecisionLine[]> {
  const all = await decisions(db);
  const stands = new Set(standing(all).map(({ id }) => id));
  const rows = await db
    .selectFrom('statement')
    .select(['id', 'body', 'decided'])
    .where('decided', 'is not', null)
    .execute();
  const carrying = new Map(
    rows.flatMap((row) => {
      const told = toDecided(row);
      return told?.decisions.map(({ id }) => [id, told.found.id] as const) ?? [];
    }),
  );
  return all.map((made) => {
    const statement = carrying.get(made.id) ?? null;
    const isOrphaned = isOnStatement(made) && statement === null;
    const isStanding = made.kind === 'undo' || stands.has(made.id);
    return {
      decision: made,
      state: isStanding ? (isOrphaned ? 'orphaned' : 'standing') : 'undone',
      statement,
    };
  });
}

export async function decisions(db: Kysely<Tables>): Promise<Decision[]> {
  const rows = await db.selectFrom('decision').select(['id', 'body']).orderBy('number').execute();
  return rows.map(({ id, body }) => parsed(id, () => decision.parse(JSON.parse(body))));
}

/** Walks the chain of the decisions. Gives how many there are. */
export async function proveDecisions(db: Kysely<Tables>, told: Told): Promise<number> {
  let previous = GENESIS;
  let expected = 1;
  await told.attempt('the decisions', async () => {
    for (const row of await db.selectFrom('decision').selectAll().orderBy('number').execute()) {
      if (row.number !== expected) told.fail(row.id, `expected decision ${expected}: one is missing`);
      if (hashOfDecision(row.body, previous) !== row.hash)
        told.fail(row.id, 'its hash is not that of its words and the decisions before it');
      await proveRow(db, row, told);
      previous = row.hash;
      expected = row.number + 1;
    }
  });
  return expected - 1;
}

/** A decision's columns are what it says. */
async function proveRow(
  db: Kysely<Tables>,
  { id, kind, body }: Pick<Tables['decision'], 'id' | 'kind' | 'body'>,
  told: Told,
): Promise<void> {
  const read = await told.attempt(id, () => decision.parse(JSON.parse(body)));
  if (read === null) return;
  if (read.id !== id || read.kind !== kind) told.fail(id, 'its columns are not what it says');
  if (isOnStatement(read)) await proveWords(db, read, told);
}

/** A decision on a statement speaks of words of a report that is kept. */
async function proveWords(db: Kysely<Tables>, made: StatementDecision, told: Told): Promise<void> {
  const row = await db.selectFrom('report').selectAll().where('id', '=', made.on.report).executeTakeFirst();
  if (row === undefined) return told.fail(made.id, `the ledger does not have ${made.on.report}`);
  const report = await told.attempt(made.id, () => toReport(row));
  const broken = report === null ? undefined : brokenSpan(made, report.text);
  if (broken !== undefined) told.fail(made.id, `it is not on words of its report: "${broken.text}"`);
}
