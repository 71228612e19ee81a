import { type Context, Hono } from 'hono';
import type {
  ActorSort,
  Ledger,
  PagePart,
  PersonLine,
  ReportNaming,
  WholeActor,
} from '../../ledger/index.ts';
import { ACTOR_KINDS, csvCell, csvLine } from '../../record/index.ts';
import { kindsWords } from '../actors/what-words.ts';
import { numberOf, withPortion } from '../api/portions.ts';
import { actorReportsPage, bearersPage } from '../pages/actor/actor.ts';
import { type ActorsShelf, actorsPage, type ListedActor } from '../pages/actor/actors.ts';
import { actorPath } from '../pages/words.ts';
import { invalid, problem } from '../problem.ts';
import { actorRoom, type ForActors } from './actor.ts';
import { data, pagesOf } from './answers.ts';
import { wantsData } from './wants-data.ts';

const ON_A_PAGE = 100;
/** Of people and of bodies, where both stand beside each other. */
const BESIDE = 40;
const IN_A_TABLE = 5000;

/** Who speaks or is named, and each with what is on record. */
export function actorRoutes(ledger: Ledger, handed: ForActors): Hono {
  const web = new Hono();
  const room = actorRoom(ledger, handed);

  const list = async (context: Context) => {
    const asked = context.req.query('kind');
    const sort = SORTS.find((one) => one === asked) ?? null;
    if (asked !== undefined && sort === null)
      return await invalid(context, 'No such kind', { kind: `expected one of: ${SORTS.join(', ')}` });
    const q = (context.req.query('q') ?? '').trim();
    if (q.length > 200)
      return invalid(context, 'Too long', { q: 'expected at most 200 characters of a name' });
    if (context.req.path.endsWith('.csv')) return csv(context, await listed(ledger, { q, sort }, IN_A_TABLE));
    return await withShelf(ledger, context, { q, sort }, (shelf, next) =>
      wantsData(context) ? data(context, shelf, next) : context.html(actorsPage(shelf)),
    );
  };
  for (const ending of ['', '.json', '.csv']) web.get(`/actors${ending}`, list);

  web.get('/a/:id/:page{reports(?:[.]json)?}', async (context) =>
    withActor(context, `/${context.req.param('page')}`, async (whole) => {
      const last = pagesOf(whole.reports, ON_A_PAGE);
      const ask = async (part: PagePart) => ({ lines: await ledger.reportsNaming(whole.id, part) });
      const nameOf = ({ report }: ReportNaming) => report.id;
      return await withPortion(context, { each: ON_A_PAGE, last, ask, nameOf }, (part) => {
        const [reports, number] = [part.lines, numberOf(part, ON_A_PAGE)];
        return wantsData(context)
          ? data(context, { ...whole, inReports: reports, number, last }, part.next)
          : context.html(actorReportsPage(whole, { reports, number, last }));
      });
    }),
  );
  web.get('/a/:id/feed.atom', (context) =>
    withActor(context, '/feed.atom', (whole) => room.atom(context, whole)),
  );
  web.get('/a/:id/feed.json', (context) =>
    withActor(context, '/feed.json', (whole) => room.jsonFeed(context, whole)),
  );
  web.get('/a/:id{.+[.]atom}', (context) =>
    withActor(context, '.atom', (whole) => room.atom(context, whole)),
  );
  web.get('/a/:id{.+[.]csv}', (context) => withActor(context, '.csv', (whole) => room.csv(context, whole)));
  web.get('/a/:id{.+[.]json}', (context) =>
    withActor(context, '.json', (whole) => room.page(context, whole)),
  );
  web.get('/a/:id', (context) => withActor(context, '', (whole) => room.page(context, whole)));

  /** Answers for whoever has this id now; a former id leads to the one that stands, one that several bear to all of them. */
  async function withActor(
    context: Context,
    behind: string,
    answer: (whole: WholeActor) => Promise<Response>,
  ): Promise<Response> {
    const asked = context.req.param('id') ?? '';
    const id = behind.startsWith('.') && asked.endsWith(behind) ? asked.slice(0, -behind.length) : asked;
    const bearers = await ledger.bearersOf(id);
    const [one, other] = bearers;
    if (one !== undefined && other !== undefined) return await several(context, id, bearers);
    if (one !== undefined && one.id !== id) {
      // Whoever it is may be joined with another tomorrow, or parted: the way there is asked for again.
      context.header('cache-control', 'no-cache');
      return context.redirect(actorPath(one.id) + behind + new URL(context.req.url).search, 301);
    }
    const whole = await ledger.wholeActor(id);
    if (whole === null)
      return await problem(context, 404, 'No such actor', `nobody in this ledger has the id ${id}`);
    return await answer(whole);
  }

  return web;
}

