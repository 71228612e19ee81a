import { html } from 'hono/html';
import type { EventLine, Period } from '../../ledger/index.ts';
import {
  announcersOf,
  type Day,
  dateInMonth,
  daysOf,
  dayWords,
  Fault,
  haveDayInCommon,
  laterWhen,
  parseWhen,
  periodOf,
  unitAt,
  weekdayOf,
  whenWords,
  writeWhen,
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
  const own = periodOf(month);
  if (own !== null) return own;
  throw new Fault('bad-month', `expected a month such as 2031-05, found "${month}"`);
}

/** A month as a grid of days, and everything in it as a list, with what slipped drawn from the old date to the new. */
export function calendarPage({ month, events, total, span }: CalendarShelf): Html {
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
${grid(month, events)}
${total === 0 ? html`<p class="quiet">Nothing is on record for this month.</p>` : html`<ol class="list agenda">${events.map(line)}</ol>`}`
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
  const cells = (week: readonly number[]) =>
    week.map((at) => {
      const day = unitAt('day', at);
      return day === null
        ? html`<td class="other"></td>`
        : cell(day, at >= first.at && at <= last.at, events);
    });
  return html`<table class="month"><caption class="skip">${whenWords(month)}</caption>
<thead><tr>${WEEKDAYS.map((day) => html`<th scope="col">${day}</th>`)}</tr></thead>
<tbody>${weeks.map((week) => html`<tr>${cells(week)}</tr>`)}</tbody></table>`;
}

function cell(day: Day, isOwn: boolean, events: readonly EventLine[]): Html {
  const here = events.flatMap((one) => {
    const mark = markOn(day, one);
    return mark === null ? [] : [{ ...one, mark }];
  });
  return html`<td class="${isOwn ? '' : 'other'}"><span class="quiet">${dateInMonth(day)}</span>${here.map(
    ({ event, mark }) =>
      html`<a class="on ${mark === 'left' ? 'left' : statusClass(event.status)}" href="${eventPath(event.id)}">${mark === 'left' ? html`<s>${event.what}</s> <span class="quiet">${event.when === null ? event.status : `→ ${dayWords(event.when)}`}</span>` : event.what}</a>`,
  )}</td>`;
}

/** Whether an event is on a day, was to be, or neither; months and longer are in the list alone. */
function markOn(day: Day, { event }: EventLine): 'on' | 'left' | null {
  const isWithin = (text: string | null) => {
    const when = parseWhen(text);
    const from = when?.kind === 'interval' ? when.from : when;
    if (when === null || (from?.kind !== 'day' && from?.kind !== 'clock')) return false;
    // Of what has no end, its beginning.
    return haveDayInCommon(when.kind === 'interval' && when.to === null ? from : when, day);
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
