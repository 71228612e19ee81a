import { html } from 'hono/html';
import type { KeptReport } from '../../../ledger/index.ts';
import { type Event, isScheduled, whenWords } from '../../../record/index.ts';
import { statusMark } from '../calendar/status.ts';
import type { Html } from '../page.ts';
import { eventPath, reportPath } from '../words.ts';

/** What the report announces for which date: in its own sentence, and where a date slipped the old one struck out before the new. */
export function datesOf({ events, report }: KeptReport): Html | string {
  const dated = events.filter(isScheduled);
  if (dated.length === 0) return '';
  return html`<section class="dates"><h2>Dates</h2><ul class="list">${dated.map(
    (event) =>
      html`<li><p class="over">${slipWords(event)} · ${statusMark(event.status)}</p>
<a class="title" href="${eventPath(event.id)}">${sentenceOf(report.text, event)}</a>
<p class="over">${placeLink(report.id, event)}</p></li>`,
  )}</ul></section>`;
}

/** Every date that it had, those that hold no more struck out. */
function slipWords({ schedule, when }: Event): Html {
  const now = when === null ? 'no date' : whenWords(when);
  const told = [...new Set(schedule.map((step) => (step.when === null ? 'no date' : whenWords(step.when))))];
  const left = told.filter((words) => words !== now);
  return html`${left.map((words) => html`<s>${words}</s> <span aria-hidden="true">→</span> `)}<b>${now}</b>`;
}

const placeLink = (report: string, { schedule, what }: Event): Html | string => {
  const last = schedule.at(-1);
  return last === undefined ? '' : html`${what} · <a href="${reportPath(report, last.span)}">in the text</a>`;
};

/** A sentence that is longer is cut at its end. */
const LONGEST = 160;
const SENTENCES = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The sentence in which the event is named, which reads better than the words that name it: a verb alone is no title. */
export function sentenceOf(
  text: string,
  { spans, schedule, what }: Pick<Event, 'spans' | 'schedule' | 'what'>,
): string {
  const place = spans[0] ?? schedule[0]?.span;
  if (place === undefined) return what;
  const from = text.lastIndexOf('\n', place.start - 1) + 1;
  const end = text.indexOf('\n', place.end);
  const paragraph = text.slice(from, end === -1 ? text.length : end);
  const found =
    SENTENCES.segment(paragraph)
      .containing(place.start - from)
      ?.segment.trim() ?? what;
  if (found.length <= LONGEST) return found;
  return `${found.slice(0, found.lastIndexOf(' ', LONGEST))} …`;
}
