import { html } from 'hono/html';
import { type Day, daysBetween, daysOf, dayWords, parseWhen, whenWords } from '../../../record/index.ts';
import type { Html } from '../page.ts';

const WIDTH = 320;
const EDGE = 12;
const HEIGHT = 44;
const LINE = 22;
/** From one day's words to the next. */
const ROOM = 44;

/** What slipped, drawn: a dot for each date of a schedule, with an arrow from each to the next; one that lost its date ends open. */
export function slip(schedule: readonly { readonly when: string | null }[]): Html | string {
  // A date that is told again is the same stop.
  const told = schedule.filter(({ when }, at) => at === 0 || when !== schedule[at - 1]?.when);
  const stops = told.map(({ when }) => ({ when, day: dayOf(when) }));
  const days = stops.flatMap(({ day }) => day ?? []);
  const inOrder = days.toSorted((a, b) => a.at - b.at);
  const [first, last] = [inOrder[0], inOrder.at(-1)];
  if (stops.length < 2 || first === undefined || last === undefined) return '';
  const isOpen = stops.some(({ day }) => day === null);
  const length = Math.max(1, daysBetween(first, last));
  const right = isOpen ? WIDTH * 0.7 : WIDTH - EDGE;
  const x = (day: Day | null) =>
    day === null ? WIDTH - EDGE : EDGE + ((right - EDGE) * daysBetween(first, day)) / length;
  const named = withRoom(stops.map(({ day }) => (day === null ? null : x(day))));
  const words = stops.map(({ when }) => whenWords(when)).join(', then ');
  return html`<svg class="slip" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${words}">
<line x1="${EDGE}" y1="${LINE}" x2="${WIDTH - EDGE}" y2="${LINE}" class="track"/>
${stops.slice(1).map(({ day }, index) => arrow(x(stops[index]?.day ?? null), x(day), day === null))}
${stops.map(({ day }, index) =>
  day === null
    ? html`<text x="${x(null)}" y="${LINE + 4}" text-anchor="middle">?</text>`
    : html`<circle cx="${x(day)}" cy="${LINE}" r="4" class="${index === stops.length - 1 ? 'now' : 'left'}"/>${named.has(index) ? label(x(day), dayWords(stops[index]?.when ?? '')) : ''}`,
)}
</svg>`;
}

function dayOf(text: string | null): Day | null {
  const when = parseWhen(text);
  const { first = null, last = null } = (when && daysOf(when)) ?? {};
  return first ?? last;
}

/** Which dots have room for their day under them: the last one first, and then those that are not too near to one that has. */
function withRoom(xs: readonly (number | null)[]): ReadonlySet<number> {
  const chosen = new Set<number>();
  for (const at of [...xs.keys()].toReversed()) {
    const own = xs[at] ?? null;
    const isFree = [...chosen].every((other) => Math.abs((xs[other] ?? 0) - (own ?? 0)) >= ROOM);
    if (own !== null && isFree) chosen.add(at);
  }
  return chosen;
}

/** The day under its dot, kept within the picture. */
function label(x: number, words: string): Html {
  const anchor = x < EDGE * 3 ? 'start' : x > WIDTH - EDGE * 3 ? 'end' : 'middle';
  const at = anchor === 'start' ? x - 4 : anchor === 'end' ? x + 4 : x;
  return html`<text x="${at}" y="${HEIGHT - 4}" text-anchor="${anchor}" class="day">${words}</text>`;
}

/** A flat arch from one dot to another, its point at the end. */
function arrow(from: number, to: number, isOpen: boolean): Html {
  const side = to >= from ? 1 : -1;
  const end = to - side * 6;
  const top = LINE - 16;
  return html`<path d="M ${from} ${LINE - 5} Q ${(from + to) / 2} ${top} ${end} ${LINE - 5}" class="${isOpen ? 'arc open' : 'arc'}"/>
<path d="M ${end + side * 3} ${LINE - 4} l ${-side * 6} ${-5} l ${side * 1} ${6} z" class="point"/>`;
}
