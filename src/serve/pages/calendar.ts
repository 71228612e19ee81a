import { html } from 'hono/html';
import type { EventLine, Period } from '../../ledger/index.ts';
import {
  addDays,
  announcersOf,
  daysOf,
  dayWords,
  lengthOf,
  weekdayOf,
  whenWords,
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
  const [year = 0, number = 1] = month.split('-').map(Number);
  return { first: `${month}-01`, last: `${month}-${String(lengthOf(year, number)).padStart(2, '0')}` };
}

/** A month as a grid of days, and everything in it as a list, with what slipped drawn from the old date to the new. */
export function calendarPage({ month, events, total, number, last, span }: CalendarShelf): Html {
  const { first } = monthPeriod(month);
  return page({
    title: `Calendar, ${whenWords(month)}`,
    here: 'calendar',
    data: `/calendar.json?month=${month}&page=${number}`,
    body: html`<h1>Calendar</h1>
${
  span === null
    ? html`<p>No report gives a date yet. In a terminal: <code>onrecord add FILE-OR-FOLDER</code></p>`
    : html`<p class="over" role="status">${count(total, 'event')} in ${whenWords(month)}, each as its own report has it · <a href="/calendar.ics">subscribe</a></p>
<nav class="pages" aria-label="Months">${neighbour(month, -1, span)}<b>${whenWords(month)}</b>${neighbour(month, 1, span)}</nav>
${grid(first, events)}
${total === 0 ? html`<p class="quiet">Nothing is on record for this month.</p>` : html`<ol class="list agenda">${events.map(line)}</ol>${pages(number, last, `month=${month}&`)}`}`
}`,
  });
}

function neighbour(month: string, step: -1 | 1, { first, last }: Period): Html | string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const at = new Date(Date.UTC(year, number - 1 + step, 1)).toISOString().slice(0, 7);
  if (step < 0 ? at < first.slice(0, 7) : at > last.slice(0, 7)) return '';
  return html`<a href="/calendar?month=${at}" rel="${step < 0 ? 'prev' : 'next'}">${whenWords(at)}</a>`;
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

function grid(first: string, events: readonly EventLine[]): Html {
  const month = first.slice(0, 7);
  const monday = addDays(first, 1 - weekdayOf(first));
  const weeks = [0, 1, 2, 3, 4, 5]
    .map((week) => WEEKDAYS.map((_, day) => addDays(monday, 7 * week + day)))
    .filter((week) => week.some((day) => day.startsWith(month)));
  const marked = events.map(withDays);
  return html`<table class="month"><caption class="skip">${whenWords(month)}</caption>
<thead><tr>${WEEKDAYS.map((day) => html`<th scope="col">${day}</th>`)}</tr></thead>
<tbody>${weeks.map((week) => html`<tr>${week.map((day) => cell(day, day.startsWith(month), marked))}</tr>`)}</tbody></table>`;
}

/** An event with the days on which it is, and all on which it is or was to be, from and to. */
interface Marked {
  readonly event: EventLine['event'];
  readonly on: readonly Days[];
  readonly ever: readonly Days[];
}

type Days = readonly [from: string, to: string];

function withDays({ event }: EventLine): Marked {
  return { event, on: daysIn([event.when]), ever: daysIn(event.schedule.map(({ when }) => when)) };
}

/** What some dates cover, as far as they are days; months and longer are in the list alone. */
function daysIn(dates: readonly (string | null)[]): Days[] {
  return dates.flatMap((when) => {
    const days = when === null || !/^\d{4}-\d\d-\d\d/.test(when) ? null : daysOf(when);
    if (days === null) return [];
    const [from, to] = days;
    return [[from, to === '..' ? from : to] as const];
  });
}

function cell(day: string, isOwn: boolean, events: readonly Marked[]): Html {
  const here = events.flatMap(({ event, on, ever }) => {
    const isWithin = ([from, to]: Days) => from <= day && day <= to;
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
  return html`<td class="${isOwn ? '' : 'other'}"><span class="quiet">${Number(day.slice(8))}</span>${here}</td>`;
}

function line({ event, report, announcers }: EventLine): Html {
  const { what, when, status, place, schedule } = event;
  return html`<li><p class="over"><b>${when === null ? 'No date' : whenWords(when)}</b> · ${statusMark(status)}${place === null ? '' : ` · ${place.name}`}</p>
<h2><a href="${eventPath(event.id)}">${what}</a></h2>
${slip(schedule)}
<p class="over">${announcedBy(event, announcers)}<a href="${reportPath(report.id, event.spans[0])}">${report.outlet ?? 'outlet not known'}: ${titleOf({ headline: report.headline, text: report.opening })}</a></p></li>`;
}

function announcedBy(event: EventLine['event'], announcers: EventLine['announcers']): string {
  const names = announcersOf(event, (by) => announcers[by]);
  return names.length === 0 ? '' : `on the word of ${names.join(', ')} · `;
}
