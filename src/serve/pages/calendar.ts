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
import { slip } from './slip.ts';
import { statusClass, statusMark } from './status.ts';
import { count, eventPath, reportPath, titleOf } from './words.ts';

export interface CalendarShelf {
  /** `2034-05` */
  readonly month: string;
  readonly events: readonly EventLine[];
  readonly total: number;
  /** From the first to the last day of the whole calendar, null where it is empty. */
  readonly span: Period | null;
}

/** The first and last day of a month. */
export function monthPeriod(month: string): Period {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return { first: `${month}-01`, last: `${month}-${String(lengthOf(year, number)).padStart(2, '0')}` };
}

/** A month as a grid of days, and everything in it as a list, with what slipped drawn from the old date to the new. */
export function calendarPage({ month, events, total, span }: CalendarShelf): Html {
  const { first } = monthPeriod(month);
  return page({
    title: `Calendar, ${whenWords(month)}`,
    here: 'calendar',
    data: `/calendar.json?month=${month}`,
    body: html`<h1>Calendar</h1>
${
  span === null
    ? html`<p>No report gives a date yet. In a terminal: <code>onrecord add FILE-OR-FOLDER</code></p>`
    : html`<p class="over" role="status">${count(total, 'event')} in ${whenWords(month)}, each as its own report has it · <a href="/calendar.ics">subscribe</a></p>
<nav class="pages" aria-label="Months">${neighbour(month, -1, span)}<b>${whenWords(month)}</b>${neighbour(month, 1, span)}</nav>
${grid(first, events)}
${total === 0 ? html`<p class="quiet">Nothing is on record for this month.</p>` : html`<ol class="list agenda">${events.map(line)}</ol>`}`
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
  return html`<table class="month"><caption class="skip">${whenWords(month)}</caption>
<thead><tr>${WEEKDAYS.map((day) => html`<th scope="col">${day}</th>`)}</tr></thead>
<tbody>${weeks.map((week) => html`<tr>${week.map((day) => cell(day, day.startsWith(month), events))}</tr>`)}</tbody></table>`;
}

function cell(day: string, isOwn: boolean, events: readonly EventLine[]): Html {
  const here = events.flatMap((one) => {
    const mark = markOn(day, one);
    return mark === null ? [] : [{ ...one, mark }];
  });
  return html`<td class="${isOwn ? '' : 'other'}"><span class="quiet">${Number(day.slice(8))}</span>${here.map(
    ({ event, mark }) =>
      html`<a class="on ${mark === 'left' ? 'left' : statusClass(event.status)}" href="${eventPath(event.id)}">${mark === 'left' ? html`<s>${event.what}</s> <span class="quiet">${event.when === null ? event.status : `→ ${dayWords(event.when)}`}</span>` : event.what}</a>`,
  )}</td>`;
}

/** Whether an event is on a day, was to be, or neither; months and longer are in the list alone. */
function markOn(day: string, { event }: EventLine): 'on' | 'left' | null {
  const isWithin = (when: string | null) => {
    if (when === null || !/^\d{4}-\d\d-\d\d/.test(when)) return false;
    const [from = '', to = ''] = daysOf(when) ?? [];
    return from <= day && (to === '..' ? day === from : day <= to);
  };
  if (isWithin(event.when)) return 'on';
  return event.schedule.some(({ when }) => isWithin(when)) ? 'left' : null;
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
