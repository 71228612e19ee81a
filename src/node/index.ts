/**
 * The door for programs on Node (`onrecord/node`): reports in, records out, and a ledger that is open. Words and models are
 * found in the package and loaded when they are first asked for. What is expected to fail is a value with a `code`; what the
 * caller had no right to ask is thrown as a `Fault`, which has a `code` too. docs/guide/library.md shows all of it.
 */

export type { Checked, CheckedQuotation, Finding } from '../check/index.ts';
export type {
  CalendarPart,
  EventLine,
  Found,
  FoundStatement,
  KeptReport,
  PersonLine,
} from '../ledger/index.ts';
export {
  type Actor,
  type Event,
  Fault,
  type Issue,
  type LinkedActor,
  type Position,
  type PositionChange,
  permalinkOf,
  type Refusal,
  type RefusalCode,
  type Report,
  type ReportRecord,
  type Statement,
  speakerHow,
  speakerName,
  type Utterance,
} from '../record/index.ts';
export type { Likely, Place, Verdict } from '../verify/index.ts';
export type { AddOutcome } from './add.ts';
export { type CheckOptions, check } from './check.ts';
export { open } from './ledger.ts';
export type { OpenLedger, PositionsFound, WhoFound } from './open-ledger.ts';
export type {
  FetchOptions,
  FindOptions,
  GivenOptions,
  ReaderOptions,
  ReadOptions,
  Source,
  TextSource,
} from './options.ts';
export { type ReadOutcome, read, readAll } from './read.ts';
export type { Verified, VerifyOptions } from './verified.ts';
export { verify } from './verify.ts';
