import { html } from 'hono/html';
import type { CalendarPart, Period } from '../../../ledger/index.ts';
import { laterWhen, parseWhen, periodOf, STATUSES, whenWords, writeWhen } from '../../../record/index.ts';
import { type CalendarAsked, filterWords, isFiltered, queryOf } from '../../calendar/asked.ts';
import { type Html, page } from '../page.ts';
import { pages } from '../report/reports.ts';
import { count } from '../words.ts';
import { agenda } from './agenda.ts';
import { monthGrid } from './month.ts';

export interface CalendarShelf extends CalendarPart {
  readonly asked: CalendarAsked;
  /** The month of the grid. */
  readonly month: string;
  /** How many deeds there are beside, as far as they were counted. */
  readonly deeds: number;
  /** Which page of the events this is, and how many there are. */
  readonly number: number;
  readonly last: number;
  /** From the first to the last day of the whole calendar, null where it is empty. */
  readonly span: Period | null;
}

/** What is announced, as a month beside a list: what slipped with the dates that it had, and on whose word. */
export function calendarPage(shelf: CalendarShelf): Html {
  const { asked, month, number, span, total, isMore } = shelf;
  const query = queryOf(asked);
  const time = asked.month === null ? 'ahead' : `in ${whenWords(month)}`;
  return page({
    title: asked.month === null ? 'Calendar, all that lies ahead' : `Calendar, ${whenWords(month)}`,
    here: 'calendar',
    data: `/calendar.json?${query}&page=${number}`,
    body:
      span === null
        ? html`<h1>Calendar</h1><p>No report gives a date yet. In a terminal: <code>onrecord add FILE-OR-FOLDER</code></p>`
        : html`<p class="over" role="status"><b>Calendar</b> · ${isMore ? 'more than ' : ''}${count(total, 'event')} ${time} · <a href="/calendar.ics?${query}">subscribe (.ics)</a> · <a href="/calendar.json?${query}&page=${number}">.json</a> · <a href="/calendar.csv?${query}">.csv</a></p>
<h1>What is announced, and what slipped</h1>
<div class="calendar">
<div class="beside">${months(asked, month, span)}${monthGrid(month, shelf.events)}</div>
<div>${form(asked)}${list(shelf)}</div>
</div>`,
  });
}

function list({ asked, events, total, number, last, deeds }: CalendarShelf): Html {
  const others = asked.deeds
    ? html`<a href="?${queryOf({ ...asked, deeds: false })}">occasions alone</a>`
    : deeds > 0
      ? html`<a href="?${queryOf({ ...asked, deeds: true })}">also what somebody does: ${deeds}</a>`
      : '';
  const query = queryOf(asked);
  const nothing = isFiltered(asked)
    ? html`Nothing fits ${filterWords(asked)}. <a href="?${queryOf({ ...asked, words: '', who: '', place: '', status: undefined })}">Show everything</a>`
    : asked.month === null
      ? 'Nothing that is on record lies ahead of today.'
      : 'Nothing is on record for this month.';
  return html`${total === 0 ? html`<p class="quiet">${nothing}</p>` : agenda(events)}
<p class="over others">${others}</p>
${total === 0 ? '' : pages(number, last, query === '' ? '' : `${query}&`)}`;
}

function form({ month, deeds, words, who, place, status }: CalendarAsked): Html {
  return html`<form class="search" action="/calendar" role="search" aria-label="Events">
${month === null ? html`<input type="hidden" name="ahead" value="1">` : month === undefined ? '' : html`<input type="hidden" name="month" value="${month}">`}
<label>What<input name="q" value="${words}" maxlength="200"></label>
<label>Who<input name="who" value="${who}" maxlength="200"></label>
<label>Where<input name="place" value="${place}" maxlength="200"></label>
<label>How it stands<select name="status"><option value="">any</option>${STATUSES.map((one) => html`<option ${one === status ? 'selected' : ''}>${one}</option>`)}</select></label>
${deeds ? html`<input type="hidden" name="deeds" value="1">` : ''}
<button>Show</button>
</form>`;
}

/** The months before and behind, and all that lies ahead. */
function months(asked: CalendarAsked, month: string, span: Period): Html {
  const ahead =
    asked.month === null
      ? html`<b aria-current="page">all that lies ahead</b>`
      : html`<a href="?${queryOf({ ...asked, month: null })}">all that lies ahead</a>`;
  return html`<nav class="months" aria-label="Months">${neighbour(asked, month, { step: -1, span })}${asked.month === null ? html`<a href="?${queryOf({ ...asked, month })}">${whenWords(month)}</a>` : ''}${neighbour(asked, month, { step: 1, span })}${ahead}</nav>`;
}

function neighbour(
  asked: CalendarAsked,
  month: string,
  { step, span: { first, last } }: { step: -1 | 1; span: Period },
): Html | string {
  const own = parseWhen(month);
  const at = own === null ? null : laterWhen(own, step, 'month');
  const name = at === null ? '' : writeWhen(at);
  const beside = periodOf(name);
  if (beside === null || (step < 0 ? beside.last < first : beside.first > last)) return '';
  return html`<a href="?${queryOf({ ...asked, month: name })}" rel="${step < 0 ? 'prev' : 'next'}">${step < 0 ? '← ' : ''}${whenWords(name)}${step > 0 ? ' →' : ''}</a>`;
}
