import { type Context, Hono } from 'hono';
import { etag } from 'hono/etag';
import type { KeptReport, Ledger, Period } from '../ledger/index.ts';
import {
  ACTS,
  addDays,
  FLAG_KINDS,
  KINDS,
  LINKED_FLAG_KINDS,
  parseWhen,
  periodOf,
  publicationDay,
  writeDay,
} from '../record/index.ts';
import { alertRoutes, type LookForNews } from './alerts.ts';
import { assets } from './assets.ts';
import { icsOf } from './calendar/ics.ts';
import { type CheckDraft, drafts } from './drafts.ts';
import { ownHostOnly, readOnly, securityHeaders } from './guard.ts';
import { actorPage, actorReportsPage, actorsPage } from './pages/actors.ts';
import { calendarPage, monthPeriod } from './pages/calendar.ts';
import { eventPage } from './pages/event.ts';
import { flagsPage } from './pages/flags.ts';
import { issuesPage } from './pages/issues.ts';
import { linkedEventPage } from './pages/linked-event.ts';
import { reportPage } from './pages/report.ts';
import { reportsPage } from './pages/reports.ts';
import { searchPage } from './pages/search.ts';
import { statementPage } from './pages/statement.ts';
import { utterancePage } from './pages/utterance.ts';
import { problem } from './problem.ts';
import { type BytePlaces, provenance } from './provenance.ts';
import { wantsData } from './wants-data.ts';

const ON_A_PAGE = 50;
const EVENTS_ON_A_PAGE = 100;
/** A subscriber has what is to come, and what was a month ago: the first of it, where there is more. */
const MOST_SUBSCRIBED = 300;
const DAYS_BEFORE = 31;
const RESULTS = 20;
const LATEST_VISITS = 20;

/** What pages are handed, since it is no work of theirs. */
export interface Handed {
  readonly check: CheckDraft;
  readonly bytePlaces: BytePlaces;
  /** Where it is not handed, alerts show what was found before. */
  readonly lookForNews?: LookForNews;
}

