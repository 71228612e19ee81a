import { Hono } from 'hono';
import type { Ledger, PagePart, ReportLine } from '../../ledger/index.ts';
import { numberOf, withPortion } from '../api/portions.ts';
import { reportPage } from '../pages/report/report.ts';
import { reportsPage } from '../pages/report/reports.ts';
import { MOST_OTHERS } from '../pages/report/story.ts';
import { problem } from '../problem.ts';
import { data, named, pagesOf, record } from './answers.ts';
import { wantsData } from './wants-data.ts';

const ON_A_PAGE = 50;
const LATEST_VISITS = 20;
const MOST_LINKED_FLAGS = 60;

/** Reports, and each with its marks and notes. */
export function reportRoutes(ledger: Ledger): Hono {
  const web = new Hono();
  const ask = async (part: PagePart) => ({ lines: await ledger.reports(part) });

  web.get('/:page{reports(?:[.]json)?}', async (context) => {
    const { reports: total, statements } = await ledger.counts();
    const last = pagesOf(total, ON_A_PAGE);
    return withPortion(
      context,
      { each: ON_A_PAGE, last, ask, nameOf: ({ id }: ReportLine) => id },
      (part) => {
        const shelf = { reports: part.lines, total, statements, number: numberOf(part, ON_A_PAGE), last };
        return wantsData(context) ? data(context, shelf, part.next) : context.html(reportsPage(shelf));
      },
    );
  });

  web.get('/r/:id', async (context) => {
    const id = named(context);
    const kept = await ledger.report(id);
    if (kept === null)
      return problem(context, 404, 'No such report', `there is no report ${id} in this ledger`);
    const versions = await ledger.versions(id);
    const stood = await ledger.stood(id);
    const visits = await ledger.visitsTo(id, LATEST_VISITS);
    const kin = await ledger.kin(kept.report.id);
    const utterances = await ledger.utterancesWith(kept.statements.map((statement) => statement.id));
    const linkedFlags = await ledger.linkedFlagsOf(kept.report.id, MOST_LINKED_FLAGS);
    const others = await ledger.alsoTelling(kept.report.id, MOST_OTHERS + 1);
    if (wantsData(context))
      return data(context, { ...record(kept), versions, stood, kin, utterances, linkedFlags, others });
    const held = context.req.query('held') === '1';
    return context.html(reportPage({ kept, stood, visits, kin, utterances, linkedFlags, others, held }));
  });

  return web;
}
