import { Hono } from 'hono';
import type { FlaggedReport, Ledger, PagePart } from '../../ledger/index.ts';
import { FLAG_KINDS, LINKED_FLAG_KINDS } from '../../record/index.ts';
import { numberOf, withPortion } from '../api/portions.ts';
import { flagsPage } from '../pages/check/flags.ts';
import { invalid } from '../problem.ts';
import { data, pagesOf } from './answers.ts';
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
      return invalid(context, 'No such rule', { kind: `expected one of: ${kinds.join(', ')}` });
    const only = kind === undefined ? {} : { kind };
    const { total } = await ledger.flags({ ...only, limit: 0, offset: 0 });
    const last = pagesOf(total, ON_A_PAGE);
    const ask = async (part: PagePart) => ({ lines: (await ledger.flags({ ...only, ...part })).flags });
    return withPortion(context, { each: ON_A_PAGE, last, ask, nameOf }, (part) => {
      const shelf = { flags: part.lines, total, kind: kind ?? null, number: numberOf(part, ON_A_PAGE), last };
      return wantsData(context) ? data(context, shelf, part.next) : context.html(flagsPage(shelf));
    });
  });

  return web;
}

/** A flag has no id: it is known by its report, its kind and its words. */
const nameOf = ({ report, flag }: FlaggedReport): string =>
  [report.id, flag.kind, ...flag.spans.map(({ start, end }) => `${start}-${end}`)].join(' ').slice(0, 400);
