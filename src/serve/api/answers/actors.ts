import { z } from 'zod';
import {
  ACTOR_KINDS,
  HOW,
  issue,
  position,
  STANCES,
  span,
  statementId,
  utterance,
} from '../../../record/index.ts';
import { bareStatement, counted, decidedLink, personLine, reportLine } from './pieces.ts';

const text = z.string();
const count = z.int().nonnegative();
const kind = z.enum(ACTOR_KINDS);
const paged = { number: count, last: count };

const whole = {
  id: text,
  name: text,
  kind,
  reports: count,
  statements: count,
  isLinked: z.boolean(),
  names: z.array(text),
  country: text.nullable(),
  sector: text.nullable(),
  joined: z.array(z.strictObject({ names: z.array(text).length(2), rule: text, score: z.number() })),
};

const office = z.strictObject({
  words: text,
  first: text.nullable(),
  last: text.nullable(),
  reports: count,
  told: z.array(
    z.strictObject({
      title: text,
      of: text.nullable(),
      span,
      report: reportLine.pick({ id: true, outlet: true, published: true }),
    }),
  ),
});

const asked = z.strictObject({ q: text, act: text, kind: text, when: text, to: text, outlet: text });

export const actorAnswer = z.strictObject({
  ...whole,
  offices: z.array(office),
  statements: count,
  speaksFor: z.array(
    z.strictObject({
      ...counted.shape,
      told: z.array(z.strictObject({ how: z.enum(HOW), by: text })),
      statement: statementId,
    }),
  ),
  to: z.array(counted),
  from: z.array(counted),
  renditions: z.array(
    z.strictObject({
      utterance: text,
      in: z.array(z.strictObject({ outlet: text.nullable(), published: text.nullable() })),
    }),
  ),
  positions: z.array(
    z.strictObject({
      issue,
      holder: text,
      stance: z.enum(STANCES),
      was: text.nullable(),
      last: position,
      statements: count,
    }),
  ),
  decisions: z.array(decidedLink),
  said: z.strictObject({
    total: count,
    isMore: z.boolean(),
    said: z.array(z.strictObject({ first: bareStatement, utterance: utterance.nullable() })),
    asked,
    ...paged,
  }),
});

export const actorReportsAnswer = z.strictObject({
  ...whole,
  inReports: z.array(z.strictObject({ report: reportLine, statements: count, mentions: count })),
  ...paged,
});

const sort = z.enum([...ACTOR_KINDS, 'body']).nullable();
const listed = z.strictObject({ id: text, name: text, kind, reports: count, statements: count.nullable() });

export const actorsAnswer = z.strictObject({
  kinds: z.array(z.strictObject({ kind, actors: count })),
  sort,
  q: text,
  isUnlinked: z.boolean(),
  lists: z.array(z.strictObject({ title: text, sort, total: count, actors: z.array(listed) })),
  ...paged,
});

export const bearersAnswer = z.strictObject({ bearers: z.array(personLine) });
