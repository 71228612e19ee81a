import { z } from 'zod';
import { parseWhen } from './edtf/index.ts';
import { field } from './field.ts';
import { actorId, reportId } from './ids.ts';
import { ACTOR_KINDS, ACTS, KINDS, STANCES } from './lists.ts';
import { issueId } from './picture.ts';
import { spans } from './span.ts';

/**
 * The statement that somebody decided on, by the words that it had then: a later analyser gives it another id, and its words
 * still lead to it.
 */
const on = field(
  z
    .strictObject({
      report: field(reportId, 'Report', 'The report in which it stands.'),
      content: field(spans, 'Content', 'Its content as it was read.'),
      cue: field(spans, 'Cue', 'Its cue as it was read.'),
    })
    .refine(({ content, cue }) => content.length + cue.length > 0, {
      message: 'a decision is on words of a report',
    }),
  'On',
  'The statement that is decided on, by its words.',
);

const speaker = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: field(z.literal('named'), 'Kind', 'It is known who speaks.'),
    actor: field(actorId, 'Actor', 'The actor, which the report need not name.'),
    name: field(z.string().min(1), 'Name', 'The actor’s name.'),
    sort: field(z.enum(ACTOR_KINDS), 'Sort', 'What sort of actor it is.'),
  }),
  z.strictObject({ kind: field(z.literal('unknown'), 'Kind', 'The report does not tell who speaks.') }),
]);

/** What a correction puts in place of what was read; null where that stays. */
const corrected = z.strictObject({
  content: field(
    z
      .strictObject({
        spans: field(spans.min(1), 'Spans', 'The words that are attributed.'),
        kind: field(z.enum(KINDS), 'Kind', 'Whether they stand in quotation marks: wholly, not, or in part.'),
      })
      .nullable(),
    'Content',
    'What is attributed.',
  ),
  speaker: field(speaker.nullable(), 'Speaker', 'Who says it.'),
  act: field(z.enum(ACTS).nullable(), 'Act', 'What is done by saying it.'),
  said: field(
    z
      .string()
      .refine((date) => parseWhen(date) !== null, { message: 'expected a date in EDTF' })
      .nullable(),
    'Said',
    'When it was said, in EDTF.',
  ),
  stance: field(
    z
      .strictObject({
        issue: field(issueId, 'Issue', 'The question.'),
        stance: field(
          z.enum([...STANCES, 'none']),
          'Stance',
          'For, against, on a condition, not clear; none where it takes no position.',
        ),
      })
      .nullable(),
    'Stance',
    'Where it stands on an issue.',
  ),
});

/** The kinds of decisions on one statement, with the fields that every decision has. */
export const statementDecisions = <Fields extends z.ZodRawShape>(fields: Fields) =>
  [
    z.strictObject({
      kind: field(z.literal('accept'), 'Kind', 'A statement was looked at and is right.'),
      on,
      ...fields,
    }),
    z.strictObject({
      kind: field(
        z.literal('reject'),
        'Kind',
        'A statement is none: it is hidden where it is not asked for.',
      ),
      on,
      ...fields,
    }),
    z.strictObject({
      kind: field(z.literal('correct'), 'Kind', 'A statement was misread.'),
      on,
      corrected: field(corrected, 'Corrected', 'What is put in place of what was read.'),
      ...fields,
    }),
  ] as const;
