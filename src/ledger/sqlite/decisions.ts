import type { Kysely } from 'kysely';
import { type Decision, decision, Fault } from '../../record/index.ts';
import { GENESIS, hashOfDecision } from '../chain.ts';
import { standing } from '../decisions.ts';
import type { Told } from './proof/told.ts';
import { parsed } from './rows.ts';
import type { Tables } from './tables.ts';

export async function decide(db: Kysely<Tables>, made: Decision): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const before = await decisions(trx);
    if (before.some(({ id }) => id === made.id)) return;
    if (made.kind === 'undo' && !standing(before).some(({ id }) => id === made.undoes))
      throw new Fault('no-decision', `expected a decision that stands, found none of the id ${made.undoes}`);
    const last = await trx.selectFrom('decision').select('hash').orderBy('number', 'desc').executeTakeFirst();
    const body = JSON.stringify(made);
    const hash = hashOfDecision(body, last?.hash ?? GENESIS);
    await trx.insertInto('decision').values({ id: made.id, kind: made.kind, body, hash }).execute();
  });
}

export async function decisions(db: Kysely<Tables>): Promise<Decision[]> {
  const rows = await db.selectFrom('decision').select(['id', 'body']).orderBy('number').execute();
  return rows.map(({ id, body }) => parsed(id, () => decision.parse(JSON.parse(body))));
}

/** Walks the chain of the decisions. */
export async function proveDecisions(db: Kysely<Tables>, told: Told): Promise<void> {
  let previous = GENESIS;
  let expected = 1;
  await told.attempt('the decisions', async () => {
    for (const { number, id, kind, body, hash } of await db
      .selectFrom('decision')
      .selectAll()
      .orderBy('number')
      .execute()) {
      if (number !== expected) told.fail(id, `expected decision ${expected}: one is missing`);
      if (hashOfDecision(body, previous) !== hash)
        told.fail(id, 'its hash is not that of its words and the decisions before it');
      const read = await told.attempt(id, () => decision.parse(JSON.parse(body)));
      if (read !== null && (read.id !== id || read.kind !== kind))
        told.fail(id, 'its columns are not what it says');
      previous = hash;
      expected = number + 1;
    }
  });
}
