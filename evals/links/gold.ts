import { z } from 'zod';
import { ACTOR_KINDS, STANCES, STATUSES } from '../../src/record/index.ts';

/** The number of a report: N is the file `N.txt`. */
const number = z.int().positive();
/** Words of a report, in pieces joined by ` … ` where they stand apart. */
const cited = z.tuple([number, z.string()]);

const actor = z.object({
  name: z.string(),
  kind: z.enum(ACTOR_KINDS),
  names: z.array(cited),
  offices: z.array(z.tuple([number, z.string(), z.string().nullable()])).default([]),
});

const utterance = z.object({
  speaker: z.string(),
  renditions: z.array(cited),
  /** A medium, a body, or "speaker". */
  root: z.string(),
  said: z.string().nullable(),
});

const step = z.object({
  when: z.string().nullable(),
  status: z.enum(STATUSES),
  by: z.string().nullable(),
  report: number,
  place: z.string().nullish(),
});

const event = z.object({
  name: z.string(),
  mentions: z.array(cited),
  schedule: z.array(step),
  final: z.object({ when: z.string().nullable(), status: z.enum(STATUSES), place: z.string().nullable() }),
});

const position = z.object({
  actor: z.string(),
  for: z.string().nullable(),
  report: number,
  content: z.string(),
  stance: z.enum(STANCES),
  condition: z.string().nullable(),
});

const change = z.object({
  actor: z.string(),
  from: z.enum(STANCES),
  to: z.enum(STANCES),
  report: number,
});

const issue = z.object({
  proposition: z.string(),
  terms: z.array(z.string()),
  positions: z.array(position),
  changes: z.array(change),
});

/** The picture that a careful reader drew of a story: the README beside the stories says what each field is. */
export const gold = z.object({
  reports: z.array(z.string()),
  reprints: z.array(z.array(number)).default([]),
  actors: z.array(actor),
  utterances: z.array(utterance),
  notSame: z.array(z.tuple([cited, cited])).default([]),
  events: z.array(event),
  issues: z.array(issue).default([]),
  corrections: z.array(z.object({ report: number, of: number })).default([]),
  unlinked: z.array(number).default([]),
});

export type Gold = z.infer<typeof gold>;
export type Cited = z.infer<typeof cited>;
export type GoldEvent = z.infer<typeof event>;
export type GoldIssue = z.infer<typeof issue>;
export type GoldPosition = z.infer<typeof position>;
export type GoldUtterance = z.infer<typeof utterance>;
