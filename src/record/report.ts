import { z } from 'zod';
import { type Frozen, field } from './field.ts';
import { reportId, snapshotId } from './ids.ts';
import { BLOCK_KINDS } from './lists.ts';

/** A date of publication: a year, a month, a day, or a moment with its zone. */
export const publicationDate = z.union(
  [z.iso.datetime({ offset: true }), z.iso.date(), z.string().regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/)],
  'expected a date such as 2026-02-02, 2026-02 or 2026-02-02T14:30:00+02:00',
);

export const block = z
  .strictObject({
    start: field(z.int().nonnegative(), 'Start', 'The first UTF-16 code unit of the block.'),
    end: field(z.int().nonnegative(), 'End', 'The UTF-16 code unit after the block.'),
    kind: field(z.enum(BLOCK_KINDS), 'Kind', 'What the block is in the layout of the report.'),
  })
  .meta({ title: 'Block', description: 'One block of a report’s text.' });

export const report = z
  .strictObject({
    id: field(
      reportId,
      'Report',
      'Names this version of the report; made from its URL or outlet, and its text.',
    ),
    path: field(
      z.string().nullable(),
      'Path',
      'Where it was read from, as given: a file, FILE#id, or - for standard input.',
    ),
    url: field(z.string().nullable(), 'URL', 'The address the outlet published it at.'),
    outlet: field(z.string().nullable(), 'Outlet', 'Who published it.'),
    headline: field(z.string().nullable(), 'Headline', 'Its headline, from the sidecar or from the text.'),
    byline: field(z.string().nullable(), 'Byline', 'Who wrote it, as printed.'),
    dateline: field(z.string().nullable(), 'Dateline', 'The place and date it was filed from, as printed.'),
    published: field(publicationDate.nullable(), 'Published', 'When the outlet published it.'),
    modified: field(publicationDate.nullable(), 'Modified', 'When the outlet last changed it.'),
    agency: field(z.string().nullable(), 'Agency', 'The agency whose copy it is, as credited.'),
    language: field(z.string().nullable(), 'Language', 'The language of its text (BCP 47).'),
    text: field(z.string(), 'Text', 'The text, as decoded, unchanged; every span is a range of it.'),
    snapshot: field(snapshotId, 'Snapshot', 'The SHA-256 of the bytes it was read from.'),
    blocks: field(z.array(block), 'Blocks', 'Its headline, subheads, paragraphs and items, in order.'),
  })
  .meta({ title: 'Report', description: 'One text as an outlet published it. Immutable.' });

export type Block = Frozen<z.infer<typeof block>>;
export type Report = Frozen<z.infer<typeof report>>;
