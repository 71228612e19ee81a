import { Hono } from 'hono';
import { cslItem } from '../../export/index.ts';
import type { FoundStatement, Ledger } from '../../ledger/index.ts';
import type { Utterance } from '../../record/index.ts';
import { statementPage } from '../pages/statement/statement.ts';
import { renditionRows, utterancePage } from '../pages/statement/utterance.ts';
import { problem } from '../problem.ts';
import { data, named } from './answers.ts';
import { wantsData } from './wants-data.ts';

/** So many renditions are shown on a statement's page; all are on the utterance's own. */
const MOST_ELSEWHERE = 12;
/** So many are shown of one utterance: what thousands print again is told by its count. */
const MOST_RENDITIONS = 200;

/** One statement, and one act of saying over all reports. */
export function statementRoutes(ledger: Ledger): Hono {
  const web = new Hono();

  web.get('/s/:id', async (context) => {
    const id = named(context);
    const found = await ledger.statement(id);
    if (found === null)
      return problem(context, 404, 'No such statement', `there is no statement ${id} in this ledger`);
    const [utterance = null] = await ledger.utterancesWith([found.statement.id]);
    const others = (utterance?.renditions ?? []).filter(({ statement }) => statement !== found.statement.id);
    const elsewhere = await statementsOf(ledger, others.slice(0, MOST_ELSEWHERE));
    return wantsData(context)
      ? data(context, { ...found, utterance, citation: cslItem(found) })
      : context.html(statementPage({ found, utterance, elsewhere }));
  });

  web.get('/u/:id', async (context) => {
    const isTable = context.req.path.endsWith('.csv');
    const id = named(context).replace(/\.csv$/, '');
    const [utterance] = await ledger.utterancesWith([id]);
    if (utterance === undefined)
      return problem(context, 404, 'No such utterance', `there is no utterance ${id} in this ledger`);
    const renditions = await statementsOf(ledger, utterance.renditions.slice(0, MOST_RENDITIONS));
    if (isTable)
      return context.body(renditionRows({ utterance, renditions }), 200, {
        'content-type': 'text/csv; charset=utf-8',
      });
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

async function statementsOf(ledger: Ledger, renditions: Utterance['renditions']): Promise<FoundStatement[]> {
  const found = await Promise.all(renditions.map(({ statement }) => ledger.statement(statement)));
  return found.filter((one) => one !== null);
}
