import { type Context, Hono } from 'hono';
import type { KeptAlert, KeptNews, Ledger } from '../../ledger/index.ts';
import { atomOf } from '../feeds/atom.ts';
import { jsonFeedOf } from '../feeds/json-feed.ts';
import { alertPage, alertsPage } from '../pages/alerts/alerts.ts';
import { problem } from '../problem.ts';
import { wantsData } from './wants-data.ts';

/** Looks for news, as far as that can be done while somebody waits. Handed in, since it is no work of a page. */
export type LookForNews = () => Promise<void>;

const IN_A_FEED = 100;
const ON_A_PAGE = 50;
/** Two pieces of news may be found within one second: only what is older than that tells a version by its time (RFC 9110, 8.8.2.2). */
export const SECOND = 1000;

/** The pages of alerts with their feeds: each address of a feed is that of its page with `.atom` or `.json`. */
export function alertRoutes(ledger: Ledger, look: LookForNews): Hono {
  const web = new Hono();

  web.get('/:page{alerts(?:[.]json)?}', async (context) => {
    await look();
    const alerts = await ledger.alerts();
    return wantsData(context)
      ? context.json({ data: { alerts: alerts.map(dataOf) } })
      : context.html(alertsPage(alerts));
  });

  web.get('/alerts/:id{.+[.]atom}', (context) =>
    fed(context, async (one) =>
      context.body(atomOf(one), 200, { 'content-type': 'application/atom+xml; charset=utf-8' }),
    ),
  );

  web.get('/alerts/:id{.+[.]json}', (context) =>
    fed(context, async (one) =>
      context.body(JSON.stringify(jsonFeedOf(one)), 200, {
        'content-type': 'application/feed+json; charset=utf-8',
      }),
    ),
  );

  web.get('/alerts/:id', async (context) => {
    await look();
    const kept = await ledger.alertNamed(context.req.param('id'));
    if (kept === null) return noAlert(context);
    const last = Math.max(1, Math.ceil(kept.news / ON_A_PAGE));
    const asked = Number.parseInt(context.req.query('page') ?? '1', 10) || 1;
    const number = Math.min(Math.max(1, asked), last);
    const news = await ledger.newsOf(kept.alert.id, { limit: ON_A_PAGE, offset: (number - 1) * ON_A_PAGE });
    return context.html(alertPage(kept, { news, number, last }));
  });

  /** Answers with a feed, or that it is as it was when it was asked for by its time; by its tag that is told elsewhere. */
  async function fed(
    context: Context,
    answer: (one: {
      alert: KeptAlert['alert'];
      news: readonly KeptNews[];
      site: string;
    }) => Promise<Response>,
  ): Promise<Response> {
    await look();
    const kept = await ledger.alertNamed((context.req.param('id') ?? '').slice(0, -'.atom'.length));
    if (kept === null) return noAlert(context);
    const changed = Date.parse(kept.latest ?? kept.alert.made);
    if (Date.now() - changed > SECOND) {
      context.header('last-modified', new Date(changed).toUTCString());
      if (isKnown(context, changed)) return context.body(null, 304);
    }
    const news = await ledger.newsOf(kept.alert.id, { limit: IN_A_FEED, offset: 0 });
    return await answer({ alert: kept.alert, news, site: new URL(context.req.url).origin });
  }

  return web;
}

/** Whether who asks has what there is, by its time; a tag, where one is told, counts alone (RFC 9110, 13.1.3). */
export function isKnown(context: Context, changed: number): boolean {
  const since = Date.parse(context.req.header('if-modified-since') ?? '');
  return context.req.header('if-none-match') === undefined && since >= Math.floor(changed / SECOND) * SECOND;
}

/** What everybody may see of an alert; where it is sent, and by what secret, is its maker's. */
const dataOf = ({ alert: { webhook: _, ...alert }, news, latest }: KeptAlert) => ({ ...alert, news, latest });

const noAlert = (context: Context): Response | Promise<Response> =>
  problem(context, 404, 'No such alert', `there is no alert ${context.req.param('id')} in this ledger`);
