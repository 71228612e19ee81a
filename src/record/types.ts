export type { Actor } from './actor.ts';
export type { Alert, AlertId, Evidence, News, NewsId } from './alert.ts';
export type { Decision, DecisionId, LinkDecision, StatementDecision } from './decision.ts';
export type { Event, Time } from './event.ts';
export type { Flag } from './flag.ts';
export type { ActorId, EventId, ReportId, SnapshotId, StatementId } from './ids.ts';
export type { Anchor, JoinedKind } from './link-decision.ts';
export type { Choice, Claim, Origin, Segment } from './origin.ts';
export type {
  FailedInput,
  Format,
  Given,
  Intake,
  Mark,
  Policy,
  RawPage,
  Rest,
  Unchanged,
  WebPlace,
} from './page.ts';
export type {
  Correction,
  Difference,
  EventTitle,
  Issue,
  IssueId,
  Link,
  LinkedActor,
  LinkedActorId,
  LinkedEvent,
  LinkedEventId,
  LinkedFlag,
  Party,
  Picture,
  Position,
  PositionChange,
  Reprint,
  Step,
  Utterance,
  UtteranceId,
} from './picture.ts';
export type { Failure, ReportRecord } from './record.ts';
export type { Refusal, RefusalCode } from './refusal.ts';
export type { Block, Report } from './report.ts';
export type { ChainLink, Speaker, Statement } from './statement.ts';
