import { z } from 'zod';
import { type Frozen, field } from './field.ts';
import { reportId } from './ids.ts';
import { span } from './span.ts';

/** What decisions join over reports, and part. */
export const JOINED_KINDS = ['actor', 'utterance', 'event'] as const;
export type JoinedKind = (typeof JOINED_KINDS)[number];

/** What a decision is pinned to: it finds its mention again by these words, whatever an analyser makes of them. */
export const anchor = z
  .strictObject({
    report: field(reportId, 'Report', 'The report that has the words.'),
    spans: field(
      z.array(span).min(1),
      'Spans',
      'The words: a name, what is said with its cue, what names an event.',
    ),
    name: field(z.string().min(1), 'Name', 'How it was called when it was decided.'),
  })
  .meta({ title: 'Anchor', description: 'A mention in one report that a decision speaks of.' });

export type Anchor = Frozen<z.infer<typeof anchor>>;

/** The kinds of decisions on what is one over reports, with the fields that every decision has. */
export const linkDecisions = <Fields extends z.ZodRawShape>(fields: Fields) =>
  [
    z.strictObject({ kind: field(z.literal('merge'), 'Kind', 'Several are one.'), ...joined, ...fields }),
    z.strictObject({
      kind: field(z.literal('split'), 'Kind', 'One is none of the others.'),
      ...joined,
      ...fields,
    }),
  ] as const;

const joined = {
  of: field(z.enum(JOINED_KINDS), 'Of', 'Whether actors, utterances or events are spoken of.'),
  one: field(anchor, 'One', 'The mention that is spoken of.'),
  others: field(z.array(anchor).min(1), 'Others', 'Those that it is one with, or none of.'),
};
