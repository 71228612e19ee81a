import { readFile } from 'node:fs/promises';
import { type Context, Hono } from 'hono';
import { HOME } from '../../home.ts';
import { designPage } from '../pages/design/design.ts';
import { tokensIn } from '../pages/design/tokens.ts';
import { data } from './answers.ts';
import { wantsData } from './wants-data.ts';

const THEME = new URL('src/serve/assets/style/theme.css', HOME);

/** The page that shows the design, with the colours that the style sheet has. */
export function styleRoutes(): Hono {
  const web = new Hono();

  async function style(context: Context): Promise<Response> {
    const tokens = tokensIn(await readFile(THEME, 'utf8'));
    return wantsData(context) ? data(context, { tokens }) : context.html(designPage(tokens));
  }
  web.get('/-/style', style);
  web.get('/-/style.json', style);

  return web;
}
