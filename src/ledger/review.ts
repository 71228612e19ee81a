import type { Decision, JoinedKind, ReportId, Statement } from '../record/index.ts';
import type { DecisionLine } from './decisions.ts';
import type { Doubt } from './doubt.ts';
import type { FoundStatement } from './found-statement.ts';
import type { ReportLine } from './report-line.ts';

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

/** A member of what was joined over reports, in its own report's words. */
export interface JoinedMember {
  readonly id: string;
  readonly words: string;
  readonly report: ReportLine;
  /** What ties it most to another member: the rule and how sure it is; null where nothing of the index does. */
  readonly tie: { readonly rule: string; readonly score: number } | null;
}

/** What may be one with something, and is not taken for it: by the surest pair between them. */
export interface NearGroup {
  readonly id: string;
  readonly name: string;
  readonly rule: string;
  readonly score: number;
}

/** What was joined over reports, as somebody looks at it who means to join more or to part some of it. */
export interface JoinedWhole {
  readonly kind: JoinedKind;
  readonly id: string;
  readonly name: string;
  /** First and last day that it is about, '' for none. */
  readonly first: string;
  readonly last: string;
  /** Members, those least surely tied first, as far as they are listed; and whether there are more. */
  readonly members: readonly JoinedMember[];
  readonly isMore: boolean;
  readonly near: readonly NearGroup[];
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
  /** An actor, utterance or event over all reports by an id that it has or had, with what may be one with it. */
  joinedWhole(kind: JoinedKind, id: string): Promise<JoinedWhole | null>;
}
