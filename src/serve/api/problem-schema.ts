import { z } from 'zod';
import { PROBLEMS, type ProblemTitle } from './problems.ts';

const titles = Object.keys(PROBLEMS) as [ProblemTitle, ...ProblemTitle[]];

/** A problem as programs are told it (RFC 9457). */
export const problemSchema = z
  .strictObject({
    type: z
      .string()
      .meta({ description: 'The kind of problem: where the page about these answers tells of it.' }),
    title: z.enum(titles),
    status: z.int(),
    detail: z.string().meta({ description: 'What was expected and found.' }),
    instance: z.string().meta({ description: 'What was asked for.' }),
    errors: z
      .array(z.strictObject({ parameter: z.string(), detail: z.string() }))
      .optional()
      .meta({ description: 'The parameters that are wrong.' }),
  })
  .meta({ title: 'Problem', description: 'A problem as programs are told it (RFC 9457).' });
