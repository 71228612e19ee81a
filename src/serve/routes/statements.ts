import { Hono } from 'hono';
import type { Ledger } from '../../ledger/index.ts';
import { statementPage } from '../pages/statement.ts';
import { utterancePage } from '../pages/utterance.ts';
import { problem } from '../problem.ts';
import { data, named } from './answers.ts';
import { wantsData } from './wants-data.ts';

/** One statement, and one act of saying over all reports. */
export function statementRoutes(ledger: Ledger): Hono {
  const web = new Hono();

  web.get('/s/:id', async (context) => {
    const id = named(context);
    const found = await ledger.statement(id);
    if (found === null)
      return problem(context, 404, 'No such statement', `there is no statement ${id} in this ledger`);
    return wantsData(context)
      ? data(context, found)
      : context.html(statementPage(found, await ledger.utterancesWith([id])));
  });

  web.get('/u/:id', async (context) => {
    const id = named(context);
    const [utterance] = await ledger.utterancesWith([id]);
    if (utterance === undefined)
      return problem(context, 404, 'No such utterance', `there is no utterance ${id} in this ledger`);
    const found = await Promise.all(utterance.renditions.map(({ statement }) => ledger.statement(statement)));
    const renditions = found.filter((one) => one !== null);
    const told = renditions.map(({ statement, report: { text: _, blocks: __, ...report } }) => ({
      statement,
      report,
    }));
    return wantsData(context)
      ? data(context, { utterance, renditions: told })
      : context.html(utterancePage({ utterance, renditions }));
  });

  return web;
}
