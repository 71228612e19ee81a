import { Hono } from 'hono';
import type { Ledger } from '../../ledger/index.ts';
import { issuesPage } from '../pages/issues.ts';
import { data } from './answers.ts';
import { wantsData } from './wants-data.ts';

/** What was decided to be asked of the record. */
export function issueRoutes(ledger: Ledger): Hono {
  const web = new Hono();

  web.get('/:page{issues(?:[.]json)?}', async (context) => {
    const issues = await ledger.issues();
    return wantsData(context) ? data(context, issues) : context.html(issuesPage(issues));
  });

  return web;
}
