import { Hono } from 'hono';
import type { Ledger } from '../../ledger/index.ts';
import { apiPage } from '../pages/api.ts';
import { openApi } from './document.ts';
import { OPERATIONS } from './operations.ts';
import { sampleAddress } from './samples.ts';

/** What the server answers to an address of its own. */
export type AskItself = (address: string) => Response | Promise<Response>;

/** The document about all answers with data, and a page of the same with examples from this ledger. */
export function apiRoutes(ledger: Ledger, ask: AskItself): Hono {
  const web = new Hono();
  let document: string | null = null;

  web.get('/-/openapi.json', (context) => {
    document ??= JSON.stringify(openApi());
    return context.body(document, 200, { 'content-type': 'application/json' });
  });

  web.get('/-/api', async (context) => {
    const shown = OPERATIONS.find(({ name }) => name === context.req.query('show'));
    if (shown === undefined) return context.html(apiPage({ shown: null }));
    const address = await sampleAddress(ledger, shown);
    const answer: unknown = address === null ? null : await (await ask(address)).json();
    return context.html(apiPage({ shown: { name: shown.name, address, answer } }));
  });

  return web;
}
