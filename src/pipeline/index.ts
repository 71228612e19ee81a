/** The way of a report, wired: pages in and records out, pages into the ledger, and what is asked of records and ledger. */

export { type Adding, addBatches, addPages, fingerprintOf, type Outcome } from './adding.ts';
export {
  checkDraft,
  checkRecord,
  proveLedger,
  utteranceFound,
  verifyInLedger,
  verifyInRecords,
} from './asking.ts';
export { anchorOf, type ContentAsked, contentIn, speakerNamed, statementNamed } from './deciding.ts';
export { policyToAsk } from './identity.ts';
export { type Linker, linkNew, storeOf } from './linking.ts';
export { personsFor, positionsOn, utteranceWith, whoIs } from './picture.ts';
export { type Reading, readPages } from './reading.ts';
export { rebuild } from './rebuild.ts';
export { issuesSuggested, type Suggested } from './suggesting.ts';
