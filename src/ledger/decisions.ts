import type {
  Decision,
  DecisionId,
  Issue,
  LinkDecision,
  ReportId,
  Statement,
  StatementDecision,
} from '../record/index.ts';

/** What people decided on a statement: how it stands by the last of the decisions, all of them in their order. */
export interface Decided {
  readonly status: 'accepted' | 'corrected' | 'rejected';
  readonly decisions: readonly StatementDecision[];
}

/** A statement on which people decided, beside what was read of it. */
export interface DecidedStatement extends Decided {
  /** As it was read. */
  readonly found: Statement;
}

/**
 * How a decision stands: in force; undone by another; orphaned where words that it speaks of lead to nothing any more (of a
 * split: those of the one, or of all others). A merge or split may be overruled too, where a later one says otherwise, and
 * waits until its reports are linked.
 */
export type DecisionState = 'in force' | 'undone' | 'orphaned' | 'overruled' | 'waiting';

export interface DecisionLine {
  readonly decision: Decision;
  readonly state: DecisionState;
  /** The statement that a decision in force is on; null of one that is on none. */
  readonly statement: Statement['id'] | null;
}

/** What people decide: appended, chained and never changed. */
export interface Decisions {
  /**
   * Keeps a decision, and lays what is decided on a statement over what was found. One that was kept before is kept once.
   * What it changes waits to be linked again, also where it is undone: the reports that a merge or split speaks of, or that of
   * a statement.
   * @throws Fault where it undoes what is not there or is undone, is on a statement that is not there, or where its words are
   *   not those of a report.
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

export const isLinkDecision = (one: Decision): one is LinkDecision =>
  one.kind === 'merge' || one.kind === 'split';

/** The reports that a merge or split speaks of. */
export const reportsOf = ({ one, others }: LinkDecision): ReportId[] =>
  [one, ...others].map(({ report }) => report);

export const isOnStatement = (decision: Decision): decision is StatementDecision =>
  decision.kind === 'accept' || decision.kind === 'reject' || decision.kind === 'correct';
