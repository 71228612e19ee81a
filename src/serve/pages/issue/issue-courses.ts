import { html } from 'hono/html';
import { STANCES } from '../../../record/index.ts';
import type { Course } from '../../positions/courses.ts';
import { type Drawn, type DrawnStep, drawn, LEVELS, type Mark } from '../../positions/drawn.ts';
import { type Timeline, ticksOf, timelineOf } from '../../positions/timeline.ts';
import { shortDay } from '../day-words.ts';
import { contentWords } from '../note.ts';
import type { Html } from '../page.ts';
import { count, issuePath } from '../words.ts';

/** So many actors have a course in the picture; all others are in the table. */
const MOST = 12;
/** In pixels: how far above and below its line an actor stands, what lies beyond it, and how high a row of words is. */
const LEVEL = 14;
const EDGE = 11;
const ROW = 17;
const LETTERS = 90;

/** A picture of where each actor stands through time, one course below the other on one timeline; the table has the same. */
export function issueCourses(
  issue: string,
  courses: readonly Course[],
  only: Mark['stance'] | null,
): Html | string {
  const days = courses.flatMap(({ told }) => told.flatMap(({ day }) => day ?? []));
  const timeline = timelineOf(days);
  if (timeline === null) return '';
  const [some, others] = [courses.slice(0, MOST), courses.length - MOST];
  return html`<ul class="stances" aria-label="What the marks mean">${STANCES.map((stance) => html`<li><svg width="16" height="16" aria-hidden="true" focusable="false"><svg x="8" y="8" overflow="visible">${shape(stance, 1)}</svg></svg>${MEANINGS[stance]}</li>`)}<li>a number in a mark: so many statements</li></ul>
<div class="wide courses" tabindex="0" role="region" aria-label="Where each actor stands through time">
<ol>${some.map((course) => line(issue, course, drawn(course, timeline, only)))}</ol>
${axis(timeline)}
</div>
${others > 0 ? html`<p class="quiet">${count(others, 'actor')} with fewer statements ${others === 1 ? 'is' : 'are'} in the table alone.</p>` : ''}`;
}

const MEANINGS = {
  for: 'for, above the line',
  against: 'against, below it',
  conditional: 'on a condition, on it',
  unclear: 'not clear, open',
};

function line(issue: string, course: Course, { marks, stretches, steps }: Drawn): Html {
  const rows = (side: DrawnStep['side']) =>
    steps.filter((step) => step.side === side).reduce((most, { row }) => Math.max(most, row + 1), 0);
  const base = rows('above') * ROW + EDGE + LEVEL;
  const height = base + LEVEL + EDGE + rows('below') * ROW;
  const y = (stance: Mark['stance']) => base - LEVELS[stance] * LEVEL;
  const wordsAt = ({ side, row }: DrawnStep) =>
    side === 'above' ? base - LEVEL - EDGE - 3 - row * ROW : base + LEVEL + EDGE + 12 + row * ROW;
  return html`<li><p><a href="${issuePath(issue)}?actor=${encodeURIComponent(course.holder)}">${course.name}</a> <span class="quiet">${course.told.length}</span></p>
<svg width="100%" height="${height}" role="img"><title>${courseWords(course)}</title><desc>${marks.map(markWords).join('; ')}</desc>
<line class="track" x1="0" x2="100%" y1="${base}" y2="${base}"/>
${stretches.map(({ from, to, stance }) => html`<line class="stretch" x1="${part(from)}" x2="${part(to)}" y1="${y(stance)}" y2="${y(stance)}"/>`)}
${steps.map((step) => html`<line class="stretch" x1="${part(step.at)}" x2="${part(step.at)}" y1="${y(step.from)}" y2="${y(step.to)}"/>`)}
${marks.map((mark) => html`<svg x="${part(mark.at)}" y="${y(mark.stance)}" overflow="visible"><title>${markWords(mark)}</title>${shape(mark.stance, mark.told.length)}</svg>`)}
${steps.map((step) => html`<text class="step" x="${part(step.at)}" y="${wordsAt(step)}" text-anchor="${step.anchor}">${step.words}</text>`)}
</svg></li>`;
}

const part = (at: number): string => `${at.toFixed(2)}%`;

/** A disc for, a square against, a diamond on a condition, a ring for what is not clear; one with a number is open and larger. */
function shape(stance: Mark['stance'], number: number): Html {
  const name = number === 1 ? `mark ${stance}` : `mark ${stance} several`;
  const size = number === 1 ? 5.5 : 8.5;
  const own =
    stance === 'against'
      ? html`<rect class="${name}" x="${0.5 - size}" y="${0.5 - size}" width="${2 * size - 1}" height="${2 * size - 1}"/>`
      : stance === 'conditional'
        ? html`<path class="${name}" d="M 0 ${-size - 1} L ${size + 1} 0 L 0 ${size + 1} L ${-size - 1} 0 z"/>`
        : html`<circle class="${name}" r="${size}"/>`;
  if (number === 1) return own;
  return html`${own}<text class="number" y="3.5" text-anchor="middle">${number > 99 ? '99+' : number}</text>`;
}

/** What a mark tells: of one statement who said what, of several how many and when. */
function markWords({ stance, told }: Mark): string {
  const [first, last] = [told[0], told.at(-1)];
  if (first === undefined || last === undefined) return '';
  const [from, to] = [shortDay(first.day), shortDay(last.day)];
  if (told.length > 1)
    return `${told.length} statements, ${stance}, ${from === to ? from : `${from} to ${to}`}`;
  const words = [...contentWords(first.statement)];
  const short = words.length > LETTERS ? `${words.slice(0, LETTERS).join('')} …` : words.join('');
  return `${stance}, ${from}, ${first.position.name}: ${short}`;
}

/** A course in words: where it began, and each step with its day. */
export function courseWords({ name, told, turns }: Course): string {
  const steps = turns.map(({ change, after }) => `now ${change.to} on ${shortDay(after.day)}`);
  const stances = STANCES.flatMap((stance) => {
    const own = told.filter(({ position }) => position.stance === stance).length;
    return own === 0 ? [] : `${stance} in ${own}`;
  });
  const first = turns[0]?.change.from;
  const course = first === undefined ? 'no change' : [first, ...steps].join(', ');
  return `${name}: ${course}; ${count(told.length, 'statement')}: ${stances.join(', ')}`;
}

/** Days, months or years below the courses. */
const axis = (
  timeline: Timeline,
): Html => html`<svg class="axis" width="100%" height="22" aria-hidden="true" focusable="false">
${ticksOf(timeline).map(({ at, words }) => html`<line class="track" x1="${part(at)}" x2="${part(at)}" y1="0" y2="5"/><text x="${part(at)}" y="18" text-anchor="${at < 6 ? 'start' : at > 94 ? 'end' : 'middle'}">${words}</text>`)}
</svg>`;
