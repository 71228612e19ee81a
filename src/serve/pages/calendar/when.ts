import { html } from 'hono/html';
import {
  type Day,
  dateInMonth,
  dateOf,
  daysOf,
  formerDates,
  type LinkedEvent,
  monthOf,
  parseWhen,
  whenWords,
  yearOf,
} from '../../../record/index.ts';
import type { Html } from '../page.ts';

const words = (options: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options });
  return (day: Day) => format.format(dateOf(day));
};
const WHOLE = words({ day: 'numeric', month: 'long', year: 'numeric' });
const YEARLESS = words({ day: 'numeric', month: 'long' });

/** A date as a calendar has it: "10–11 March 2031"; without its year where that is told beside it. */
export function shortWhen(value: string, year: number | null = null): string {
  const when = parseWhen(value);
  const { first = null, last = null } = (when && daysOf(when)) ?? {};
  const isDays =
    when?.kind === 'day' ||
    when?.kind === 'clock' ||
    (when?.kind === 'interval' && when.from?.kind === 'day' && when.to?.kind === 'day');
  if (!isDays || first === null || last === null) return whenWords(value);
  const end = yearOf(last) === year ? YEARLESS(last) : WHOLE(last);
  if (first.at === last.at) return end;
  if (yearOf(first) !== yearOf(last)) return `${WHOLE(first)} – ${end}`;
  return monthOf(first) === monthOf(last) ? `${dateInMonth(first)}–${end}` : `${YEARLESS(first)} – ${end}`;
}

/** When an event is, with the dates that were given up struck out before it; what has no date any more is open, or off. */
export function whenCell({
  when,
  status,
  schedule,
}: Pick<LinkedEvent, 'when' | 'status' | 'schedule'>): Html {
  const former = formerDates(schedule);
  const year = yearIn(when ?? former.at(-1) ?? null);
  const left = former.map(
    (date, at) => html`<s>${shortWhen(date, when === null && at === former.length - 1 ? null : year)}</s>`,
  );
  const now = when !== null ? shortWhen(when) : status === 'postponed' ? 'open' : null;
  const arrow = html` <span class="arrow" aria-hidden="true">→</span> `;
  const parts = now === null ? left : [...left, html`<span class="now">${now}</span>`];
  if (parts.length === 0) return html`<span class="quiet">no date</span>`;
  return html`${parts.map((part, at) => (at === 0 ? part : html`${arrow}${part}`))}`;
}

/** The year in which a date ends. */
export function yearIn(value: string | null): number | null {
  const when = parseWhen(value);
  const { last = null } = (when && daysOf(when)) ?? {};
  return last === null ? null : yearOf(last);
}

const SHORT = words({ day: 'numeric', month: 'short' });
const SHORT_WHOLE = words({ day: 'numeric', month: 'short', year: 'numeric' });

/** A day of publication, short: without its year where that is told beside it. */
export function dayOf(published: string, year: number | null = null): string {
  const when = parseWhen(published.slice(0, 10));
  if (when?.kind !== 'day') return whenWords(published);
  return yearOf(when) === year ? SHORT(when) : SHORT_WHOLE(when);
}
