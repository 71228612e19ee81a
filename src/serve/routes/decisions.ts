import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { z } from 'zod';
import type { Ledger, NumberedDecision } from '../../ledger/index.ts';
import { csvCell, csvLine, decisionId } from '../../record/index.ts';
import { withFollowing } from '../api/portions.ts';
import type { Deciding } from '../deciding.ts';
import { DECIDED } from '../guard.ts';
import { decisionsPage, type ListedDecision } from '../pages/review/decisions.ts';
import { mergePath } from '../pages/review/merge.ts';
import { doneWords } from '../pages/review/queue.ts';
import { invalid, problem } from '../problem.ts';
import { filterOf, type QueueAsked, queuePath } from '../review/asked.ts';
import { why } from '../review/verdict.ts';
import { data } from './answers.ts';
import { wantsData } from './wants-data.ts';

/** What every form of a decision needs. */
export interface NewDecision {
  readonly limit: MiddlewareHandler;
  readonly byOf: (context: Context) => string | null;
  readonly byIn: (context: Context, typed: unknown) => string | null;
  readonly remember: (context: Context, by: string) => void;
  readonly closed: (context: Context) => Response | Promise<Response>;
  readonly whyNot: (error: unknown) => [wrong: string, status: 409 | 422 | 500];
  readonly askedIn: (queue: unknown) => QueueAsked;
}

const ON_A_PAGE = 50;
const LIST = '/review/decisions';

const listAsked = z.object({ before: z.coerce.number().int().positive().optional() });
const undoForm = z.object({ decision: decisionId, why });

/** All decisions, the latest first, and taking one back. */
export function undoRoutes(ledger: Ledger, deciding: Deciding | null, form: NewDecision): Hono {
  const web = new Hono();

  web.on('GET', [LIST, `${LIST}.json`, `${LIST}.csv`], async (context) => {
    const asked = listAsked.safeParse(context.req.query());
    if (!asked.success)
      return invalid(context, 'No such decisions', { before: 'expected a number before which they are' });
    const from = asked.data.before ?? null;
    return wantsData(context) ? await list(context, from) : await show(context, from);
  });

  /** Decisions as data, the latest first. */
  function list(context: Context, from: number | null): Promise<Response> {
    const ask = async ({ limit, behind }: { limit: number; behind: string | null }) => {
      const before = listAsked.safeParse({ before: behind ?? from ?? undefined });
      return before.success ? await ledger.decisionsBefore(before.data.before ?? null, limit) : null;
    };
    const nameOf = ({ number }: NumberedDecision) => String(number);
    return withFollowing(context, { each: ON_A_PAGE, ask, nameOf }, ({ lines, next }) =>
      data(context, { decisions: lines }, next),
    );
  }

  const listed = async (line: NumberedDecision): Promise<ListedDecision> => {
    const isShown = line.decision.kind === 'correct' && line.statement !== null;
    const found = isShown && line.statement !== null ? await ledger.statement(line.statement) : null;
    return { ...line, read: found?.decided?.found ?? null };
  };

  async function show(
    context: Context,
    before: number | null,
    refused: { wrong: string; status: 409 | 422 | 500 } | null = null,
  ): Promise<Response> {
    const lines = await ledger.decisionsBefore(before, ON_A_PAGE);
    if (context.req.path.endsWith('.csv'))
      return context.body(csvOf(lines), 200, { 'content-type': 'text/csv; charset=utf-8' });
    const isMore = (lines.at(-1)?.number ?? 1) > 1;
    const by = form.byOf(context);
    const isOpen = deciding !== null;
    return await context.html(
      decisionsPage({
        lines: await Promise.all(lines.map(listed)),
        before,
        isMore,
        by,
        isOpen,
        wrong: refused?.wrong ?? null,
      }),
      refused?.status ?? 200,
    );
  }

  web.post(DECIDED.undo, form.limit, async (context) => {
    const body = await context.req.parseBody();
    const asked = undoForm.safeParse(body);
    if (!asked.success)
      return await problem(context, 400, 'No decision', 'expected the id of a decision to take back');
    if (deciding === null) return await form.closed(context);
    const by = form.byIn(context, body.by);
    const refuse = (wrong: string, status: 409 | 422 | 500) => show(context, null, { wrong, status });
    if (by === null) return await refuse('expected your name, which is kept with each decision', 422);
    const made = asked.data.decision;
    const on = (await ledger.decisionsBefore(null, ON_A_PAGE)).find(({ decision }) => decision.id === made);
    try {
      await deciding.undo(made, { by, why: asked.data.why });
    } catch (error) {
      return await refuse(...form.whyNot(error));
    }
    form.remember(context, by);
    return context.redirect(backTo(body.queue, on?.statement ?? null), 303);
  });

  /** Back to where it was taken back: what is joined, the list, or the statement in its queue. */
  function backTo(from: unknown, statement: string | null): string {
    const of = typeof from === 'string' && from.startsWith(`${DECIDED.merge}?`) ? ofIn(from) : null;
    if (of !== null) return mergePath(of);
    if (from === LIST || statement === null) return LIST;
    return queuePath(filterOf(form.askedIn(from)), { at: statement });
  }

  return web;
}

const ofIn = (path: string): string | null => new URLSearchParams(path.split('?', 2)[1]).get('of');

const csvOf = (lines: readonly NumberedDecision[]): string =>
  [
    ['number', 'decision', 'kind', 'state', 'by', 'at', 'why', 'statement', 'about'],
    ...lines.map(({ number, decision, state, statement }) => [
      String(number),
      decision.id,
      decision.kind,
      state,
      decision.by,
      decision.at,
      decision.why ?? '',
      statement ?? '',
      doneWords(decision),
    ]),
  ]
    .map((cells) => csvLine(cells.map(csvCell)))
    .join('');
