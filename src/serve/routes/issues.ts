import { type Context, Hono } from 'hono';
import type { Ledger } from '../../ledger/index.ts';
import { csvLine, type Issue, STANCES, writeDay } from '../../record/index.ts';
import { turnsAtom } from '../feeds/turns-atom.ts';
import { issuePage } from '../pages/issue/issue.ts';
import { type IssueLine, issuesPage } from '../pages/issue/issues.ts';
import { issuePath } from '../pages/words.ts';
import { type AskedOfIssue, shownOf } from '../positions/asked.ts';
import { coursesOf, holderOf } from '../positions/courses.ts';
import { harmless, positionsCsv } from '../positions/csv.ts';
import type { KeptPicture, KeptPictures } from '../positions/kept.ts';
import type { Picture } from '../positions/told.ts';
import { invalid, problem } from '../problem.ts';
import { data, named, pageNumber, pagesOf } from './answers.ts';
import { positionRoutes } from './positions.ts';
import { wantsData } from './wants-data.ts';

/** In milliseconds: a page waits so long for positions that are not found yet, data so long. */
const A_MOMENT = 100;
const FOR_DATA = 20_000;
const ON_A_PAGE = 60;
const LONGEST = 300;
const ATOM = { 'content-type': 'application/atom+xml; charset=utf-8' };

/** What was decided to be asked of the record, and who stands where on it. */
export function issueRoutes(ledger: Ledger, pictures: KeptPictures | null): Hono {
  const web = new Hono();
  web.route('/', positionRoutes(ledger, pictures));

  /** All issues with what is known of them, after no longer than a patience for all of them together. */
  async function linesOf(patience: number): Promise<{ issue: Issue; picture: Picture | null }[]> {
    const issues = await ledger.issues();
    const kept = issues.map(async (issue) => ({
      issue,
      picture: (await pictures?.ask(issue, patience))?.picture ?? null,
    }));
    return await Promise.all(kept);
  }

  web.get('/:page{issues(?:[.]json)?}', async (context) => {
    const lines = (await linesOf(A_MOMENT)).map(lineOf);
    if (!wantsData(context)) return context.html(issuesPage(lines, pictures !== null));
    return data(
      context,
      lines.map(({ issue, found }) => ({
        ...issue,
        found: found && { ...found, last: found.last?.change ?? null },
      })),
    );
  });

  web.get('/issues.csv', async (context) => {
    const lines = (await linesOf(FOR_DATA)).map(lineOf);
    return csv(context, [LIST_COLUMNS, ...lines.map(listCells)].map(csvLine).join(''));
  });

  web.get('/issues.atom', async (context) => {
    const lines = await linesOf(FOR_DATA);
    const turns = lines.flatMap(({ issue, picture }) =>
      (picture?.turns ?? []).map((turn) => ({ issue, turn })),
    );
    const { origin: site } = new URL(context.req.url);
    return context.body(
      turnsAtom({ id: 'issues', title: 'Changes of position', path: '/issues', turns, site }),
      200,
      ATOM,
    );
  });

  web.get('/i/:id{.+[.]csv}', (context) =>
    told(context, '.csv', ({ issue, picture }) => {
      const asked = askedIn(context);
      if (asked === null) return noStance(context);
      return csv(context, positionsCsv(issue.proposition, picture, asked));
    }),
  );

  web.get('/i/:id{.+[.]atom}', (context) =>
    told(context, '.atom', ({ issue, picture }) => {
      const turns = picture.turns.map((turn) => ({ issue, turn }));
      const { origin: site } = new URL(context.req.url);
      const [id, title, path] = [issue.id, issue.proposition, issuePath(issue.id)];
      return context.body(turnsAtom({ id, title, path, turns, site }), 200, ATOM);
    }),
  );

  web.get('/i/:id{.+[.]json}', (context) =>
    told(context, '.json', ({ issue, picture, isFresh }) => {
      const asked = askedIn(context);
      if (asked === null) return noStance(context);
      const shown = shownOf(picture, asked);
      return data(context, {
        issue,
        isFresh,
        actors: shown.courses.map(({ holder, name, told: own }) => ({
          holder,
          name,
          statements: own.length,
        })),
        positions: shown.told.map(({ position, statement, report, day }) => ({
          ...position,
          holder: holderOf(position),
          day: day === null ? null : writeDay(day),
          words: statement.content.map(({ text }) => text).join(' … '),
          content: statement.content,
          said: statement.said?.value ?? null,
          outlet: report.outlet,
          headline: report.headline,
          url: report.url,
        })),
        changes: shown.turns.map(({ change }) => change),
      });
    }),
  );

  web.get('/i/:id', async (context) => {
    const issue = await issueOf(named(context));
    if (issue === null) return noIssue(context);
    const asked = askedIn(context);
    if (asked === null) return noStance(context);
    const kept = (await pictures?.ask(issue, A_MOMENT)) ?? null;
    const shown = kept === null || kept.picture === null ? null : shownOf(kept.picture, asked);
    const last = pagesOf(shown?.told.length ?? 0, ON_A_PAGE);
    const number = pageNumber(context, last);
    return context.html(
      issuePage({
        issue,
        kept,
        shown,
        asked,
        number,
        last,
        each: ON_A_PAGE,
        withRules: context.req.query('how') === '1',
      }),
    );
  });

  const issueOf = async (id: string): Promise<Issue | null> =>
    (await ledger.issues()).find((one) => one.id === id) ?? null;

  /** Answers with what is found of an issue, or that it is not found yet. */
  async function told(
    context: Context,
    ending: string,
    answer: (of: { issue: Issue; picture: Picture; isFresh: boolean }) => Response | Promise<Response>,
  ): Promise<Response> {
    const issue = await issueOf((context.req.param('id') ?? '').slice(0, -ending.length));
    if (issue === null) return noIssue(context);
    const kept: KeptPicture | undefined = await pictures?.ask(issue, FOR_DATA);
    if (kept === undefined)
      return problem(context, 501, 'Not here', `in a terminal: onrecord positions ${issue.id}`);
    if (kept.picture !== null) return answer({ issue, picture: kept.picture, isFresh: kept.isFresh });
    context.header('retry-after', '5');
    return problem(
      context,
      503,
      'Not found yet',
      kept.isFailed
        ? 'positions could not be found; the server’s own terminal says what happened'
        : 'the statements on record are still being read for who stands where; ask again',
    );
  }

  return web;
}

