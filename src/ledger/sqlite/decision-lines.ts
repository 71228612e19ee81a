import type { Kysely } from 'kysely';
import type { Decision, Statement } from '../../record/index.ts';
import { type DecisionLine, type DecisionState, isOnStatement, standing } from '../decisions.ts';
import { decisions } from './decisions.ts';
import { decidedLinks } from './links/decided.ts';
import { toDecided } from './rows.ts';
import type { Tables } from './tables.ts';

/** All decisions and how each stands: one on a statement is on the one that carries it, or orphaned. */
export async function decisionLines(db: Kysely<Tables>): Promise<DecisionLine[]> {
  const all = await decisions(db);
  const stands = new Set(standing(all).map(({ id }) => id));
  const carrying = await statementsDecidedOn(db);
  const links = new Map((await decidedLinks(db)).map(({ decision: { id }, state }) => [id, state]));
  const stateOf = (made: Decision): DecisionState => {
    if (made.kind !== 'undo' && !stands.has(made.id)) return 'undone';
    if (isOnStatement(made) && !carrying.has(made.id)) return 'orphaned';
    return links.get(made.id) ?? 'in force';
  };
  return all.map((made) => ({
    decision: made,
    state: stateOf(made),
    statement: carrying.get(made.id) ?? null,
  }));
}

/** The statements that carry decisions, by those. */
async function statementsDecidedOn(
  db: Kysely<Tables>,
): Promise<ReadonlyMap<Decision['id'], Statement['id']>> {
  const rows = await db
    .selectFrom('statement')
    .select(['id', 'body', 'decided'])
    .where('decided', 'is not', null)
    .execute();
  return new Map(
    rows.flatMap((row) => {
      const told = toDecided(row);
      return told?.decisions.map(({ id }) => [id, told.found.id] as const) ?? [];
    }),
  );
}
