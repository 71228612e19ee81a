import { Hono } from 'hono';
import type { Ledger } from '../../ledger/index.ts';
import { FLAG_KINDS, LINKED_FLAG_KINDS } from '../../record/index.ts';
import { flagsPage } from '../pages/check/flags.ts';
import { problem } from '../problem.ts';
import { data, pageNumber, pagesOf } from './answers.ts';
import { wantsData } from './wants-data.ts';

const ON_A_PAGE = 50;

/** What an editor should look at. */
export function flagRoutes(ledger: Ledger): Hono {
  const web = new Hono();

  web.get('/:page{flags(?:[.]json)?}', async (context) => {
    const asked = context.req.query('kind');
    const kinds = [...FLAG_KINDS, ...LINKED_FLAG_KINDS];
    const kind = kinds.find((one) => one === asked);
    if (asked !== undefined && kind === undefined)
      return problem(context, 400, 'No such rule', `expected one of: ${kinds.join(', ')}`);
    const only = kind === undefined ? {} : { kind };
    const { total } = await ledger.flags({ ...only, limit: 0, offset: 0 });
    const last = pagesOf(total, ON_A_PAGE);
    const number = pageNumber(context, last);
    const { flags } = await ledger.flags({ ...only, limit: ON_A_PAGE, offset: (number - 1) * ON_A_PAGE });
    const shelf = { flags, total, kind: kind ?? null, number, last };
    return wantsData(context) ? data(context, shelf) : context.html(flagsPage(shelf));
  });

  return web;
}