const several = async (context: Context, id: string, bearers: readonly PersonLine[]) =>
  wantsData(context)
    ? context.json({ data: { bearers } }, 300)
    : await context.html(bearersPage(id, bearers), 300);

const SORTS = [...ACTOR_KINDS, 'body'] as const;

interface Asked {
  readonly q: string;
  readonly sort: ActorSort | null;
}

async function withShelf(
  ledger: Ledger,
  context: Context,
  asked: Asked,
  answer: (shelf: ActorsShelf, next: string | null) => Response | Promise<Response>,
): Promise<Response> {
  const { q, sort } = asked;
  const { kinds } = await ledger.linkedActors({ limit: 0, offset: 0 });
  const shelf = { kinds, sort, q, isUnlinked: kinds.length === 0 };
  // A list that goes on is one: whoever reads data is given everybody, where a page shows people beside bodies.
  if (q === '' && sort === null && kinds.length > 0 && !wantsData(context)) {
    const of = async (one: 'person' | 'body') =>
      (await ledger.linkedActors({ sort: one, limit: BESIDE, offset: 0 })).actors;
    const lists = [
      {
        title: 'People',
        sort: 'person' as const,
        total: totalOf(kinds, 'person'),
        actors: await of('person'),
      },
      { title: 'Bodies', sort: 'body' as const, total: totalOf(kinds, 'body'), actors: await of('body') },
    ];
    return await answer({ ...shelf, lists, number: 1, last: 1 }, null);
  }
  const total = (await listed(ledger, asked, 0)).total;
  const last = pagesOf(total, ON_A_PAGE);
  const ask = async ({ limit, offset }: PagePart) => ({
    lines: (await listed(ledger, asked, limit, offset)).actors,
  });
  const nameOf = ({ id }: ListedActor) => id;
  return await withPortion(context, { each: ON_A_PAGE, last, ask, nameOf }, (part) => {
    const lists = [{ title: titleOf(asked), sort: null, total, actors: part.lines }];
    return answer({ ...shelf, lists, number: numberOf(part, ON_A_PAGE), last }, part.next);
  });
}

/** What a list by itself has. */
function titleOf({ q, sort }: Asked): string {
  if (q !== '') return 'Of this name';
  if (sort === null) return 'Everybody';
  return sort === 'body' ? 'Bodies' : kindsWords(sort).replace(/^./u, (letter) => letter.toUpperCase());
}

const totalOf = (kinds: ActorsShelf['kinds'], sort: ActorSort | null) =>
  kinds
    .filter(({ kind }) => sort === null || kind === sort || (sort === 'body' && kind !== 'person'))
    .reduce((sum, { actors }) => sum + actors, 0);

/** Actors whom a name fits, or of a sort, or all; of a ledger that is not linked the names. */
async function listed(
  ledger: Ledger,
  { q, sort }: Asked,
  limit: number,
  offset = 0,
): Promise<{ total: number; actors: readonly ListedActor[] }> {
  if (q !== '') {
    const { total, persons } = await ledger.personsNamed(q, { limit: Math.max(1, limit), offset });
    const actors = persons.flatMap((one) => {
      const kind = ACTOR_KINDS.find((known) => known === one.kind);
      return kind === undefined ? [] : [{ ...one, kind, statements: null }];
    });
    return { total, actors };
  }
  const { kinds, actors } = await ledger.linkedActors({ sort: sort ?? undefined, limit, offset });
  if (kinds.length > 0) return { total: totalOf(kinds, sort), actors };
  const names = await ledger.actors({ limit, offset });
  return { total: names.total, actors: names.actors.map(({ actor, ...line }) => ({ ...line, id: actor })) };
}

function csv(context: Context, { actors }: { actors: readonly ListedActor[] }): Response {
  const rows = actors.map(({ id, name, kind, statements, reports }) =>
    [id, name, kind, statements, reports].map(csvCell),
  );
  return context.body([['id', 'name', 'kind', 'statements', 'reports'], ...rows].map(csvLine).join(''), 200, {
    'content-type': 'text/csv; charset=utf-8',
  });
}
