import type { Decision, ReportId, Statement } from '../record/index.ts';
import type { DecisionLine } from './decisions.ts';
import type { Doubt } from './doubt.ts';
import type { FoundStatement } from './found-statement.ts';

/** Of which statements the queue is asked. */
export interface ReviewFilter {
  readonly report?: ReportId | undefined;
  /** The id of an actor who speaks. */
  readonly speaker?: string | undefined;
  readonly doubt?: Doubt | undefined;
}

/** A statement that nobody decided on yet, with the number by which the queue goes (`doubt.ts`). */
export interface QueuedStatement extends FoundStatement {
  readonly doubt: Doubt;
  readonly rank: number;
  /** How many statements render its utterance; 1 where that is not linked. */
  readonly renditions: number;
}

/** Where in the queue to begin: at a statement, behind it, or before it and then backwards; from the top where none is named. */
export interface QueuePart {
  readonly at?: Statement['id'] | undefined;
  readonly behind?: Statement['id'] | undefined;
  readonly before?: Statement['id'] | undefined;
  readonly limit: number;
}

/** How far people came. */
export interface ReviewProgress {
  /** Statements that wait, as far as they were counted. */
  readonly waiting: number;
  readonly isMore: boolean;
  /** How many wait by the reason that weighs most, in the whole ledger. */
  readonly byDoubt: Readonly<Record<Doubt, number>>;
  /** Decisions on statements since a moment that were not undone. */
  readonly looked: number;
}

/** A decision with its number among all, from 1. */
export interface NumberedDecision extends DecisionLine {
  readonly number: number;
  readonly decision: Decision;
}

/** What waits for a person, and what people did. */
export interface Review {
  /**
   * Statements that are said or shown and that nobody decided on, those first on which most hangs that may be wrong; of two
   * that are alike the one that came first. Where the one to begin at is not in the queue, they are those of its top.
   */
  toReview(filter: ReviewFilter, part: QueuePart): Promise<readonly QueuedStatement[]>;
  /** How far people came since a moment (ISO 8601 in UTC). */
  reviewProgress(filter: ReviewFilter, since: string): Promise<ReviewProgress>;
  /** Decisions, the latest first, with how each stands: those before a number. */
  decisionsBefore(number: number | null, limit: number): Promise<readonly NumberedDecision[]>;
}
