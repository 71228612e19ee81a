import { z } from 'zod';
import {
  change,
  EVENT_KINDS,
  event,
  issue,
  linkedEvent,
  news,
  position,
  report,
  STATUSES,
  span,
  spans,
  statement,
  utterance,
} from '../../../record/index.ts';
import { bareReport, decidedLink, eventLine, flagged, foundStatement, period, reportLine } from './pieces.ts';

const text = z.string();
const count = z.int().nonnegative();
const paged = { number: count, last: count };

const facet = z.array(z.strictObject({ value: text, statements: count }));
const difference = z.array(z.strictObject({ kind: z.enum(['same', 'asked', 'told']), text }));
// A verdict has all that `onrecord verify --json` tells; what pages show of it is named here.
const place = z.looseObject({
  verdict: z.enum(['exact', 'near', 'altered', 'indirect']),
  but: z.array(text),
  span,
  whole: span,
  permalink: text,
  difference,
  statement: statement.nullable(),
  by: z
    .looseObject({ answer: z.enum(['matches', 'differs', 'unclear']), source: text.nullable() })
    .nullable(),
  report: bareReport,
});

export const searchAnswer = z.strictObject({
  total: count,
  isMore: z.boolean(),
  statements: z.array(foundStatement),
  facets: z
    .strictObject({
      of: count,
      isAll: z.boolean(),
      who: facet,
      behind: facet,
      outlet: facet,
      act: facet,
      kind: facet,
      year: facet,
      month: facet,
    })
    .nullable(),
  hints: z.array(
    z.strictObject({
      kind: z.enum(['word', 'spelling', 'held', 'filter', 'alone']),
      what: text,
      instead: text.nullable(),
      search: z.record(text, z.unknown()),
      statements: count,
      isMore: z.boolean(),
    }),
  ),
  quotation: z
    .union([
      z.strictObject({ refused: text }),
      z.looseObject({
        verdict: z.enum(['exact', 'near', 'altered', 'indirect', 'absent']),
        by: text.nullable(),
        places: z.array(place),
        earliest: place.nullable(),
        another: place.nullable(),
        reports: count,
        utterance: utterance.nullable(),
      }),
    ])
    .nullable(),
});

export const flagsAnswer = z.strictObject({
  flags: z.array(flagged),
  total: count,
  kind: text.nullable(),
  ...paged,
});

export const calendarAnswer = z.strictObject({
  total: count,
  isMore: z.boolean(),
  events: z.array(eventLine),
  month: text,
  ...paged,
  span: period.nullable(),
  deeds: count,
  ahead: z.boolean(),
  ...period.shape,
  filter: z.strictObject({
    kind: z.enum(EVENT_KINDS).optional(),
    words: text,
    who: text,
    place: text,
    status: z.enum(STATUSES).optional(),
  }),
});

export const eventAnswer = z.union([
  z.strictObject({
    ...eventLine.shape,
    decisions: z.array(decidedLink),
    tellings: z.array(
      z.strictObject({
        member: linkedEvent.shape.members.element,
        told: event.nullable(),
        against: text.nullable().optional(),
      }),
    ),
  }),
  z.strictObject({ event, report }),
]);

export const todayAnswer = z.strictObject({
  reports: count,
  said: z.array(z.strictObject({ utterance, day: text, came: text, first: reportLine.nullable() })),
  day: text,
  ahead: z.array(eventLine),
  turns: z.array(z.strictObject({ issue, change })),
  positions: z.array(news),
  flags: z.array(flagged),
  asked: z.strictObject({ day: text.nullable(), since: text.nullable(), behind: text.nullable() }),
});

export const issuesAnswer = z.array(
  z.strictObject({
    ...issue.shape,
    found: z.strictObject({ statements: count, actors: count, last: change.nullable() }).nullable(),
  }),
);

export const positionsAnswer = z.strictObject({
  total: count,
  ...paged,
  positions: z.array(z.strictObject({ ...position.shape, was: text.nullable() })),
});

export const issueAnswer = z.strictObject({
  issue,
  isFresh: z.boolean(),
  actors: z.array(z.strictObject({ holder: text, name: text, statements: count })),
  positions: z.array(
    z.strictObject({
      ...position.shape,
      holder: text,
      day: text.nullable(),
      words: text,
      content: spans,
      said: text.nullable(),
      outlet: text.nullable(),
      headline: text.nullable(),
      url: text.nullable(),
    }),
  ),
  changes: z.array(change),
});

const root = z.strictObject({
  kind: z.enum(['speaker', 'medium', 'body']),
  root: text,
  utterances: count,
  statements: count,
  outlets: count,
});
const outlet = z.strictObject({
  outlet: text.nullable(),
  reports: count,
  utterances: count,
  statements: count,
  alone: count,
  first: count,
  later: count,
});
const taken = z.strictObject({
  kind: root.shape.kind,
  root: text,
  outlet: text.nullable(),
  utterances: count,
  statements: count,
  first: count,
});

export const sourcesAnswer = z.strictObject({
  kind: root.shape.kind,
  roots: z.array(root),
  outlets: z.array(outlet),
  takings: z.array(taken),
  number: count,
  isMore: z.boolean(),
});

export const sourceAnswer = z.strictObject({
  name: text,
  outlet: outlet.nullable(),
  roots: z.array(root),
  takes: z.array(taken),
  takers: z.array(taken),
  told: z.strictObject({ utterances: z.array(utterance), isMore: z.boolean(), stood: text, number: count }),
});
