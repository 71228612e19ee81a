import { html } from 'hono/html';
import type { EventLine, Period } from '../../ledger/index.ts';
import {
  type Day,
  dateInMonth,
  daysOf,
  dayWords,
  Fault,
  laterWhen,
  parseWhen,
  periodOf,
  unitAt,
  weekdayOf,
  whenWords,
  writeWhen,
} from '../../record/index.ts';
import { type Html, page } from './page.ts';
import { pages } from './reports.ts';
import { slip } from './slip.ts';
import { statusClass, statusMark } from './status.ts';
import { count, eventPath, reportPath, titleOf } from './words.ts';

export interface CalendarShelf {
  /** `2034-05` */
  readonly month: string;
  readonly events: readonly EventLine[];
  readonly total: number;
  /** Which page of the month's events this is, and how many there are. */
  readonly number: number;
  readonly last: number;
  /** From the first to the last day of the whole calendar, null where it is empty. */
  readonly span: Period | null;
}

/** The first and last day of a month. */
export function monthPeriod(month: string): Period {
  const own = periodOf(month);
  if (own !== null) return own;
  throw new Fault('bad-month', `expected a month such as 2031-05, found "${month}"`);
}

/** A month as a grid of days, and everything in it as a list, with what slipped drawn from the old date to the new. */
export function calendarPage({ month, events, total, number, last, span }: CalendarShelf): Html {
  return page({
    title: `Calendar, ${whenWords(month)}`,
    here: 'calendar',
    data: `/calendar.json?month=${month}&page=${number}`,
    body: html`<h1>Calendar</h1>
${
  span === null
    ? html`<p>No report gives a date yet. In a terminal: <code>onrecord add FILE-OR-FOLDER</code></p>`
    : html`<p class="over" role="status">${count(total, 'event')} in ${whenWords(month)}, each once, with every date that reports gave it · <a href="/calendar.ics">subscribe</a></p>
<nav class="pages" aria-label="Months">${neighbour(month, -1, span)}<b>${whenWords(month)}</b>${neighbour(month, 1, span)}</nav>
${grid(month, events)}
${total === 0 ? html`<p class="quiet">Nothing is on record for this month.</p>` : html`<ol class="list agenda">${events.map(line)}</ol>${pages(number, last, `month=${month}&`)}`}`
}`,
  });
}

function neighbour(month: string, step: -1 | 1, { first, last }: Period): Html | string {
  const own = parseWhen(month);
  const at = own === null ? null : laterWhen(own, step, 'month');
  if (at === null) return '';
  const name = writeWhen(at);
  const beside = monthPeriod(name);
  if (step < 0 ? beside.last < first : beside.first > last) return '';
  return html`<a href="/calendar?month=${name}" rel="${step < 0 ? 'prev' : 'next'}">${whenWords(name)}</a>`;
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

function grid(month: string, events: readonly EventLine[]): Html {
  const own = parseWhen(month);
  const { first = null, last = null } = (own && daysOf(own)) ?? {};
  if (first === null || last === null) return html``;
  const monday = first.at - weekdayOf(first) + 1;
  const weeks = [0, 1, 2, 3, 4, 5]
    .map((week) => WEEKDAYS.map((_, day) => monday + 7 * week + day))
    .filter((week) => week.some((at) => at >= first.at && at <= last.at));
  const marked = events.map(withDays);
  const cells = (week: readonly number[]) =>
    week.map((at) => {
      const day = unitAt('day', at);
      return day === null
        ? html`<td class="other"></td>`
        : cell(day, at >= first.at && at <= last.at, marked);
    });
  return html`<table class="month"><caption class="skip">${whenWords(month)}</caption>
<thead><tr>${WEEKDAYS.map((day) => html`<th scope="col">${day}</th>`)}</tr></thead>
<tbody>${weeks.map((week) => html`<tr>${cells(week)}</tr>`)}</tbody></table>`;
}

/** An event with the days on which it is, and all on which it is or was to be: the numbers of the first and the last. */
interface Marked {
  readonly event: EventLine['event'];
  readonly on: readonly Run[];
  readonly ever: readonly Run[];
}

type Run = readonly [from: number, to: number];

function withDays({ event }: EventLine): Marked {
  return { event, on: runsOf([event.when]), ever: runsOf(event.schedule.map(({ when }) => when)) };
}

/** What some dates cover, as far as they are days; months and longer are in the list alone. */
function runsOf(dates: readonly (string | null)[]): Run[] {
  return dates.flatMap((text) => {
    const when = parseWhen(text);
    const from = when?.kind === 'interval' ? when.from : when;
    if (when === null || (from?.kind !== 'day' && from?.kind !== 'clock')) return [];
    // Of what has no end, its beginning.
    const days = daysOf(when.kind === 'interval' && when.to === null ? from : when);
    return days?.first && days.last ? [[days.first.at, days.last.at] as const] : [];
  });
}

function cell(day: Day, isOwn: boolean, events: readonly Marked[]): Html {
  const isWithin = ([from, to]: Run) => from <= day.at && day.at <= to;
  const here = events.flatMap(({ event, on, ever }) => {
    if (on.some(isWithin))
      return [
        html`<a class="on ${statusClass(event.status)}" href="${eventPath(event.id)}">${event.what}</a>`,
      ];
    if (!ever.some(isWithin)) return [];
    const now = event.when === null ? event.status : `→ ${dayWords(event.when)}`;
    return [
      html`<a class="on left" href="${eventPath(event.id)}"><s>${event.what}</s> <span class="quiet">${now}</span></a>`,
    ];
  });
  return html`<td class="${isOwn ? '' : 'other'}"><span class="quiet">${dateInMonth(day)}</span>${here}</td>`;
}

function line({ event, reports }: EventLine): Html {
  const { what, when, status, place, schedule } = event;
  const names = [...new Set(schedule.flatMap(({ by }) => by?.name ?? []))];
  const last = reports.at(-1);
  return html`<li><p class="over"><b>${when === null ? 'No date' : whenWords(when)}</b> · ${statusMark(status)}${place === null ? '' : ` · ${place}`}</p>
<h2><a href="${eventPath(event.id)}">${what}</a></h2>
${slip(schedule)}
<p class="over">${names.length === 0 ? '' : `on the word of ${names.join(', ')} · `}${last === undefined ? '' : html`<a href="${reportPath(last.id, schedule.at(-1)?.report === last.id ? schedule.at(-1)?.span : undefined)}">${last.outlet ?? 'outlet not known'}: ${titleOf({ headline: last.headline, text: last.opening })}</a>`}${reports.length > 1 ? ` · ${count(reports.length, 'report')}` : ''}</p></li>`;
}
