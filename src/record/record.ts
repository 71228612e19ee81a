import { z } from 'zod';
import { actor } from './actor.ts';
import { event, time } from './event.ts';
import { type Frozen, field } from './field.ts';
import { flag } from './flag.ts';
import { report } from './report.ts';
import { statement } from './statement.ts';

/** What `onrecord read --json` prints for one report. */
export const reportRecord = z
  .strictObject({
    report: field(report, 'Report', 'The report, its text and its layout.'),
    statements: field(z.array(statement), 'Statements', 'Who said what, in the order of the text.'),
    events: field(z.array(event), 'Events', 'What was done or is planned.'),
    times: field(z.array(time), 'Times', 'The expressions of time.'),
    actors: field(z.array(actor), 'Actors', 'Everybody that the other fields refer to.'),
    flags: field(z.array(flag), 'Flags', 'What an editor should look at.'),
  })
  .meta({ title: 'Record', description: 'The record of one report.' });

/** The line that stands in place of a record when an input failed. */
export const failure = z
  .strictObject({
    error: field(
      z.strictObject({
        code: field(z.string(), 'Code', 'The named reason.'),
        message: field(z.string(), 'Message', 'What was expected, what was found, what to do.'),
      }),
      'Error',
      'Why there is no record.',
    ),
    path: field(z.string(), 'Path', 'The input that failed.'),
  })
  .meta({ title: 'Failure', description: 'An input that gave no record.' });

export type ReportRecord = Frozen<z.infer<typeof reportRecord>>;
export type Failure = Frozen<z.infer<typeof failure>>;
