import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie, setCookie } from 'hono/cookie';
import type { Ledger, QueuedStatement } from '../../ledger/index.ts';
import { csvCell, csvLine, Fault, statementId } from '../../record/index.ts';
import { withFollowing } from '../api/portions.ts';
import type { Deciding } from '../deciding.ts';
import { DECIDED } from '../guard.ts';
import { contentWords, whoWords } from '../pages/note.ts';
import type { Typed } from '../pages/review/form.ts';
import { queuePage } from '../pages/review/queue.ts';
import { whoPage } from '../pages/review/who.ts';
import { invalid, problem } from '../problem.ts';
import { faultsOf, filterOf, type QueueAsked, queueAsked, queuePath } from '../review/asked.ts';
import { shownIn } from '../review/shown.ts';
import { name, type VerdictForm, verdictForm, verdictOf } from '../review/verdict.ts';
import { data } from './answers.ts';
import { type NewDecision, undoRoutes } from './decisions.ts';
import { mergeRoutes } from './merging.ts';
import { wantsData } from './wants-data.ts';

const LISTED = 100;
const MOST_BYTES = 64 * 1024;
const COOKIE = 'onrecord-by';
const YEAR = 365 * 24 * 60 * 60;

/** What waits for a person, and what people decide on it; without `deciding` it is shown and nothing is taken. */
export function reviewRoutes(ledger: Ledger, deciding: Deciding | null): Hono {
  const web = new Hono();
  const limit = bodyLimit({
    maxSize: MOST_BYTES,
    onError: (context) => problem(context, 413, 'Too long', `expected at most ${MOST_BYTES} bytes`),
  });

  web.on('GET', ['/review', '/review.json', '/review.csv'], async (context) => {
    const asked = queueAsked.safeParse(context.req.query());
    if (!asked.success) return invalid(context, 'No such queue', faultsOf(asked.error));
    const isList = wantsData(context) || context.req.path.endsWith('.csv');
    return isList ? await list(context, asked.data) : await show(context, asked.data);
  });

  /** The queue as data: its first statements. */
  async function list(context: Context, asked: QueueAsked): Promise<Response> {
    const filter = filterOf(asked);
    if (!wantsData(context)) {
      const queue = await ledger.toReview(filter, { at: asked.at, limit: LISTED });
      return context.body(csvOf(queue), 200, CSV);
    }
    const progress = await ledger.reviewProgress(filter, today());
    const ask = async ({ limit, behind }: { limit: number; behind: string | null }) => {
      const read = statementId.safeParse(behind);
      if (behind !== null && !read.success) return null;
      return await ledger.toReview(
        filter,
        read.success ? { behind: read.data, limit } : { at: asked.at, limit },
      );
    };
    const nameOf = ({ statement }: QueuedStatement) => statement.id;
    return await withFollowing(context, { each: LISTED, ask, nameOf }, ({ lines, next }) =>
      data(context, { filter, progress, queue: lines.map(lineOf) }, next),
    );
  }

  async function show(
    context: Context,
    asked: QueueAsked,
    refused: { typed: Typed; wrong: string; status: 409 | 422 | 500 } | null = null,
  ): Promise<Response> {
    const shown = await shownIn(ledger, asked);
    if (shown === null)
      return await problem(
        context,
        404,
        'No such statement',
        `there is no statement ${asked.at} in this ledger`,
      );
    const filter = filterOf(asked);
    return await context.html(
      queuePage({
        ...shown,
        filter,
        speaker: await nameOf(filter.speaker),
        progress: await ledger.reviewProgress(filter, today()),
        issues: await ledger.issues(),
        done: await madeLately(ledger, asked.done),
        by: byOf(context),
        isOpen: deciding !== null,
        typed: refused?.typed ?? {},
        wrong: refused?.wrong ?? null,
      }),
      refused?.status ?? 200,
    );
  }

  const nameOf = async (id: string | undefined) =>
    id === undefined ? null : ((await ledger.actor(id))?.name ?? id);

  web.get(DECIDED.who, (context) => context.html(whoPage({ by: byOf(context), wrong: null })));

  web.post(DECIDED.who, limit, async (context) => {
    const by = name.safeParse((await context.req.parseBody()).by);
    if (!by.success)
      return await context.html(whoPage({ by: byOf(context), wrong: 'expected a name of one line' }), 422);
    remember(context, by.data);
    return context.redirect('/review', 303);
  });

  web.post(DECIDED.decide, limit, async (context) => {
    const body = await context.req.parseBody({ all: true });
    const form = verdictForm.safeParse(body);
    if (!form.success)
      return await problem(context, 400, 'No decision', 'expected the form of the queue, found another');
    const asked = { ...askedIn(body.queue), at: form.data.statement };
    const by = byIn(context, body.by);
    const refuse = (wrong: string, status: 409 | 422 | 500 = 422) =>
      show(context, asked, { typed: typedIn(body), wrong, status });
    if (deciding === null) return await closed(context);
    if (by === null) return await refuse('expected your name, which is kept with each decision');
    const found = await ledger.statement(form.data.statement);
    if (found === null) return await show(context, asked);
    const read = verdictOf(withSort(form.data, found.report.text), found.statement);
    if ('wrong' in read) return await refuse(read.wrong);
    const filter = filterOf(asked);
    const [next] = await ledger.toReview(filter, { behind: asked.at, limit: 1 });
    try {
      const made = await deciding.decide(read.verdict, { by, why: form.data.why });
      remember(context, by);
      return context.redirect(queuePath(filter, { at: next?.statement.id, done: made.id }), 303);
    } catch (error) {
      return await refuse(...whyNot(error));
    }
  });

  const decisions: NewDecision = { limit, byOf, byIn, remember, closed, whyNot, askedIn };
  web.route('/', undoRoutes(ledger, deciding, decisions));
  web.route('/', mergeRoutes(ledger, deciding, decisions));
  return web;
}