/** Every page of the ledger, and its data at the same address with `.json`: `{ "data": … }`, errors as problem+json. */
export function app(ledger: Ledger, { check, bytePlaces, lookForNews = async () => {} }: Handed): Hono {
  const web = new Hono();
  web.use(securityHeaders, ownHostOnly, readOnly, etag());
  web.route('/', provenance(ledger, bytePlaces));
  web.route('/-', assets());
  web.get('/', (context) => context.redirect('/reports'));

  web.get('/:page{reports(?:[.]json)?}', async (context) => {
    const { reports: total, statements } = await ledger.counts();
    const last = pagesOf(total, ON_A_PAGE);
    const number = pageNumber(context, last);
    const reports = await ledger.reports({ limit: ON_A_PAGE, offset: (number - 1) * ON_A_PAGE });
    const shelf = { reports, total, statements, number, last };
    return wantsData(context) ? data(context, shelf) : context.html(reportsPage(shelf));
  });

  web.get('/r/:id', async (context) => {
    const id = named(context);
    const kept = await ledger.report(id);
    if (kept === null)
      return problem(context, 404, 'No such report', `there is no report ${id} in this ledger`);
    const versions = await ledger.versions(id);
    const stood = await ledger.stood(id);
    const visits = await ledger.visitsTo(id, LATEST_VISITS);
    const kin = await ledger.kin(kept.report.id);
    if (wantsData(context)) return data(context, { ...record(kept), versions, stood, kin });
    return context.html(reportPage({ kept, stood, visits, kin, held: context.req.query('held') === '1' }));
  });

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

  web.get('/:page{search(?:[.]json)?}', async (context) => {
    const {
      q = '',
      by,
      for: behind,
      to,
      root,
      outlet,
      held,
      when = '',
      page = '1',
      ...lists
    } = context.req.query();
    if (q.length > 1000)
      return problem(context, 400, 'Too long', 'expected at most 1000 characters to search for');
    const period = when.trim() === '' ? undefined : periodOf(when);
    if (period === null)
      return problem(
        context,
        400,
        'No such time',
        'expected a date such as 2031-05-12, 2031-05 or 2031-05-12/2031-06-30',
      );
    const act = ACTS.find((one) => one === lists.act);
    const kind = KINDS.find((one) => one === lists.kind);
    const search = {
      words: q,
      by: by || undefined,
      for: behind || undefined,
      to: to || undefined,
      root: root || undefined,
      act,
      kind,
      outlet: outlet || undefined,
      held: held === '1',
      when: period,
    };
    const number = Math.min(Math.max(1, Number.parseInt(page, 10) || 1), 1000);
    const asked = q.trim() !== '' || [by, behind, to, root].some(Boolean) || act !== undefined;
    const found = asked
      ? await ledger.find({ ...search, limit: RESULTS, offset: (number - 1) * RESULTS })
      : null;
    if (wantsData(context)) return data(context, found ?? { total: 0, isMore: false, statements: [] });
    const last = pagesOf(found?.total ?? 0, RESULTS);
    return context.html(searchPage({ ...search, asked: when, number, last }, found));
  });

  web.get('/:page{actors(?:[.]json)?}', async (context) => {
    const { total } = await ledger.actors({ limit: 0, offset: 0 });
    const last = pagesOf(total, ON_A_PAGE);
    const number = pageNumber(context, last);
    const { actors } = await ledger.actors({ limit: ON_A_PAGE, offset: (number - 1) * ON_A_PAGE });
    const shelf = { actors, total, number, last };
    return wantsData(context) ? data(context, shelf) : context.html(actorsPage(shelf));
  });

  web.get('/a/:id', async (context) => {
    const id = named(context);
    const kept = await ledger.actor(id);
    if (kept === null) return noActor(context, id);
    const last = pagesOf(kept.statements, RESULTS);
    const number = pageNumber(context, last);
    const said = await ledger.saidBy(id, { limit: RESULTS, offset: (number - 1) * RESULTS });
    const latest = await ledger.reportsOn(id, { limit: RESULTS, offset: 0 });
    return wantsData(context)
      ? data(context, { ...kept, inReports: latest, said })
      : context.html(actorPage(kept, { said, latest, number, last }));
  });

  web.get('/a/:id/:page{reports(?:[.]json)?}', async (context) => {
    const id = named(context);
    const kept = await ledger.actor(id);
    if (kept === null) return noActor(context, id);
    const last = pagesOf(kept.reports, ON_A_PAGE);
    const number = pageNumber(context, last);
    const reports = await ledger.reportsOn(id, { limit: ON_A_PAGE, offset: (number - 1) * ON_A_PAGE });
    return wantsData(context)
      ? data(context, { ...kept, inReports: reports, number, last })
      : context.html(actorReportsPage(kept, { reports, number, last }));
  });

  web.get('/:page{calendar(?:[.]json)?}', async (context) => {
    const asked = context.req.query('month');
    if (asked !== undefined && parseWhen(asked)?.kind !== 'month')
      return problem(context, 400, 'No such month', 'expected a month such as 2031-05');
    const span = await ledger.calendarSpan();
    const month = asked ?? dayToOpen(span, today()).slice(0, 7);
    const period = monthPeriod(month);
    const { total } = await ledger.calendar({ ...period, limit: 0, offset: 0 });
    const last = pagesOf(total, EVENTS_ON_A_PAGE);
    const number = pageNumber(context, last);
    const offset = (number - 1) * EVENTS_ON_A_PAGE;
    const { events } = await ledger.calendar({ ...period, limit: EVENTS_ON_A_PAGE, offset });
    const shelf = { month, events, total, number, last, span };
    return wantsData(context) ? data(context, shelf) : context.html(calendarPage(shelf));
  });

  web.get('/calendar.ics', async (context) => {
    const span = await ledger.calendarSpan();
    const day = publicationDay(dayToOpen(span, today()));
    const from = day === null ? null : addDays(day, -DAYS_BEFORE);
    const first = from === null ? today() : writeDay(from);
    const period = { first, last: span?.last ?? first, limit: MOST_SUBSCRIBED, offset: 0 };
    const { events } = await ledger.calendar(period);
    const gone = await ledger.goneEvents({ ...period, last: '9999-12-31' });
    return context.body(icsOf(events, gone), 200, { 'content-type': 'text/calendar; charset=utf-8' });
  });

  web.get('/e/:id', async (context) => {
    const id = named(context);
    if (id.startsWith('what:')) {
      const line = await ledger.eventLine(id);
      const decisions = await ledger.decidedLinks({ kind: 'event', id });
      if (line !== null)
        return wantsData(context)
          ? data(context, { ...line, decisions })
          : context.html(linkedEventPage(line, decisions));
    }
    const found = await ledger.event(id);
    if (found === null)
      return problem(context, 404, 'No such event', `there is no event ${id} in this ledger`);
    return wantsData(context)
      ? data(context, { event: found.event, report: record(found.kept).record.report })
      : context.html(eventPage(found));
  });

  web.get('/:page{flags(?:[.]json)?}', async (context) => {
    const asked = context.req.query('kind');
    const kinds = [...FLAG_KINDS, ...LINKED_FLAG_KINDS];
    const kind = kinds.find((one) => one === asked);
    if (asked !== undefined && kind === undefined)
      return problem(context, 400, 'No such rule', `expected one of: ${kinds.join(', ')}`);
    const only = kind === undefined ? {} : { kind };
    const { total } = await ledger.flags({ ...only, limit: 0, offset: 0 });
    const last = pagesOf(total, ON_A_PAGE);
    const number = pageNumber(context, last);
    const { flags } = await ledger.flags({ ...only, limit: ON_A_PAGE, offset: (number - 1) * ON_A_PAGE });
    const shelf = { flags, total, kind: kind ?? null, number, last };
    return wantsData(context) ? data(context, shelf) : context.html(flagsPage(shelf));
  });

  web.route('/', alertRoutes(ledger, lookForNews));
  web.get('/:page{issues(?:[.]json)?}', async (context) => {
    const issues = await ledger.issues();
    return wantsData(context) ? data(context, issues) : context.html(issuesPage(issues));
  });

  web.route('/', drafts(check));

  web.notFound((context) => problem(context, 404, 'No such page', `there is nothing at ${context.req.path}`));
  web.onError((error, context) => {
    console.error(`onrecord: ${context.req.path}: ${error.message}`);
    return problem(context, 500, 'It went wrong', 'the server’s own terminal says what happened');
  });
  return web;
}

/** Today where the calendar has it, else the nearest day that it has. */
function dayToOpen(span: Period | null, day: string): string {
  if (span === null) return day;
  return day < span.first ? span.first : day > span.last ? span.last : day;
}

const today = () => new Date().toISOString().slice(0, 10);

const noActor = (context: Context, id: string) =>
  problem(context, 404, 'No such actor', `nobody in this ledger has the id ${id}`);

const named = (context: Context) => (context.req.param('id') ?? '').replace(/\.json$/, '');

function data(context: Context, body: unknown): Response {
  return context.json({ data: body });
}

/** The record as `onrecord read --json` has it, with what the ledger knows beside it. */
function record({
  report,
  statements,
  events,
  times,
  actors,
  flags,
  version,
  versions: _,
  ...kept
}: KeptReport) {
  return { record: { report, statements, events, times, actors, flags }, version, ...kept };
}

const pagesOf = (total: number, each: number) => Math.max(1, Math.ceil(total / each));

function pageNumber(context: Context, last: number): number {
  return Math.min(Math.max(1, Number.parseInt(context.req.query('page') ?? '1', 10) || 1), last);
}
