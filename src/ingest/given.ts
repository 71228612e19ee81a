import { z } from 'zod';
import { type Given, publicationDate } from '../record/index.ts';

const text = z.string().trim().min(1);

/** The fields that a sidecar or a JSONL line may give; other keys are passed over. */
export const givenFields = z.object({
  url: z.url({ protocol: /^https?$/ }).nullish(),
  outlet: text.nullish(),
  published: publicationDate.nullish(),
  headline: text.nullish(),
});

export const NOTHING_GIVEN: Given = { url: null, outlet: null, published: null, headline: null };

/** What the nearer source gives wins over the farther one, field by field. */
export function nearest(near: z.infer<typeof givenFields>, far: Given): Given {
  return {
    url: near.url ?? far.url,
    outlet: near.outlet ?? far.outlet,
    published: near.published ?? far.published,
    headline: near.headline ?? far.headline,
  };
}

/** A zod error in a line: the field and what was expected of it. */
export function firstIssue(error: z.ZodError): string {
  const [issue] = error.issues;
  return issue === undefined ? 'not valid' : `${issue.path.join('.') || 'value'}: ${issue.message}`;
}
