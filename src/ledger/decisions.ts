import type { Decision, DecisionId, Issue } from '../record/index.ts';

/** What people decide: appended, chained and never changed. */
export interface Decisions {
  /**
   * Keeps a decision. One that was kept before is kept once.
   * @throws Fault where it undoes what is not there or is undone.
   */
  decide(decision: Decision): Promise<void>;
  /** All decisions in their order, those that were undone too. */
  decisions(): Promise<readonly Decision[]>;
  /** The issues that stand. */
  issues(): Promise<readonly Issue[]>;
}

/** What was decided and not undone. */
export function standing(decisions: readonly Decision[]): Decision[] {
  const undone = new Set<DecisionId>();
  for (const one of decisions.toReversed())
    if (one.kind === 'undo' && !undone.has(one.id)) undone.add(one.undoes);
  return decisions.filter(({ id, kind }) => kind !== 'undo' && !undone.has(id));
}
