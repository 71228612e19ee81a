import { type Kysely, sql, type Transaction } from 'kysely';
import { type Anchor, type Decision, decision, Fault, type LinkDecision } from '../../record/index.ts';
import { holds } from '../../text/index.ts';
import { GENESIS, hashOfDecision } from '../chain.ts';
import { isLinkDecision, reportsOf, standing } from '../decisions.ts';
import type { Told } from './proof/told.ts';
import { parsed } from './rows.ts';
import type { Tables } from './tables.ts';

export async function decide(db: Kysely<Tables>, made: Decision): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const before = await decisions(trx);
    if (before.some(({ id }) => id === made.id)) return;
    if (made.kind === 'undo' && !standing(before).some(({ id }) => id === made.undoes))
      throw new Fault('no-decision', `expected a decision that stands, found none of the id ${made.undoes}`);
    const spoken = made.kind === 'undo' ? before.find(({ id }) => id === made.undoes) : made;
    if (spoken !== undefined && isLinkDecision(spoken)) await linkAgain(trx, spoken);
    const last = await trx.selectFrom('decision').select('hash').orderBy('number', 'desc').executeTakeFirst();
    const body = JSON.stringify(made);
    const hash = hashOfDecision(body, last?.hash ?? GENESIS);
    await trx.insertInto('decision').values({ id: made.id, kind: made.kind, body, hash }).execute();
  });
}

/** Lets the reports that a merge or split speaks of wait to be linked again. */
async function linkAgain(trx: Transaction<Tables>, spoken: LinkDecision): Promise<void> {
  const broken = await brokenAnchor(trx, spoken);
  if (broken !== null)
    throw new Fault(
      'span-does-not-hold',
      `expected the words of ${broken.report}, found "${broken.spans.map(({ text }) => text).join(' … ')}": nothing was decided`,
    );
  await sql`delete from link_done where report in (
    select number from report where id in (select value from json_each(${JSON.stringify(reportsOf(spoken))})))`.execute(
    trx,
  );
}

/** The first anchor whose words its report does not have where it says; null where all hold that have a report here. */
async function brokenAnchor(db: Kysely<Tables>, { one, others }: LinkDecision): Promise<Anchor | null> {
  for (const anchor of [one, ...others]) {
    const row = await db
      .selectFrom('report')
      .select('text')
      .where('id', '=', anchor.report)
      .executeTakeFirst();
    if (row !== undefined && !anchor.spans.every((span) => holds(row.text, span))) return anchor;
  }
  return null;
}

export async function decisions(db: Kysely<Tables>): Promise<Decision[]> {
  const rows = await db.selectFrom('decision').select(['id', 'body']).orderBy('number').execute();
  return rows.map(({ id, body }) => parsed(id, () => decision.parse(JSON.parse(body))));
}

/** The merges and splits that stand, in their order. */
export async function linkDecisions(db: Kysely<Tables>): Promise<LinkDecision[]> {
  const any = await db
    .selectFrom('decision')
    .select('number')
    .where('kind', 'in', ['merge', 'split'])
    .limit(1)
    .executeTakeFirst();
  return any === undefined ? [] : standing(await decisions(db)).filter(isLinkDecision);
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
      await proveBody(db, { id, kind, body }, told);
      previous = hash;
      expected = number + 1;
    }
  });
}

/** Proves that a decision says what its columns say, in words of the reports that it speaks of. */
async function proveBody(
  db: Kysely<Tables>,
  { id, kind, body }: { id: string; kind: string; body: string },
  told: Told,
): Promise<void> {
  const read = await told.attempt(id, () => decision.parse(JSON.parse(body)));
  if (read === null) return;
  if (read.id !== id || read.kind !== kind) told.fail(id, 'its columns are not what it says');
  if (isLinkDecision(read) && (await brokenAnchor(db, read)) !== null)
    told.fail(id, 'its words are not those of the report that it speaks of');
}
