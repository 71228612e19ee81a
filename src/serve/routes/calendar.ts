import { Hono } from 'hono';
import type { Ledger, Period } from '../../ledger/index.ts';
import { addDays, parseWhen, publicationDay, writeDay } from '../../record/index.ts';
import { icsOf } from '../calendar/ics.ts';
import { calendarPage, monthPeriod } from '../pages/calendar.ts';
import { eventPage } from '../pages/event.ts';
import { linkedEventPage } from '../pages/linked-event.ts';
import { problem } from '../problem.ts';
import { data, named, pageNumber, pagesOf, record } from './answers.ts';
import { wantsData } from './wants-data.ts';

const EVENTS_ON_A_PAGE = 100;
/** A subscriber has what is to come, and what was a month ago: the first of it, where there is more. */
const MOST_SUBSCRIBED = 300;
const DAYS_BEFORE = 31;

/** What is announced, month by month and for subscribers, and each event with its dates. */
export function calendarRoutes(ledger: Ledger): Hono {
  const web = new Hono();

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

  return web;
}

/** Today where the calendar has it, else the nearest day that it has. */
function dayToOpen(span: Period | null, day: string): string {
  if (span === null) return day;
  return day < span.first ? span.first : day > span.last ? span.last : day;
}

const today = () => new Date().toISOString().slice(0, 10);
