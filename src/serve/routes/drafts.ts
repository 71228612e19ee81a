import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import type { Finding } from '../../check/index.ts';
import { publicationDate } from '../../record/index.ts';
import { checkPage } from '../pages/check.ts';
import { problem } from '../problem.ts';

/** A draft that somebody pasted. */
export interface Draft {
  readonly text: string;
  readonly published: string | null;
}

/** Looks a draft over; a text that is none is refused with the reason. Handed in, since analysing is no work of a page. */
export type CheckDraft = (draft: Draft) => Promise<readonly Finding[] | { readonly refused: string }>;

const MOST_CHARACTERS = 200_000;
/** A character is at most four bytes, and a form writes each of them as three. */
const MOST_BYTES = MOST_CHARACTERS * 12;

const draft = z.object({
  text: z.string().max(MOST_CHARACTERS),
  published: publicationDate.nullish(),
});

/** The page where a draft is pasted, its form for browsers without script, and its data. */
export function drafts(check: CheckDraft): Hono {
  const limit = bodyLimit({
    maxSize: MOST_BYTES,
    onError: (context) =>
      problem(context, 413, 'Too long', `expected a draft of at most ${MOST_CHARACTERS} characters`),
  });
  return new Hono()
    .get('/check', (context) => context.html(checkPage({ text: '', published: '', findings: null })))
    .post('/check', limit, async (context) => {
      const { text, published } = await context.req.parseBody();
      const asked = draft.safeParse({ text, published: published === '' ? null : published });
      if (!asked.success) return notADraft(context);
      const findings = await check({ text: asked.data.text, published: asked.data.published ?? null });
      return context.html(
        checkPage({ text: asked.data.text, published: asked.data.published ?? '', findings }),
      );
    })
    .post('/check.json', limit, async (context) => {
      const asked = draft.safeParse(await context.req.json().catch(() => null));
      if (!asked.success) return notADraft(context);
      const findings = await check({ text: asked.data.text, published: asked.data.published ?? null });
      return 'refused' in findings
        ? problem(context, 422, 'No draft', findings.refused)
        : context.json({ data: { findings } });
    });
}

const notADraft = (context: Context) =>
  problem(
    context,
    400,
    'No draft',
    `expected a text of at most ${MOST_CHARACTERS} characters, and a date such as 2026-02-02 or none`,
  );
