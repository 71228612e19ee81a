/**
 * The pure door: reading plain text, analysing it, and looking quotations up, without Node, disk or network.
 * The same code runs in a page, a worker and a test. Words and models are handed in (`Kit`).
 */

export {
  analyse,
  findQuotations,
  type Kit,
  linearTagger,
  type Tagger,
  unpackModel,
} from './analyse/index.ts';
export { readPlain } from './read/plain/index.ts';
export { readText } from './read/plain/text.ts';
export { firstBrokenSpan, type Report, type ReportRecord, type Statement } from './record/index.ts';
export { holds, type Range, type Span, spanOf } from './text/index.ts';
export { type Verdict, verifyQuotation } from './verify/index.ts';
