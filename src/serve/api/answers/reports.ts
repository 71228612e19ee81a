import { z } from 'zod';
import {
  decision,
  event,
  linkedEventId,
  linkedFlag,
  origin,
  REFUSALS,
  reportRecord,
  snapshotId,
  statement,
  utterance,
} from '../../../record/index.ts';
import {
  bareReport,
  bareStatement,
  decided,
  format,
  foundStatement,
  kin,
  reportLine,
  stood,
  visit,
} from './pieces.ts';

const text = z.string();
const count = z.int().nonnegative();

export const reportsAnswer = z.strictObject({
  reports: z.array(reportLine),
  total: count,
  statements: count,
  number: count,
  last: count,
});

export const reportAnswer = z.strictObject({
  record: reportRecord,
  version: count,
  added: text,
  format,
  decided: z.array(decided),
  orphaned: z.array(decision),
  versions: z.array(reportLine),
  stood: z.array(stood),
  kin: z.array(kin),
  utterances: z.array(utterance),
  linkedFlags: z.array(linkedFlag),
  others: z.array(
    z.strictObject({
      report: reportLine,
      statements: count,
      events: z.array(z.strictObject({ id: linkedEventId, what: text, when: text.nullable() })),
      kin: kin.shape.how.nullable(),
    }),
  ),
});

const one = z.union([statement, event, text.nullable()]);
const change = z.strictObject({ kind: text, before: one.optional(), after: one.optional() });

export const versionsAnswer = z.strictObject({
  versions: z.array(z.strictObject({ ...reportLine.shape, changes: z.array(change) })),
  stood: z.array(z.strictObject({ ...stood.shape, changes: z.array(change) })),
  visits: z.array(visit),
});

const [segment] = [origin.shape.segments.element];
export const snapshotAnswer = z.strictObject({
  snapshot: snapshotId,
  size: count,
  format,
  ...origin.omit({ segments: true }).partial().shape,
  segments: z
    .array(
      z.strictObject({
        ...segment.shape,
        bytes: z.strictObject({ start: count.optional(), end: count.optional() }),
      }),
    )
    .optional(),
});

export const statementAnswer = z.strictObject({
  ...foundStatement.shape,
  utterance: utterance.nullable(),
  citation: z.record(text, z.unknown()).meta({ description: 'The statement as an item of CSL-JSON.' }),
});

export const utteranceAnswer = z.strictObject({
  utterance,
  renditions: z.array(bareStatement.pick({ statement: true, report: true })),
});

const day = z.strictObject({ day: text, visits: count, reports: count });
const code = z.enum(Object.keys(REFUSALS));

export const coverageAnswer = z.strictObject({
  reports: count,
  statements: count,
  unlinked: count,
  analysers: z.array(z.strictObject({ analyser: text, reports: count })),
  sources: z.array(
    z.strictObject({
      source: text,
      visits: count,
      places: count,
      reports: count,
      outcomes: z.record(text, count),
      first: text,
      last: text,
      gap: z.strictObject({ from: text, to: text }).nullable(),
      days: z.array(day),
    }),
  ),
  feeds: z.array(
    z.strictObject({
      place: text,
      title: text.nullable(),
      checked: text,
      due: text,
      failures: count,
      message: text.nullable(),
      items: count,
      waiting: count,
      vanished: count,
    }),
  ),
  reasons: z.array(z.strictObject({ code, visits: count })),
  failures: z.array(visit),
  unlinkable: z.array(z.strictObject({ report: bareReport.shape.id, why: text })),
});
