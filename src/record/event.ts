import { z } from 'zod';
import { type Frozen, field } from './field.ts';
import { actorId, eventId, statementId } from './ids.ts';
import { EVENT_TIMES, HOW, PARTS, PLOVER_TYPES, STATUSES, TIME_TYPES } from './lists.ts';
import { span, spans } from './span.ts';

const when = field(z.string().nullable(), 'When', 'The date in EDTF, or null where none is given.');
const status = field(z.enum(STATUSES), 'Status', 'How the event stands.');
const actor = field(actorId.nullable(), 'Actor', 'The actor of this record, where there is one.');

export const revision = z
  .strictObject({
    when,
    status,
    statement: field(statementId.nullable(), 'Statement', 'The statement that it rests on.'),
    by: field(actorId.nullable(), 'By', 'Who gave the date.'),
    rule: field(
      z.string().nullable().default(null),
      'Rule',
      'The rule that read this in its clause; null where an analyser before it wrote it.',
    ),
    span: field(span, 'Span', 'The words that tell.'),
  })
  .meta({ title: 'Revision', description: 'One announcement of an event’s date.' });

export const event = z
  .strictObject({
    id: field(eventId, 'Event', 'Names the event in this record.'),
    what: field(z.string(), 'What', 'The event, in the report’s words.'),
    type: field(z.enum(PLOVER_TYPES).nullable(), 'Type', 'Its PLOVER type, where one fits.'),
    mode: field(z.string().nullable(), 'Mode', 'Its PLOVER mode, where one is clear.'),
    time: field(z.enum(EVENT_TIMES), 'Time', 'Whether it is past, planned, possible or hypothetical.'),
    negated: field(z.boolean(), 'Negated', 'Whether the report says that it did not happen.'),
    participants: field(
      z.array(
        z.strictObject({
          name: field(z.string(), 'Name', 'Who, in the report’s words.'),
          actor,
          part: field(z.enum(PARTS), 'Part', 'What part they have in it.'),
        }),
      ),
      'Participants',
      'Who takes part, hosts, mediates or stays away.',
    ),
    place: field(
      z
        .strictObject({
          name: field(z.string(), 'Name', 'The place.'),
          country: field(z.string().nullable(), 'Country', 'Its country (ISO 3166-1 alpha-3).'),
          span: field(span, 'Span', 'Where the text names it.'),
        })
        .nullable(),
      'Place',
      'Where it takes place.',
    ),
    when,
    status,
    schedule: field(
      z.array(revision),
      'Schedule',
      'What was announced of its date, in the order of the text.',
    ),
    rules: field(
      z
        .strictObject({
          says: field(
            z.array(z.string()),
            'Says',
            'The rules that read what its clauses say of when it is, each once, in the order of the text.',
          ),
          status: field(z.string(), 'Status', 'The rule that made its status of that.'),
        })
        .nullable()
        .default(null),
      'Rules',
      'The rules behind its status; null where an analyser before them wrote it.',
    ),
    spans: field(spans, 'Spans', 'The words that name it.'),
  })
  .meta({ title: 'Event', description: 'Something done or planned.' });

export const time = z
  .strictObject({
    span: field(span, 'Span', 'The expression of time.'),
    type: field(z.enum(TIME_TYPES), 'Type', 'A date, a time of day, a duration or a repeated time.'),
    value: field(z.string(), 'Value', 'EDTF, an ISO 8601 week or duration, or PRESENT, PAST, FUTURE.'),
    how: field(z.enum(HOW), 'How', 'Whether the text states it or a rule inferred it.'),
    by: field(z.string(), 'By', 'The rule that decided.'),
  })
  .meta({ title: 'Time', description: 'An expression of time and its value.' });

export type Event = Frozen<z.infer<typeof event>>;
export type Time = Frozen<z.infer<typeof time>>;

/** Whether an event belongs in a calendar: somebody gave it a date, or took one away; what is only told as past does not. */
export function isScheduled({
  schedule,
  status,
  type,
  time,
}: Pick<Event, 'status' | 'type' | 'time'> & { readonly schedule: readonly unknown[] }): boolean {
  const isAnnounced = schedule.length > 1 || (time !== 'past' && status !== 'held');
  return schedule.length > 0 && (isAnnounced || type !== null);
}

/** The names of those who gave an event its dates, in the order of the schedule, each once. */
export function announcersOf(
  { schedule }: Pick<Event, 'schedule'>,
  nameOf: (actor: string) => string | undefined,
): string[] {
  return [...new Set(schedule.flatMap(({ by }) => (by === null ? [] : [nameOf(by) ?? by])))];
}
