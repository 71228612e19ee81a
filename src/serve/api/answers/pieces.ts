import { z } from 'zod';
import {
  actor,
  decision,
  event,
  FORMATS,
  flag,
  linkedEvent,
  linkedFlag,
  report,
  span,
  statement,
  utterance,
} from '../../../record/index.ts';

const text = z.string();
const count = z.int().nonnegative();

/** What several answers have in them, each with the name under which the document has it. */
export const reportLine = z
  .strictObject({
    ...report.pick({ id: true, outlet: true, published: true, headline: true }).shape,
    added: text,
    version: count,
    opening: text,
    statements: count,
  })
  .meta({ title: 'Report line', description: 'A line of a list of reports.' });

export const bareReport = report
  .omit({ text: true, blocks: true })
  .meta({ title: 'Bare report', description: 'A report without its text, which its own address has.' });

export const decided = z
  .strictObject({
    status: z.enum(['accepted', 'corrected', 'rejected']),
    decisions: z.array(decision),
    found: statement,
  })
  .meta({ title: 'Decided', description: 'What people decided on a statement, beside what was read of it.' });

export const foundStatement = z
  .strictObject({ statement, decided: decided.nullable(), report, added: text })
  .meta({ title: 'Found statement', description: 'A statement with its report.' });

export const bareStatement = z
  .strictObject({ statement, decided: decided.nullable(), report: bareReport, added: text })
  .meta({
    title: 'Statement of a list',
    description: 'A statement with its report, without the text of that.',
  });

export const eventLine = z
  .strictObject({ event: linkedEvent, sequence: count, reports: z.array(reportLine) })
  .meta({ title: 'Event line', description: 'An event over all reports, and the reports that tell of it.' });

export const flagged = z
  .strictObject({ report: reportLine, flag: z.union([flag, linkedFlag]) })
  .meta({ title: 'Flagged', description: 'What an editor should look at, and in which report.' });

export const kin = z.strictObject({
  how: z.enum(['copy', 'original', 'correction', 'corrected']),
  score: z.number(),
  report: reportLine,
});

export const stood = z.strictObject({ report: report.shape.id, version: count, from: text, to: text });

export const visit = z.strictObject({
  place: text,
  feed: text.nullable(),
  at: text,
  outcome: text,
  code: text.nullable(),
  message: text.nullable(),
  report: report.shape.id.nullable(),
});

export const decidedLink = z.strictObject({ decision, state: text });
export const format = z.enum(FORMATS);
export const personLine = z.strictObject({ id: text, name: text, kind: text, reports: count });
export const period = z.strictObject({ first: text, last: text });
export const counted = z.strictObject({ id: text.nullable(), name: text, times: count });

/** The named parts of the document: what refers to one of them names it. */
export const NAMED = {
  Report: report,
  Statement: statement,
  Event: event,
  Actor: actor,
  Span: span,
  Utterance: utterance,
  LinkedEvent: linkedEvent,
  Decision: decision,
  ReportLine: reportLine,
  BareReport: bareReport,
  Decided: decided,
  FoundStatement: foundStatement,
  BareStatement: bareStatement,
  EventLine: eventLine,
  Flagged: flagged,
} as const;
