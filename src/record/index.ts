/** The record: one schema for each thing that Onrecord keeps. Types, JSON Schema, docs and CSV columns come from it. */

export { actor, office } from './actor.ts';
export { alert, alertId, news, newsId } from './alert.ts';
export { type CalendarEntry, calendarEntryOf, calledOf } from './calendar-entry.ts';
export { type Column, csvCell, csvLine, STATEMENT_COLUMNS } from './columns.ts';
export { CONTRACT, type ContractRule, faultsIn } from './contract/index.ts';
export { decision, decisionId } from './decision.ts';
export { correctionWords, decidedBy } from './decision-words.ts';
export { differenceWords, flagOf } from './difference-words.ts';
export * from './edtf/index.ts';
export { announcersOf, event, isScheduled, revision, time } from './event.ts';
export { Fault } from './fault.ts';
export { flag } from './flag.ts';
export {
  actorId,
  actorIdNamed,
  eventId,
  eventIdAt,
  inPath,
  permalinkOf,
  placeOfStatement,
  reportId,
  snapshotId,
  statementId,
  statementIdAt,
} from './ids.ts';
export { jsonSchema } from './json-schema.ts';
export { anchor, JOINED_KINDS } from './link-decision.ts';
export { decidedWords, joinedWords } from './link-decision-words.ts';
export * from './links.ts';
export * from './lists.ts';
export { mustHold } from './must-hold.ts';
export { askedWords, newsPath, newsWords, standingWords } from './news-words.ts';
export { CHOSEN_FIELDS, origin } from './origin.ts';
export { FORMATS } from './page.ts';
export {
  change,
  correction,
  difference,
  issue,
  issueId,
  link,
  linkedActor,
  linkedActorId,
  linkedEvent,
  linkedEventId,
  linkedFlag,
  position,
  reprint,
  step,
  utterance,
  utteranceId,
} from './picture.ts';
export { failure, reportRecord } from './record.ts';
export { brokenBy, REFUSALS, reasonOf, refuse } from './refusal.ts';
export { block, publicationDate, report } from './report.ts';
export { titleOf } from './report-title.ts';
export { sideOf } from './sides.ts';
export { formerDates } from './slips.ts';
export { span, spans } from './span.ts';
export { extentOf, firstBrokenSpan, visitSpans } from './spans.ts';
export { isNamedInText, speakerHow, speakerName } from './speaker-words.ts';
export { chainLink, speaker, statement } from './statement.ts';
export type * from './types.ts';
export { eventNow, utteranceNow, type WhoNow, whoInEvent, whoInUtterance } from './who-now.ts';
export { type DateOrder, MONTH_NAME, writtenDate } from './written-date.ts';
export { offsetOf, ZONE } from './zones.ts';
