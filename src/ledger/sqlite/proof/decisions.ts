import type { Kysely } from 'kysely';
import { decision, type LinkDecision, type StatementDecision } from '../../../record/index.ts';
import { GENESIS, hashOfDecision } from '../../chain.ts';
import { isLinkDecision, isOnStatement } from '../../decisions.ts';
import { brokenSpan } from '../decided.ts';
import { brokenAnchor } from '../decisions.ts';
import { toReport } from '../rows.ts';
import type { Tables } from '../tables.ts';
import type { Told } from './told.ts';

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

/** A decision's columns are what it says, and it speaks of words that reports have. */
async function proveRow(
  db: Kysely<Tables>,
  { id, kind, body }: Pick<Tables['decision'], 'id' | 'kind' | 'body'>,
  told: Told,
): Promise<void> {
  const read = await told.attempt(id, () => decision.parse(JSON.parse(body)));
  if (read === null) return;
  if (read.id !== id || read.kind !== kind) told.fail(id, 'its columns are not what it says');
  if (isOnStatement(read)) await proveWords(db, read, told);
  if (isLinkDecision(read)) await proveAnchors(db, read, told);
}

/** A decision on a statement speaks of words of a report that is kept. */
async function proveWords(db: Kysely<Tables>, made: StatementDecision, told: Told): Promise<void> {
  const row = await db.selectFrom('report').selectAll().where('id', '=', made.on.report).executeTakeFirst();
  if (row === undefined) return told.fail(made.id, `the ledger does not have ${made.on.report}`);
  const report = await told.attempt(made.id, () => toReport(row));
  const broken = report === null ? undefined : brokenSpan(made, report.text);
  if (broken !== undefined) told.fail(made.id, `it is not on words of its report: "${broken.text}"`);
}

async function proveAnchors(db: Kysely<Tables>, made: LinkDecision, told: Told): Promise<void> {
  if ((await brokenAnchor(db, made)) !== null)
    told.fail(made.id, 'its words are not those of the report that it speaks of');
}
