import { html } from 'hono/html';
import type { EventLine } from '../../../ledger/index.ts';
import {
  calledOf,
  type Day,
  dateInMonth,
  daysOf,
  dayWords,
  parseWhen,
  unitAt,
  weekdayOf,
  whenWords,
  writeDay,
} from '../../../record/index.ts';
import type { Html } from '../page.ts';
import { rowId } from './agenda.ts';
import { statusClass } from './status.ts';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
/** So many strokes stand under a day. */
const MOST_STROKES = 4;

/** A month as a grid of days: each day with events leads to the first of them in the list, a stroke for each. */
export function monthGrid(month: string, events: readonly EventLine[]): Html | string {
  const own = parseWhen(month);
  const { first = null, last = null } = (own && daysOf(own)) ?? {};
  if (first === null || last === null) return '';
  const marked = events.map(withDays);
  const monday = first.at - weekdayOf(first) + 1;
  const weeks = Array.from({ length: Math.ceil((last.at - monday + 1) / 7) }, (_, week) =>
    WEEKDAYS.map((_day, day) => unitAt('day', monday + 7 * week + day)),
  );
  const cells = (week: readonly (Day | null)[]) =>
    week.map((day) =>
      day === null || day.at < first.at || day.at > last.at ? html`<td></td>` : cell(day, marked),
    );
  return html`<table class="month"><caption>${whenWords(month)}</caption>
<thead><tr>${WEEKDAYS.map((day) => html`<th scope="col"><abbr title="${day}">${day.slice(0, 2)}</abbr></th>`)}</tr></thead>
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

function cell(day: Day, events: readonly Marked[]): Html {
  const isWithin = ([from, to]: Run) => from <= day.at && day.at <= to;
  const here = events.flatMap(({ event, on, ever }) => {
    const isOn = on.some(isWithin);
    return isOn || ever.some(isWithin) ? [{ event, isOn }] : [];
  });
  const [first] = here;
  const number = dateInMonth(day);
  if (first === undefined) return html`<td>${number}</td>`;
  const told = here.map(({ event, isOn }) => `${calledOf(event)}${isOn ? '' : ' (was to be)'}`).join('; ');
  const strokes = here
    .slice(0, MOST_STROKES)
    .map(({ event, isOn }) => html`<i class="${isOn ? statusClass(event.status) : 'left'}"></i>`);
  return html`<td><a href="#${rowId(first.event.id)}" title="${told}" aria-label="${dayWords(writeDay(day))}: ${told}">${here.some(({ isOn }) => isOn) ? number : html`<s>${number}</s>`}<span class="strokes" aria-hidden="true">${strokes}</span></a></td>`;
}
