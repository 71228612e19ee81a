import { Hono } from 'hono';
import type { Ledger } from '../../ledger/index.ts';
import { ACTS, KINDS, periodOf } from '../../record/index.ts';
import { searchPage } from '../pages/search.ts';
import { problem } from '../problem.ts';
import { data, pagesOf } from './answers.ts';
import { wantsData } from './wants-data.ts';

const RESULTS = 20;

/** Statements by words and by who, whom, when. */
export function searchRoutes(ledger: Ledger): Hono {
  const web = new Hono();

  web.get('/:page{search(?:[.]json)?}', async (context) => {
    const {
      q = '',
      by,
      for: behind,
      to,
      root,
      outlet,
      held,
      when = '',
      page = '1',
      ...lists
    } = context.req.query();
    if (q.length > 1000)
      return problem(context, 400, 'Too long', 'expected at most 1000 characters to search for');
    const period = when.trim() === '' ? undefined : periodOf(when);
    if (period === null)
      return problem(
        context,
        400,
        'No such time',
        'expected a date such as 2031-05-12, 2031-05 or 2031-05-12/2031-06-30',
      );
    const act = ACTS.find((one) => one === lists.act);
    const kind = KINDS.find((one) => one === lists.kind);
    const search = {
      words: q,
      by: by || undefined,
      for: behind || undefined,
      to: to || undefined,
      root: root || undefined,
      act,
      kind,
      outlet: outlet || undefined,
      held: held === '1',
      when: period,
    };
    const number = Math.min(Math.max(1, Number.parseInt(page, 10) || 1), 1000);
    const asked = q.trim() !== '' || [by, behind, to, root].some(Boolean) || act !== undefined;
    const found = asked
      ? await ledger.find({ ...search, limit: RESULTS, offset: (number - 1) * RESULTS })
      : null;
    if (wantsData(context)) return data(context, found ?? { total: 0, isMore: false, statements: [] });
    const last = pagesOf(found?.total ?? 0, RESULTS);
    return context.html(searchPage({ ...search, asked: when, number, last }, found));
  });

  return web;
}
