import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import type { Checked } from '../../check/index.ts';
import { publicationDate } from '../../record/index.ts';
import { checkPage } from '../pages/check/check.ts';
import { problem } from '../problem.ts';
import { DRAFT_FORMATS, type Draft } from './draft.ts';

/** Looks a draft over; a text that is none is refused with the reason. Handed in, since analysing is no work of a page. */
export type CheckDraft = (draft: Draft) => Promise<Checked | { readonly refused: string }>;

const MOST_CHARACTERS = 200_000;
/** A character is at most four bytes, and a form writes each of them as three. */
const MOST_BYTES = MOST_CHARACTERS * 12;

export const draft = z.object({
  // A mark of byte order is no part of the text, and places in it are counted without.
  text: z
    .string()
    .max(MOST_CHARACTERS)
    .transform((text) => text.replace(/^\uFEFF/, '')),
  published: publicationDate.nullish().transform((date) => date ?? null),
  format: z.enum(DRAFT_FORMATS).default('text'),
});

/** The page where a draft is pasted, its form for browsers without script, and its data. */
export function drafts(check: CheckDraft): Hono {
  const limit = bodyLimit({
    maxSize: MOST_BYTES,
    onError: (context) =>
      problem(context, 413, 'Too long', `expected a draft of at most ${MOST_CHARACTERS} characters`),
  });
  return new Hono()
    .get('/check', (context) => context.html(checkPage(NO_DRAFT, null)))
    .post('/check', limit, async (context) => {
      const asked = draft.safeParse(written(await context.req.parseBody()));
      return asked.success
        ? context.html(checkPage(asked.data, await check(asked.data)))
        : notADraft(context);
    })
    .post('/check.json', limit, async (context) => {
      const asked = draft.safeParse(await context.req.json().catch(() => null));
      if (!asked.success) return notADraft(context);
      const checked = await check(asked.data);
      return 'refused' in checked
        ? problem(context, 422, 'No draft', checked.refused)
        : context.json({ data: checked });
    });
}

const NO_DRAFT: Draft = { text: '', published: null, format: 'text' };

/** What a form holds, as it was typed: on its way every line's end is written with a carriage return. */
function written({ text, published, ...others }: Record<string, unknown>): Record<string, unknown> {
  return {
    ...others,
    text: typeof text === 'string' ? text.replaceAll('\r\n', '\n') : text,
    published: published === '' ? null : published,
  };
}

const notADraft = (context: Context) =>
  problem(
    context,
    400,
    'No draft',
    `expected a text of at most ${MOST_CHARACTERS} characters, and a date such as 2026-02-02 or none`,
  );
