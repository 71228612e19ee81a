import { type Context, Hono } from 'hono';
import type { Ledger } from '../../ledger/index.ts';
import { periodOf, STANCES } from '../../record/index.ts';
import { positionsPage, type TypedRows } from '../pages/issue/positions.ts';
import { rowsCsv } from '../positions/csv.ts';
import type { KeptPictures } from '../positions/kept.ts';
import { knownIssues } from '../positions/known.ts';
import { type AskedRows, positionRows } from '../positions/rows.ts';
import { type Invalid, invalid, problem } from '../problem.ts';
import { data, pageNumber, pagesOf } from './answers.ts';
import { wantsData } from './wants-data.ts';

const ON_A_PAGE = 60;
const LONGEST = 200;
/** In milliseconds: a page waits so long for positions that are not found yet, data so long. */
const A_MOMENT = 100;
const FOR_DATA = 20_000;

/** All positions on all issues as rows: a page, data, and a table. */
export function positionRoutes(ledger: Ledger, pictures: KeptPictures | null): Hono {
  const web = new Hono();
  const list = async (context: Context) => {
    const isTable = context.req.path.endsWith('.csv');
    const typed = typedIn(context);
    const asked = askedBy(typed);
    if ('wrong' in asked) return await invalid(context, 'No such positions', asked.wrong);
    if (pictures === null)
      return await problem(context, 501, 'Not here', 'in a terminal: onrecord positions ISSUE');
    const patience = isTable || wantsData(context) ? FOR_DATA : A_MOMENT;
    const known = await knownIssues(ledger, pictures, patience);
    const rows = positionRows(known, asked);
    if (isTable) return context.body(rowsCsv(rows), 200, { 'content-type': 'text/csv; charset=utf-8' });
    const last = pagesOf(rows.length, ON_A_PAGE);
    const number = pageNumber(context, last);
    const shown = rows.slice((number - 1) * ON_A_PAGE, number * ON_A_PAGE);
    if (wantsData(context))
      return data(context, {
        total: rows.length,
        number,
        last,
        positions: shown.map(({ told: { position }, was }) => ({ ...position, was })),
      });
    return context.html(
      positionsPage({
        issues: known.map(({ issue }) => issue),
        typed,
        total: rows.length,
        rows: shown,
        number,
        last,
        isWaiting: known.some(({ picture }) => picture === null),
      }),
    );
  };
  for (const ending of ['', '.json', '.csv']) web.get(`/positions${ending}`, list);
  return web;
}

function typedIn(context: Context): TypedRows {
  const { issue = '', who = '', stance = '', when = '' } = context.req.query();
  return { issue, who: who.trim(), stance, when: when.trim() };
}

/** What is asked for; what is wrong with it where it cannot be. */
function askedBy({ issue, who, stance, when }: TypedRows): AskedRows | { readonly wrong: Invalid } {
  const known = STANCES.find((one) => one === stance) ?? null;
  const period = when === '' ? null : periodOf(when);
  if (stance !== '' && known === null) return { wrong: { stance: `expected one of: ${STANCES.join(', ')}` } };
  if (when !== '' && period === null)
    return { wrong: { when: 'expected a date such as 2031-05-12, 2031-05 or 2031-05-12/2031-06-30' } };
  for (const [field, value] of Object.entries({ issue, who }))
    if (value.length > LONGEST) return { wrong: { [field]: `expected at most ${LONGEST} characters` } };
  return { issue: issue || null, who: who || null, stance: known, when: period };
}
