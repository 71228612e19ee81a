import { z } from 'zod';
import { type Frozen, field } from './field.ts';
import { reportId, statementId } from './ids.ts';
import { ACTS, KINDS, STANCES, STATUSES } from './lists.ts';
import { issueId, linkedActorId, linkedEventId } from './picture.ts';

/** What somebody wants to be told of, and what there is to tell. No part of the record: it only points into it. */
export const alertId = z
  .string()
  .regex(/^alert:[0-9a-f]{16}$/)
  .brand<'AlertId'>();
export const newsId = z
  .string()
  .regex(/^news:[0-9a-f]{16}$/)
  .brand<'NewsId'>();

const words = z.string().min(1).max(1000).optional();

/** The words and names by which statements are found, as `find` takes them. */
const search = z.strictObject({
  words,
  by: words,
  for: words,
  to: words,
  about: words,
  act: z.enum(ACTS).optional(),
  kind: z.enum(KINDS).optional(),
  outlet: words,
});

export const alert = z
  .strictObject({
    id: field(alertId, 'Id', 'It leads to the alert’s page and its feeds.'),
    name: field(z.string().trim().min(1).max(100), 'Name', 'What its maker calls it.'),
    search: field(search, 'Search', 'Words and names that a statement must have.'),
    actor: field(
      z.strictObject({ id: linkedActorId, name: z.string() }).nullable(),
      'Actor',
      'Who must have said it, over all reports.',
    ),
    issue: field(
      z.strictObject({ id: issueId, proposition: z.string() }).nullable(),
      'Issue',
      'On what a statement must take a position; changes of position are told too.',
    ),
    once: field(
      z.boolean(),
      'Once',
      'Whether each act of saying is told once, however many reports and sentences have it.',
    ),
    event: field(
      z.strictObject({ id: linkedEventId, what: z.string() }).nullable(),
      'Event',
      'Of which a new date or status is told, whatever else is asked.',
    ),
    webhook: field(
      z.strictObject({ url: z.url({ protocol: /^https?$/ }), allowPrivate: z.boolean() }).nullable(),
      'Webhook',
      'Where news is sent, and whether that may be an address of this machine or its network.',
    ),
    made: field(
      z.string(),
      'Made',
      'When it was made, ISO 8601 in UTC: what was on record by then is no news.',
    ),
  })
  .meta({ title: 'Alert', description: 'A saved search that tells what is new.' });

/** Where words stand: a range of a report's text with the characters there, and what the report is. */
const evidence = z.strictObject({
  report: reportId,
  outlet: z.string().nullable(),
  published: z.string().nullable(),
  headline: z.string().nullable(),
  url: z.string().nullable(),
  start: z.int(),
  end: z.int(),
  words: z.string(),
});

const id = field(newsId, 'Id', 'The same wherever and however often it is told.');
const at = field(z.string(), 'At', 'When its report was added, or a change was seen, ISO 8601 in UTC.');
const from = field(evidence, 'From', 'The words that tell it.');
const statement = field(statementId, 'Statement', 'The statement, by its id.');
const stance = z.enum(STANCES);
const standing = z.strictObject({ when: z.string().nullable(), status: z.enum(STATUSES) });

export const news = z
  .discriminatedUnion('kind', [
    z.strictObject({
      id,
      at,
      kind: field(z.literal('statement'), 'Kind', 'A new statement.'),
      statement,
      who: field(z.string(), 'Who', 'Who said it, as far as it is known.'),
      cue: field(z.string(), 'Cue', 'The words that attribute it.'),
      stance: field(stance.nullable(), 'Stance', 'Where it stands on the alert’s issue.'),
      from,
    }),
    z.strictObject({
      id,
      at,
      kind: field(z.literal('position'), 'Kind', 'A change of position.'),
      issue: issueId,
      proposition: z.string(),
      who: field(z.string(), 'Who', 'Whose position changed.'),
      before: field(
        z.strictObject({ stance, statement: statementId, from: evidence }),
        'Before',
        'The former position, with the statement that shows it last.',
      ),
      stance: field(stance, 'Stance', 'What it became.'),
      statement,
      from,
    }),
    z.strictObject({
      id,
      at,
      kind: field(z.literal('event'), 'Kind', 'A new date or status of an event.'),
      event: linkedEventId,
      what: field(z.string(), 'What', 'The event, in the words of a report.'),
      before: field(standing, 'Before', 'Its date and status when they were told last.'),
      now: field(standing, 'Now', 'Its date and status.'),
      by: field(z.string().nullable(), 'By', 'Who gave the date.'),
      from,
    }),
  ])
  .meta({ title: 'News', description: 'One thing that an alert tells, once.' });

export type AlertId = z.infer<typeof alertId>;
export type NewsId = z.infer<typeof newsId>;
export type Alert = Frozen<z.infer<typeof alert>>;
export type News = Frozen<z.infer<typeof news>>;
export type Evidence = Frozen<z.infer<typeof evidence>>;
