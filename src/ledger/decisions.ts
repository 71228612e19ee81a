import type { Decision, DecisionId, Issue, LinkDecision, ReportId } from '../record/index.ts';

/** What people decide: appended, chained and never changed. */
export interface Decisions {
  /**
   * Keeps a decision. One that was kept before is kept once. The reports that a merge or split speaks of wait to be linked
   * again, also where it is undone.
   * @throws Fault where it undoes what is not there or is undone, or where its words are not those of a report.
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

export const isLinkDecision = (one: Decision): one is LinkDecision =>
  one.kind === 'merge' || one.kind === 'split';

/** The reports that a decision speaks of. */
export const reportsOf = ({ one, others }: LinkDecision): ReportId[] =>
  [one, ...others].map(({ report }) => report);