/** What of an issue a request asks for; null where that is no stance. */
function askedIn(context: Context): AskedOfIssue | null {
  const [actor, stance] = [context.req.query('actor') ?? '', context.req.query('stance') ?? ''];
  const known = STANCES.find((one) => one === stance) ?? null;
  if (stance !== '' && known === null) return null;
  return { actor: actor === '' ? null : actor.slice(0, LONGEST), stance: known };
}

function lineOf({ issue, picture }: { issue: Issue; picture: Picture | null }): IssueLine {
  if (picture === null) return { issue, found: null };
  return {
    issue,
    found: {
      statements: picture.told.length,
      actors: coursesOf(picture).length,
      last: picture.turns.at(-1) ?? null,
    },
  };
}

const LIST_COLUMNS = ['issue', 'proposition', 'terms', 'statements', 'actors', 'changed', 'from', 'to', 'on'];

function listCells({ issue: { id, proposition, terms }, found }: IssueLine): string[] {
  const last = found?.last ?? null;
  const day = last?.after.day ?? null;
  return [
    id,
    proposition,
    terms.join(', '),
    String(found?.statements ?? ''),
    String(found?.actors ?? ''),
    last?.change.name ?? '',
    last?.change.from ?? '',
    last?.change.to ?? '',
    day === null ? '' : writeDay(day),
  ].map(harmless);
}

const csv = (context: Context, body: string): Response =>
  context.body(body, 200, { 'content-type': 'text/csv; charset=utf-8' });

const noIssue = (context: Context) =>
  problem(context, 404, 'No such issue', 'no issue of this id stands in this ledger');

const noStance = (context: Context) =>
  invalid(context, 'No such position', { stance: `expected one of: ${STANCES.join(', ')}` });
