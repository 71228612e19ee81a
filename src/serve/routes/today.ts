import { type Context, Hono } from 'hono';
import type { AskedNewly, Ledger, PositionNews } from '../../ledger/index.ts';
import { parseWhen } from '../../record/index.ts';
import { saidFeed } from '../feeds/said.ts';
import { type TodayShelf, todayPage } from '../pages/today/today.ts';
import type { KeptPictures } from '../positions/kept.ts';
import { knownIssues, latestTurns, type TurnOn } from '../positions/known.ts';
import { problem } from '../problem.ts';
import { data } from './answers.ts';
import { newlySaidCsv } from './today-csv.ts';
import { wantsData } from './wants-data.ts';

const ON_A_PAGE = 40;
const IN_A_FEED = 100;
/** Rows of a table. */
const IN_A_TABLE = 1000;
const NEXT_EVENTS = 8;
const FLAGS = 6;
const POSITIONS = 6;

/** What is new, by the ledger's own days, and a feed of it. */
export function todayRoutes(ledger: Ledger, pictures: KeptPictures | null): Hono {
  const web = new Hono();

  async function today(context: Context): Promise<Response> {
    const asked = askedIn(context);
    const wrong = faultIn(asked);
    if (wrong !== null) return problem(context, 400, 'No such day', wrong);
    const turns = latestTurns(await knownIssues(ledger, pictures), POSITIONS);
    const shelf = await shelfOf(ledger, turns, asked);
    if (shelf === null) return noUtterance(context, asked);
    return wantsData(context) ? data(context, shelf) : context.html(todayPage(shelf));
  }
  web.get('/', today);
  web.get('/today.json', today);

  web.get('/today.csv', async (context) => {
    const asked = askedIn(context);
    const wrong = faultIn(asked);
    if (wrong !== null) return problem(context, 400, 'No such day', wrong);
    const said = await ledger.newlySaid({ ...questionOf(asked), limit: IN_A_TABLE });
    if (said === null) return noUtterance(context, asked);
    return context.body(newlySaidCsv(said), 200, { 'content-type': 'text/csv; charset=utf-8' });
  });

  web.get('/today.atom', async (context) => {
    const said = (await ledger.newlySaid({ since: '', limit: IN_A_FEED })) ?? [];
    return context.body(saidFeed(said, new URL(context.req.url).origin), 200, {
      'content-type': 'application/atom+xml; charset=utf-8',
    });
  });

  return web;
}

function askedIn(context: Context): TodayShelf['asked'] {
  const { day = null, since = null, behind = null } = context.req.query();
  return { day, since, behind };
}

const questionOf = ({ day, since, behind }: TodayShelf['asked']): Omit<AskedNewly, 'limit'> => ({
  day: day ?? undefined,
  since: since === null ? undefined : momentOf(since),
  behind: behind ?? undefined,
});

const noUtterance = (context: Context, { behind }: TodayShelf['asked']) =>
  problem(
    context,
    404,
    'No such utterance',
    `there is no utterance ${behind} in this ledger to go on behind`,
  );

/** All that the page shows; null where the list would go on behind what is not there. */
async function shelfOf(
  ledger: Ledger,
  turns: readonly TurnOn[],
  asked: TodayShelf['asked'],
): Promise<TodayShelf | null> {
  const found = await ledger.newlySaid({ ...questionOf(asked), limit: ON_A_PAGE + 1 });
  if (found === null) return null;
  const said = found.slice(0, ON_A_PAGE);
  const isLatest = asked.day === null && asked.since === null && asked.behind === null;
  const latest = isLatest ? said : await ledger.newlySaid({ limit: 1 });
  // Where no day is on record, the day of whoever looks.
  const day = asked.day ?? latest?.[0]?.day ?? new Date().toISOString().slice(0, 10);
  const { flags } = await ledger.flags({ limit: FLAGS, offset: 0 });
  return {
    reports: (await ledger.counts()).reports,
    said,
    next: found.length > said.length ? (said.at(-1)?.utterance.id ?? null) : null,
    day,
    ahead: await ledger.ahead({ day, limit: NEXT_EVENTS }),
    turns,
    positions: newsBeside(turns, await ledger.positionNews(POSITIONS)),
    flags,
    asked,
  };
}

/** What alerts told of positions beside the changes that are shown already, as many as there is room for. */
function newsBeside(turns: readonly TurnOn[], news: readonly PositionNews[]): PositionNews[] {
  const told = new Set<string>(turns.map(({ turn: { change } }) => change.after));
  return news.filter(({ statement }) => !told.has(statement)).slice(0, POSITIONS - turns.length);
}

/** A moment as the ledger writes it, so that both compare as texts; a day as it is. */
const momentOf = (since: string): string => (since.includes('T') ? new Date(since).toISOString() : since);

const MOMENT = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?Z)?$/;

function faultIn({ day, since }: TodayShelf['asked']): string | null {
  if (day !== null && parseWhen(day)?.kind !== 'day') return 'expected a day such as 2031-05-06';
  if (
    since !== null &&
    !(MOMENT.test(since) && parseWhen(since.slice(0, 10))?.kind === 'day' && !Number.isNaN(Date.parse(since)))
  )
    return 'expected since a day such as 2031-05-06, or a moment such as 2031-05-06T08:00:00Z';
  return null;
}
