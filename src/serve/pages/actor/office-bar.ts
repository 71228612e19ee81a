import { html } from 'hono/html';
import { daysBetween } from '../../../record/index.ts';
import { dayOf, periodWords } from '../../actors/days.ts';
import type { Office } from '../../actors/offices.ts';
import type { Html } from '../page.ts';

const WIDTH = 320;
const EDGE = 4;
const LINE = 6;

/** When reports give an office, drawn on the time of all offices together: a dot for each day, a line from the first to the last. */
export function officeBar({ first, last, told }: Office, all: readonly Office[]): Html | string {
  const ends = all.flatMap((one) => [one.first, one.last]).flatMap((date) => dayOf(date) ?? []);
  const inOrder = ends.toSorted((a, b) => a.at - b.at);
  const [begin, end] = [inOrder[0], inOrder.at(-1)];
  const days = [...new Set(told.map(({ report }) => report.published))].flatMap((date) => dayOf(date) ?? []);
  if (begin === undefined || end === undefined || days.length === 0 || begin.at === end.at) return '';
  const length = daysBetween(begin, end);
  const x = (day: (typeof days)[number]) =>
    (EDGE + ((WIDTH - 2 * EDGE) * daysBetween(begin, day)) / length).toFixed(1);
  const [from, to] = [dayOf(first), dayOf(last)];
  return html`<svg class="office-bar" viewBox="0 0 ${WIDTH} ${2 * LINE}" role="img" aria-label="${periodWords(first, last)}">
<line x1="0" y1="${LINE}" x2="${WIDTH}" y2="${LINE}" class="track"/>
${from === null || to === null ? '' : html`<line x1="${x(from)}" y1="${LINE}" x2="${x(to)}" y2="${LINE}" class="run"/>`}
${days.map((day) => html`<circle cx="${x(day)}" cy="${LINE}" r="3"/>`)}
</svg>`;
}
