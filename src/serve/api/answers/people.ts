import { z } from 'zod';
import { DOUBTS } from '../../../ledger/index.ts';
import { alert, decision, JOINED_KINDS, statement } from '../../../record/index.ts';
import { decidedLink, reportLine } from './pieces.ts';

const text = z.string();
const count = z.int().nonnegative();
const doubt = z.enum(DOUBTS);

export const alertsAnswer = z.strictObject({
  alerts: z.array(
    z.strictObject({ ...alert.omit({ webhook: true }).shape, news: count, latest: text.nullable() }),
  ),
});

/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export const feedAnswer = z.looseObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: text,
  home_page_url: text,
  feed_url: text,
  items: z.array(z.looseObject({ id: text, url: text, title: text.optional() })),
});

export const reviewAnswer = z.strictObject({
  filter: z.strictObject({
    report: text.optional(),
    speaker: text.optional(),
    doubt: doubt.optional(),
  }),
  progress: z.strictObject({
    waiting: count,
    isMore: z.boolean(),
    byDoubt: z.record(doubt, count),
    looked: count,
  }),
  queue: z.array(
    z.strictObject({
      statement,
      doubt,
      rank: z.number(),
      renditions: count,
      report: reportLine.pick({ id: true, outlet: true, published: true, headline: true }),
    }),
  ),
});

export const decisionsAnswer = z.strictObject({
  decisions: z.array(z.strictObject({ decision, state: text, statement: text.nullable(), number: count })),
});

const tie = z.strictObject({ rule: text, score: z.number() });
export const mergeAnswer = z.strictObject({
  kind: z.enum(JOINED_KINDS),
  id: text,
  name: text,
  first: text,
  last: text,
  members: z.array(z.strictObject({ id: text, words: text, report: reportLine, tie: tie.nullable() })),
  isMore: z.boolean(),
  near: z.array(z.strictObject({ id: text, name: text, ...tie.shape })),
  candidates: z.array(z.strictObject({ id: text, name: text, why: text })),
  decisions: z.array(decidedLink),
});

const placed = { line: count, column: count, endLine: count, endColumn: count };
const onRecord = z.union([
  z.strictObject({ verdict: z.literal('absent'), reports: count }),
  z.strictObject({
    verdict: z.enum(['exact', 'near', 'altered', 'indirect']),
    told: text,
    outlet: text.nullable(),
    published: text.nullable(),
    but: z.array(text),
    difference: z.array(z.strictObject({ kind: z.enum(['same', 'asked', 'told']), text })),
    permalink: text,
    statement: text.nullable(),
    by: text.nullable(),
    how: text.nullable(),
    isInferred: z.boolean(),
    isAnothers: z.boolean(),
    isFirst: z.boolean(),
    reports: count,
  }),
]);

export const checkAnswer = z.strictObject({
  findings: z.array(z.strictObject({ ...placed, path: text, rule: text, message: text })),
  quotations: z.array(z.strictObject({ ...placed, text, by: text.nullable(), record: onRecord })),
});

const colour = text.regex(/^#[0-9a-f]{6}$/);
export const styleAnswer = z.strictObject({
  tokens: z.array(z.strictObject({ name: text, paper: colour, night: colour })),
});
