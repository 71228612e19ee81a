import { Hono } from 'hono';
import { stream } from 'hono/streaming';
import type { CalendarFilter, EventLine, Ledger, PagePart, Period } from '../../ledger/index.ts';
import { addDays, calendarEntryOf, publicationDay, writeDay } from '../../record/index.ts';
import { numberOf, withPortion } from '../api/portions.ts';
import {
  type CalendarAsked,
  calendarAsked,
  daysAsked,
  filterOf,
  filterWords,
  LAST_DAY,
} from '../calendar/asked.ts';
import { calendarHead, calendarRow } from '../calendar/csv.ts';
import { icsOf } from '../calendar/ics.ts';
import { tellingsOf } from '../calendar/telling.ts';
import { calendarPage } from '../pages/calendar/calendar.ts';
import { eventPage } from '../pages/calendar/event.ts';
import { linkedEventPage } from '../pages/calendar/linked-event.ts';
import { invalid, problem } from '../problem.ts';
import { data, named, pagesOf, record } from './answers.ts';
import { wantsData } from './wants-data.ts';

const EVENTS_ON_A_PAGE = 100;
/** A subscriber has what is to come, and what was a month ago: the first of it, where there is more. */
const MOST_SUBSCRIBED = 300;
const DAYS_BEFORE = 31;
/** Of so many steps of a schedule, the latest, the words around the date are shown. */
const MOST_QUOTED = 40;

/** What is announced, month by month, ahead, and for subscribers, and each event with its dates. */
export function calendarRoutes(ledger: Ledger): Hono {
  const web = new Hono();

  web.get('/:page{calendar(?:[.]json)?}', async (context) => {
    const asked = calendarAsked(context.req.query());
    if ('wrong' in asked) return invalid(context, 'No such calendar', asked.wrong);
    const span = await ledger.calendarSpan();
    const open = asked.month ?? dayToOpen(span, today()).slice(0, 7);
    const time = daysAsked(asked.month === null ? null : open, today());
    const filter = filterOf(asked);
    const { total } = await ledger.calendar({ ...time, ...filter, limit: 0, offset: 0 });
    const last = pagesOf(total, EVENTS_ON_A_PAGE);
    const deeds = await ledger.calendar({ ...time, ...filter, kind: 'deed', limit: 0, offset: 0 });
    const ask = async (part: PagePart) => {
      const { events: lines, ...counted } = await ledger.calendar({ ...time, ...filter, ...part });
      return { lines, ...counted };
    };
    const list = { each: EVENTS_ON_A_PAGE, last, ask, nameOf: ({ event }: EventLine) => event.id };
    return withPortion(context, list, ({ lines: events, next, offset, isMore }) => {
      const month = asked.month === null ? (monthOf(events) ?? open) : open;
      const number = numberOf({ offset, next }, EVENTS_ON_A_PAGE);
      const shelf = { total, isMore, events, month, number, last, span, deeds: deeds.total };
      return wantsData(context)
        ? data(context, { ...shelf, ahead: asked.month === null, ...time, filter }, next)
        : context.html(calendarPage({ ...shelf, asked }));
    });
  });

  web.get('/calendar.csv', async (context) => {
    const asked = calendarAsked(context.req.query());
    if ('wrong' in asked) return invalid(context, 'No such calendar', asked.wrong);
    const time = await daysOfFeed(ledger, asked);
    context.header('content-type', 'text/csv; charset=utf-8');
    context.header('content-disposition', 'attachment; filename="calendar.csv"');
    return stream(context, async (out) => {
      await out.write(calendarHead());
      for (let offset = 0; ; offset += EVENTS_ON_A_PAGE) {
        const page = { limit: EVENTS_ON_A_PAGE, offset };
        const { events } = await ledger.calendar({ ...time, ...filterOf(asked), ...page });
        await out.write(events.map(calendarRow).join(''));
        if (events.length < EVENTS_ON_A_PAGE) return;
      }
    });
  });

  web.get('/calendar.ics', async (context) => {
    const asked = calendarAsked(context.req.query());
    if ('wrong' in asked) return invalid(context, 'No such calendar', asked.wrong);
    const filter: CalendarFilter = filterOf(asked);
    const time = asked.month == null ? await aMonthAgo(ledger) : daysAsked(asked.month, today());
    const part = { ...time, ...filter, limit: MOST_SUBSCRIBED, offset: 0 };
    const events = await ledger.subscribed(part);
    const gone = await ledger.goneEvents(part);
    const name = filterWords(asked);
    const body = icsOf(events, gone, name === '' ? 'Onrecord' : `Onrecord: ${name}`);
    return context.body(body, 200, { 'content-type': 'text/calendar; charset=utf-8' });
  });

  web.get('/e/:id', async (context) => {
    const id = named(context);
    if (id.startsWith('what:')) {
      const line = await ledger.eventLine(id);
      const decisions = await ledger.decidedLinks({ kind: 'event', id });
      if (line !== null) {
        const told = await ledger.eventsTold(line.event.members.map(({ event }) => event));
        const tellings = tellingsOf(line.event, told);
        return wantsData(context)
          ? data(context, { ...line, decisions, tellings })
          : context.html(linkedEventPage(line, { tellings, decisions, texts: await textsOf(line) }));
      }
    }
    const found = await ledger.event(id);
    if (found === null)
      return problem(context, 404, 'No such event', `there is no event ${id} in this ledger`);
    return wantsData(context)
      ? data(context, { event: found.event, report: record(found.kept).record.report })
      : context.html(eventPage(found));
  });

  /** The texts of the reports that gave dates: the words around these are shown. */
  const textsOf = ({ event: { schedule } }: EventLine) =>
    ledger.textsOf([...new Set(schedule.slice(-MOST_QUOTED).map(({ report }) => report))]);

  return web;
}

/** The month in which the first of some events is. */
function monthOf([line]: readonly EventLine[]): string | null {
  const entry = line === undefined ? null : calendarEntryOf(line.event);
  return entry?.first.slice(0, 7) ?? null;
}

/** The days of a table: those of the page beside which it stands. */
async function daysOfFeed(ledger: Ledger, { month }: CalendarAsked): Promise<Period> {
  if (month !== undefined) return daysAsked(month, today());
  return daysAsked(dayToOpen(await ledger.calendarSpan(), today()).slice(0, 7), today());
}

/** What is to come, and what was a month ago. */
async function aMonthAgo(ledger: Ledger): Promise<Period> {
  const day = publicationDay(dayToOpen(await ledger.calendarSpan(), today()));
  const from = day === null ? null : addDays(day, -DAYS_BEFORE);
  return { first: from === null ? today() : writeDay(from), last: LAST_DAY };
}

/** Today where the calendar has it, else the nearest day that it has. */
function dayToOpen(span: Period | null, day: string): string {
  if (span === null) return day;
  return day < span.first ? span.first : day > span.last ? span.last : day;
}

const today = () => new Date().toISOString().slice(0, 10);
