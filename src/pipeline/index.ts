/** The way of a report, wired: pages in and records out, pages into the ledger, and what is asked of records and ledger. */

export { type Adding, addBatches, addInputs, addPages, fingerprintOf, type Outcome } from './adding.ts';
export {
  checkDraft,
  checkedAgainst,
  checkRecord,
  likeliestInLedger,
  lookUpQuotation,
  type OnRecordOf,
  onRecordOf,
  proveLedger,
  utteranceFound,
  verifyInLedger,
  verifyInRecords,
} from './asking.ts';
export { type CorrectionAsked, correctionOf } from './correcting.ts';
export {
  anchorOf,
  type ContentAsked,
  contentIn,
  decideAndLink,
  speakerNamed,
  statementNamed,
} from './deciding.ts';
export { decisionOf, digest, type Made } from './decision.ts';
export { policyToAsk } from './identity.ts';
export { issueNamed, issueOf, issuesNamed } from './issues.ts';
export { type Linker, linkNew, storeOf } from './linking.ts';
export { mergeOf, type NewLinkDecision, splitOf } from './merging.ts';
export {
  personMeant,
  personsFor,
  positionsOn,
  reportsOn,
  utteranceWith,
  type Who,
  whoIs,
} from './picture.ts';
export { type Reading, readPages } from './reading.ts';
export { rebuild } from './rebuild.ts';
export { type Reviewed, reviewing } from './reviewing.ts';
export { issuesSuggested, type Suggested } from './suggesting.ts';
