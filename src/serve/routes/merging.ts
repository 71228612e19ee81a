import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { Ledger } from '../../ledger/index.ts';
import type { Decision } from '../../record/index.ts';
import type { Deciding, Who } from '../deciding.ts';
import { DECIDED } from '../guard.ts';
import { mergePage, mergePath } from '../pages/review/merge.ts';
import { invalid, problem } from '../problem.ts';
import { candidatesFor, kindOf } from '../review/joining.ts';
import { why } from '../review/verdict.ts';
import { data } from './answers.ts';
import type { NewDecision } from './decisions.ts';
import { wantsData } from './wants-data.ts';

const id = z.string().trim().max(200);
const asked = z.object({ of: id.min(1), with: id.default('') });
/** What is joined with it: a candidate, or what somebody typed. */
const mergeForm = z.object({ of: id.min(1), other: id.default(''), id: id.default(''), why });
const splitForm = z.object({ group: id.min(1), member: id.min(1), why });

interface Refused {
  readonly wrong: string;
  readonly status: 409 | 422 | 500;
  readonly typed: { readonly by: string; readonly why: string; readonly other: string };
}

/** Where actors, utterances and events are taken for one, or parted. */
export function mergeRoutes(ledger: Ledger, deciding: Deciding | null, form: NewDecision): Hono {
  const web = new Hono();

  web.on('GET', ['/review/merge', '/review/merge.json'], async (context) => {
    const query = asked.safeParse(context.req.query());
    if (!query.success)
      return await invalid(context, 'Nothing to join', {
        of: 'expected the id of an actor, utterance or event',
      });
    return await show(context, query.data);
  });

  async function show(
    context: Context,
    { of, with: words }: z.infer<typeof asked>,
    refused: Refused | null = null,
  ): Promise<Response> {
    const kind = kindOf(of);
    const whole = kind === null ? null : await ledger.joinedWhole(kind, of);
    if (whole === null)
      return await problem(
        context,
        404,
        'Nothing of this id',
        `there is no actor, utterance or event ${of} that was linked in this ledger`,
      );
    const candidates = await candidatesFor(ledger, whole, words);
    const decisions = await ledger.decidedLinks({ kind: whole.kind, id: whole.id });
    if (wantsData(context)) return data(context, { ...whole, candidates, decisions });
    return await context.html(
      mergePage({
        whole,
        candidates,
        decisions,
        words,
        by: form.byOf(context),
        isOpen: deciding !== null,
        typed: refused?.typed ?? NOTHING,
        wrong: refused?.wrong ?? null,
      }),
      refused?.status ?? 200,
    );
  }

  /** Makes a decision on what is joined, and shows what came of it, or why nothing did. */
  async function decide(
    context: Context,
    { of, told, work }: { of: string; told: Told; work: (open: Deciding, who: Who) => Promise<Decision> },
  ): Promise<Response> {
    if (deciding === null) return await form.closed(context);
    const by = form.byIn(context, told.by);
    const typed = { by: typeof told.by === 'string' ? told.by : '', why: told.why ?? '', other: told.other };
    const refuse = (wrong: string, status: Refused['status']) =>
      show(context, { of, with: '' }, { wrong, status, typed });
    if (by === null) return await refuse('expected your name, which is kept with each decision', 422);
    try {
      await work(deciding, { by, why: told.why });
    } catch (error) {
      return await refuse(...form.whyNot(error));
    }
    form.remember(context, by);
    return context.redirect(mergePath(of), 303);
  }

  web.post(DECIDED.merge, form.limit, async (context) => {
    const body = await context.req.parseBody();
    const read = mergeForm.safeParse(body);
    if (!read.success) return await noForm(context);
    const { of, other, id: typed, why: reason } = read.data;
    const told = { by: body.by, why: reason, other: typed };
    const work = (open: Deciding, who: Who) => open.merge([of, other === '' ? typed : other], who);
    return await decide(context, { of, told, work });
  });

  web.post(DECIDED.split, form.limit, async (context) => {
    const body = await context.req.parseBody();
    const read = splitForm.safeParse(body);
    if (!read.success) return await noForm(context);
    const { group, member, why: reason } = read.data;
    const told = { by: body.by, why: reason, other: '' };
    const work = (open: Deciding, who: Who) => open.split(group, member, who);
    return await decide(context, { of: group, told, work });
  });

  return web;
}

interface Told {
  readonly by: unknown;
  readonly why: string | null;
  readonly other: string;
}

const NOTHING = { by: '', why: '', other: '' };

const noForm = (context: Context) =>
  problem(context, 400, 'No decision', 'expected what is one with what, found another form');
