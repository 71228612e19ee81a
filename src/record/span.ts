import { z } from 'zod';
import { field } from './field.ts';

const offset = z.int().nonnegative();

/** The schema of a span by itself; that its text is the report's is checked where the report is at hand. */
export const span = z
  .strictObject({
    start: field(offset, 'Start', 'The first UTF-16 code unit of the range in the report’s text.'),
    end: field(offset, 'End', 'The UTF-16 code unit after the last one of the range.'),
    text: field(z.string(), 'Text', 'The characters of the range, as the report has them.'),
  })
  .refine(({ start, end, text }) => end - start === text.length, {
    message: 'a span’s text must be as long as its range',
  });

export const spans = z.array(span);
