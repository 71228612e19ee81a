import { type Context, Hono } from 'hono';
import type { Ledger } from '../../ledger/index.ts';
import { actorPage, actorReportsPage, actorsPage } from '../pages/actors.ts';
import { problem } from '../problem.ts';
import { data, named, pageNumber, pagesOf } from './answers.ts';
import { wantsData } from './wants-data.ts';

const ON_A_PAGE = 50;
const RESULTS = 20;

/** Who speaks or is named, and each with what is on record. */
export function actorRoutes(ledger: Ledger): Hono {
  const web = new Hono();

  web.get('/:page{actors(?:[.]json)?}', async (context) => {
    const { total } = await ledger.actors({ limit: 0, offset: 0 });
    const last = pagesOf(total, ON_A_PAGE);
    const number = pageNumber(context, last);
    const { actors } = await ledger.actors({ limit: ON_A_PAGE, offset: (number - 1) * ON_A_PAGE });
    const shelf = { actors, total, number, last };
    return wantsData(context) ? data(context, shelf) : context.html(actorsPage(shelf));
  });

  web.get('/a/:id', async (context) => {
    const id = named(context);
    const kept = await ledger.actor(id);
    if (kept === null) return noActor(context, id);
    const last = pagesOf(kept.statements, RESULTS);
    const number = pageNumber(context, last);
    const said = await ledger.saidBy(id, { limit: RESULTS, offset: (number - 1) * RESULTS });
    const latest = await ledger.reportsOn(id, { limit: RESULTS, offset: 0 });
    return wantsData(context)
      ? data(context, { ...kept, inReports: latest, said })
      : context.html(actorPage(kept, { said, latest, number, last }));
  });

  web.get('/a/:id/:page{reports(?:[.]json)?}', async (context) => {
    const id = named(context);
    const kept = await ledger.actor(id);
    if (kept === null) return noActor(context, id);
    const last = pagesOf(kept.reports, ON_A_PAGE);
    const number = pageNumber(context, last);
    const reports = await ledger.reportsOn(id, { limit: ON_A_PAGE, offset: (number - 1) * ON_A_PAGE });
    return wantsData(context)
      ? data(context, { ...kept, inReports: reports, number, last })
      : context.html(actorReportsPage(kept, { reports, number, last }));
  });

  return web;
}

const noActor = (context: Context, id: string) =>
  problem(context, 404, 'No such actor', `nobody in this ledger has the id ${id}`);
