import type { Decision, DecisionId, Issue, Statement, StatementDecision } from '../record/index.ts';

/** What people decided on a statement: how it stands by the last of the decisions, all of them in their order. */
export interface Decided {
  readonly status: 'accepted' | 'corrected' | 'rejected';
  readonly decisions: readonly StatementDecision[];
}

/** How a decision stands: one on a statement that is not found any more is orphaned. */
export interface DecisionLine {
  readonly decision: Decision;
  readonly state: 'standing' | 'undone' | 'orphaned';
  /** The statement that a standing decision is on. */
  readonly statement: Statement['id'] | null;
}

/** What people decide: appended, chained and never changed. */
export interface Decisions {
  /**
   * Keeps a decision, and lays what is decided on a statement over what was found. One that was kept before is kept once.
   * @throws Fault where it undoes what is not there or is undone, or is on a statement that is not there.
   */
  decide(decision: Decision): Promise<void>;
  /** All decisions in their order, those that were undone too. */
  decisions(): Promise<readonly Decision[]>;
  /** All decisions in their order, and how each stands. */
  decisionLines(): Promise<readonly DecisionLine[]>;
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

export const isOnStatement = (decision: Decision): decision is StatementDecision =>
  decision.kind === 'accept' || decision.kind === 'reject' || decision.kind === 'correct';
