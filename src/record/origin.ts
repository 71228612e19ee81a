import { z } from 'zod';
import type { Frozen } from './field.ts';

/** Fields of a report that a page itself tells, in several places at once. */
export const CHOSEN_FIELDS = [
  'url',
  'outlet',
  'headline',
  'byline',
  'published',
  'modified',
  'agency',
  'language',
] as const;

const claim = z.strictObject({ value: z.string(), rule: z.string() });

/** Something that one part of a page claims of its report; `rule` says which part. */
export type Claim = Frozen<z.infer<typeof claim>>;

const choice = claim.extend({ field: z.enum(CHOSEN_FIELDS), others: z.array(claim) });

/** What was taken of the claims for one field, by which rule, and what others said that differs. */
export type Choice = Frozen<z.infer<typeof choice>>;

/**
 * Where a piece of a report's text stands in the source of its page, all ends exclusive, in UTF-16 code units. Either the
 * characters are the same and as many, or the source has a character reference, white space or a line break in their place.
 */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

const number = z.int().nonnegative();
const segment = z.strictObject({ start: number, end: number, from: number, to: number });

export const origin = z.strictObject({
  encoding: z.string(),
  address: z.string().nullable(),
  segments: z.array(segment),
  choices: z.array(choice),
});

/**
 * How a report came out of the page that its snapshot holds: the encoding that the bytes were read in, where it was
 * fetched from, the place of every character in the source, and the choice behind every field. With it the text can be
 * proved from the bytes, whatever later versions read pages by.
 */
export type Origin = Frozen<z.infer<typeof origin>>;
