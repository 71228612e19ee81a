import { type Kysely, sql, type Transaction } from 'kysely';
import {
  type Anchor,
  type Decision,
  decision,
  Fault,
  type Issue,
  type LinkDecision,
} from '../../record/index.ts';
import { holds } from '../../text/index.ts';
import { GENESIS, hashOfDecision } from '../chain.ts';
import { isLinkDecision, isOnStatement, reportsOf, standing } from '../decisions.ts';
import { checkOnStatement, layOver } from './decided.ts';
import { parsed } from './rows.ts';
import type { Tables } from './tables.ts';

export async function decide(db: Kysely<Tables>, made: Decision): Promise<void> {
  await db.transaction().execute(async (trx) => {
    if ((await kept(trx, made.id)) !== null) return;
    const moved = made.kind === 'undo' ? await standingOne(trx, made.undoes) : made;
    await check(trx, made);
    const last = await trx.selectFrom('decision').select('hash').orderBy('number', 'desc').executeTakeFirst();
    const body = JSON.stringify(made);
    const hash = hashOfDecision(body, last?.hash ?? GENESIS);
    await trx.insertInto('decision').values({ id: made.id, kind: made.kind, body, hash }).execute();
    await takeEffect(trx, moved);
  });
}

async function kept(db: Kysely<Tables>, id: string): Promise<Decision | null> {
  const row = await db.selectFrom('decision').select('body').where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : parsed(id, () => decision.parse(JSON.parse(row.body)));
}

/** Whether a decision is taken back. */
export async function isUndone(db: Kysely<Tables>, id: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from decision where kind = 'undo' and body ->> '$.undoes' = ${id} limit 1`.execute(db);
  return rows.length > 0;
}

/**
 * A decision that stands, to be taken back.
 * @throws Fault where there is none of this id.
 */
async function standingOne(db: Kysely<Tables>, id: string): Promise<Decision> {
  const made = await kept(db, id);
  if (made !== null && made.kind !== 'undo' && !(await isUndone(db, id))) return made;
  throw new Fault('no-decision', `expected a decision that stands, found none of the id ${id}`);
}

/** What a decision speaks of is there, in the words that it has of it. */
async function check(trx: Transaction<Tables>, made: Decision): Promise<void> {
  if (isOnStatement(made)) await checkOnStatement(trx, made);
  if (!isLinkDecision(made)) return;
  const broken = await brokenAnchor(trx, made);
  if (broken !== null)
    throw new Fault(
      'span-does-not-hold',
      `expected the words of ${broken.report}, found "${broken.spans.map(({ text }) => text).join(' … ')}": nothing was decided`,
    );
}

/** What is made of a decision, or no longer: a statement as it stands, and reports that wait to be linked again. */
async function takeEffect(trx: Transaction<Tables>, moved: Decision): Promise<void> {
  if (isOnStatement(moved)) await layOver(trx, moved.on.report);
  if (isLinkDecision(moved)) await linkAgain(trx, moved);
}

/** Lets the reports that a merge or split speaks of wait to be linked again. */
async function linkAgain(trx: Transaction<Tables>, spoken: LinkDecision): Promise<void> {
  await sql`delete from link_done where report in (
    select number from report where id in (select value from json_each(${JSON.stringify(reportsOf(spoken))})))`.execute(
    trx,
  );
}

/** The first anchor whose words its report does not have where it says; null where all hold that have a report here. */
export async function brokenAnchor(
  db: Kysely<Tables>,
  { one, others }: LinkDecision,
): Promise<Anchor | null> {
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

/** The issues that stand: of all decisions only those that define one or undo something are read. */
export async function issues(db: Kysely<Tables>): Promise<Issue[]> {
  const rows = await db
    .selectFrom('decision')
    .select(['id', 'body'])
    .where('kind', 'in', ['issue', 'undo'])
    .orderBy('number')
    .execute();
  const made = rows.map(({ id, body }) => parsed(id, () => decision.parse(JSON.parse(body))));
  return standing(made).flatMap((one) => (one.kind === 'issue' ? [one.issue] : []));
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