/** Midnight before now where the server stands, as ISO 8601 in UTC. */
function today(): string {
  const now = new Date();
  now.setHours(0, 0, 0, 0);
  return now.toISOString();
}

const madeLately = async (ledger: Ledger, id: string | undefined) =>
  id === undefined
    ? null
    : ((await ledger.decisionsBefore(null, 20)).find(({ decision }) => decision.id === id) ?? null);

/** Whoever decides at this browser, by its cookie; null where nobody said so yet. */
function byOf(context: Context): string | null {
  const kept = name.safeParse(getCookie(context, COOKIE));
  return kept.success ? kept.data : null;
}

/** Whoever decides by the cookie, else by the form. */
function byIn(context: Context, typed: unknown): string | null {
  const told = name.safeParse(typed);
  return byOf(context) ?? (told.success ? told.data : null);
}

function remember(context: Context, by: string): void {
  setCookie(context, COOKIE, by, { sameSite: 'Strict', httpOnly: true, path: '/review', maxAge: YEAR });
}

const closed = (context: Context) =>
  problem(
    context,
    403,
    'Nothing is decided here',
    'this server shows the record and takes no decisions: use onrecord decide, or start it without --read-only where the ledger may be written',
  );

/** The queue that a form leads back to: its own filter, or none. */
function askedIn(queue: unknown): QueueAsked {
  const query = typeof queue === 'string' ? queue.split('?', 2)[1] : undefined;
  const asked = queueAsked.safeParse(Object.fromEntries(new URLSearchParams(query ?? '')));
  return asked.success ? asked.data : {};
}

const typedIn = (body: Readonly<Record<string, unknown>>): Typed =>
  Object.fromEntries(
    Object.entries(body).flatMap(([field, value]) => {
      const told = [value].flat().filter((one) => typeof one === 'string');
      return told.length === 0 ? [] : [[field, told]];
    }),
  );

/** Whoever is on no record has to stand in the report: a name from elsewhere is a slip of the hand. */
const withSort = (form: VerdictForm, text: string): VerdictForm =>
  form.typed !== null && !text.includes(form.typed) ? { ...form, sort: null } : form;

/** What a refusal says where the command's own words would name its options. */
const WORDS: Readonly<Record<string, string>> = {
  'no-actor':
    'expected one who is on record by that name, or a name that stands in this report together with what it is',
  'span-does-not-hold': 'expected words of this report',
};

/** Why nothing was decided: what was meant cannot be, somebody was faster, or the ledger took nothing. */
function whyNot(error: unknown): [wrong: string, status: 409 | 422 | 500] {
  if (!(error instanceof Fault)) throw error;
  const message = WORDS[error.code] ?? error.message;
  if (error.code === 'decided-meanwhile') return [`${message}: look again, and decide again if need be`, 409];
  return [message, REFUSED.has(error.code) ? 422 : 500];
}

const REFUSED: ReadonlySet<string> = new Set([
  'no-actor',
  'no-such-words',
  'span-does-not-hold',
  'no-statement',
  'no-decision',
  'no-issue',
  'too-few',
  'of-two-kinds',
  'already-one',
  'already-alone',
  'of-one-report',
  'no-member',
  'several-members',
  'not-linked',
  'no-words',
]);

const lineOf = ({ statement, doubt, rank, renditions, report }: QueuedStatement) => ({
  statement,
  doubt,
  rank,
  renditions,
  report: { id: report.id, outlet: report.outlet, published: report.published, headline: report.headline },
});

const CSV = { 'content-type': 'text/csv; charset=utf-8' };
const csvOf = (queue: readonly QueuedStatement[]): string =>
  [
    ['statement', 'report', 'outlet', 'published', 'speaker', 'content', 'doubt', 'renditions', 'rank'],
    ...queue.map(({ statement, report, doubt, renditions, rank }) => [
      statement.id,
      report.id,
      report.outlet ?? '',
      report.published ?? '',
      whoWords(statement.speaker, statement.source),
      contentWords(statement),
      doubt,
      String(renditions),
      String(rank),
    ]),
  ]
    .map((cells) => csvLine(cells.map(csvCell)))
    .join('');
