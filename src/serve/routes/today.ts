import { type Context, Hono } from 'hono';
import type { AskedNewly, Ledger, NewlySaid, PositionNews } from '../../ledger/index.ts';
import { parseWhen } from '../../record/index.ts';
import { withFollowing } from '../api/portions.ts';
import { saidFeed } from '../feeds/said.ts';
import { type TodayShelf, todayPage } from '../pages/today/today.ts';
import type { KeptPictures } from '../positions/kept.ts';
import { knownIssues, latestTurns, type TurnOn } from '../positions/known.ts';
import { type Invalid, invalid, problem } from '../problem.ts';
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
    if (wrong !== null) return invalid(context, 'No such day', wrong);
    const { behind } = asked;
    if (behind !== null && (await ledger.newlySaid({ behind, limit: 1 })) === null)
      return noUtterance(context, asked);
    const turns = latestTurns(await knownIssues(ledger, pictures), POSITIONS);
    const ask = (part: { limit: number; behind: string | null }) =>
      ledger.newlySaid({
        ...questionOf(asked),
        behind: part.behind ?? behind ?? undefined,
        limit: part.limit,
      });
    const nameOf = ({ utterance }: NewlySaid) => utterance.id;
    return withFollowing(context, { each: ON_A_PAGE, ask, nameOf }, async (part) => {
      const shelf = await shelfOf(ledger, { ...part, turns }, { ...asked, behind: part.behind ?? behind });
      if (!wantsData(context)) return context.html(todayPage(shelf));
      const { next: _, turns: shown, ...told } = shelf;
      const changes = shown.map(({ issue, turn: { change } }) => ({ issue, change }));
      return data(context, { ...told, turns: changes }, part.next);
    });
  }
  web.get('/', today);
  web.get('/today.json', today);

  web.get('/today.csv', async (context) => {
    const asked = askedIn(context);
    const wrong = faultIn(asked);
    if (wrong !== null) return invalid(context, 'No such day', wrong);
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

/** All that the page shows. */
async function shelfOf(
  ledger: Ledger,
  {
    lines: said,
    next,
    turns,
  }: {
    readonly lines: readonly NewlySaid[];
    readonly next: string | null;
    readonly turns: readonly TurnOn[];
  },
  asked: TodayShelf['asked'],
): Promise<TodayShelf> {
  const isLatest = asked.day === null && asked.since === null && asked.behind === null;
  const latest = isLatest ? said : await ledger.newlySaid({ limit: 1 });
  // Where no day is on record, the day of whoever looks.
  const day = asked.day ?? latest?.[0]?.day ?? new Date().toISOString().slice(0, 10);
  const { flags } = await ledger.flags({ limit: FLAGS, offset: 0 });
  return {
    reports: (await ledger.counts()).reports,
    said,
    next: next === null ? null : (said.at(-1)?.utterance.id ?? null),
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

function faultIn({ day, since }: TodayShelf['asked']): Invalid | null {
  if (day !== null && parseWhen(day)?.kind !== 'day') return { day: 'expected a day such as 2031-05-06' };
  if (
    since !== null &&
    !(MOMENT.test(since) && parseWhen(since.slice(0, 10))?.kind === 'day' && !Number.isNaN(Date.parse(since)))
  )
    return { since: 'expected since a day such as 2031-05-06, or a moment such as 2031-05-06T08:00:00Z' };
  return null;
}
