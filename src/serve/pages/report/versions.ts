import { html } from 'hono/html';
import { type Change, wordDiff } from '../../../compare/index.ts';
import type { ReportLine, Stood, Visit } from '../../../ledger/index.ts';
import { type Event, type Statement, whenWords } from '../../../record/index.ts';
import { cueWords, inferredMark, whoWords } from '../note.ts';
import { type Html, page } from '../page.ts';
import { count, dateWords, reportPath, titleOf, versionsPath } from '../words.ts';

/** A time in which a version stood, with what it has otherwise than what stood before. */
export interface Step {
  readonly line: ReportLine;
  readonly stood: Stood;
  readonly changes: readonly Change[];
}

/** What became of a report: what stood when, the latest first, each with its changes; and what visits found since. */
export function versionsPage({
  id,
  count: versions,
  steps,
  visits,
}: {
  id: string;
  count: number;
  steps: readonly Step[];
  visits: readonly Visit[];
}): Html {
  const latest = steps.at(-1)?.line;
  const title = latest === undefined ? id : titleOf({ headline: latest.headline, text: latest.opening });
  return page({
    title: `Versions: ${title}`,
    here: 'reports',
    data: `${versionsPath(id)}.json`,
    body: html`<p class="over"><a href="${reportPath(id)}">${title}</a></p>
<h1>${count(versions, 'version')}</h1>
${fate(visits)}
${steps.map(stepOf).toReversed()}
${visits.length === 0 ? '' : html`<h2>Visits</h2><ul class="list compact">${visits.map(visitLine)}</ul>`}`,
  });
}

/** Whether the page is still there, by the latest visit that could tell. */
export function fate(visits: readonly Visit[]): Html | string {
  const last = visits.find(({ outcome }) => outcome !== 'failed');
  if (last?.outcome !== 'gone') return '';
  const seen = visits.find(({ outcome }) => outcome !== 'gone' && outcome !== 'failed');
  return html`<p class="gone"><b class="flag">gone</b> No longer at its address when it was visited on ${dateWords(last.at)}${seen === undefined ? '' : html`; last seen there on ${dateWords(seen.at)}`}.</p>`;
}

/** Which version stands now, where it is not the one that is shown, or is one that stood before. */
export function standingWords(stood: readonly Stood[], shown: string): Html | string {
  const now = stood.at(-1);
  if (now === undefined) return '';
  const isBack = stood.some((time) => time !== now && time.version === now.version);
  if (now.report === shown && !isBack) return '';
  const words = `Version ${now.version} ${isBack ? 'stands again' : 'stands'}`;
  return html`<p class="quiet"><a href="${reportPath(now.report)}">${words}</a> since ${dateWords(now.from)}.</p>`;
}

function stepOf({ line, stood, changes }: Step, index: number, steps: readonly Step[]): Html {
  const { id, version } = line;
  const { from, to } = stood;
  const isBack = steps.slice(0, index).some((before) => before.line.id === id);
  const first = index === 0 && version === 1 ? html`<p class="quiet">The first that was read.</p>` : '';
  const none =
    index > 0 && changes.length === 0 ? html`<p class="quiet">Nothing that it says has changed.</p>` : '';
  const stands = index === steps.length - 1 ? ', stands now' : '';
  const last = to === from ? '' : html`, last ${dateWords(to)}`;
  return html`<section class="version"><h2><a href="${reportPath(id)}">Version ${version}${isBack ? ' again' : ''}</a> <span class="quiet">read ${dateWords(from)}${last}${stands}</span></h2>
${first}${none}${changes.length === 0 ? '' : html`<ul class="changes">${changes.map(changeLine)}</ul>`}</section>`;
}

const NAMES: Readonly<Record<Change['kind'], string>> = {
  'headline-changed': 'headline changed',
  'quotation-removed': 'quotation removed',
  'quotation-added': 'quotation added',
  'quotation-altered': 'quotation altered',
  'statement-removed': 'statement removed',
  'statement-added': 'statement added',
  'statement-altered': 'statement altered',
  'speaker-changed': 'speaker changed',
  'date-moved': 'date moved',
  'date-removed': 'date removed',
  'date-added': 'date added',
  'text-altered': 'text altered',
  'text-removed': 'text removed',
  'text-added': 'text added',
};

function changeLine(change: Change): Html {
  return html`<li><b class="change">${NAMES[change.kind]}</b> ${changeWords(change)}</li>`;
}

function changeWords(change: Change): Html | string {
  switch (change.kind) {
    case 'headline-changed':
      return diff(change.before ?? '', change.after ?? '');
    case 'quotation-removed':
    case 'statement-removed':
      return html`${who(change.before)} <del>${wordsOf(change.before)}</del>`;
    case 'quotation-added':
    case 'statement-added':
      return html`${who(change.after)} <ins>${wordsOf(change.after)}</ins>`;
    case 'quotation-altered':
    case 'statement-altered':
      return html`${who(change.after)} ${diff(wordsOf(change.before), wordsOf(change.after))}`;
    case 'speaker-changed':
      return html`<del>${whoWords(change.before.speaker, change.before.source)}</del>${inferredMark(change.before.speaker)} <ins>${whoWords(change.after.speaker, change.after.source)}</ins>${inferredMark(change.after.speaker)}: ${wordsOf(change.after)}`;
    case 'date-moved':
      return html`${change.after.what}: <del>${dated(change.before)}</del> <ins>${dated(change.after)}</ins>`;
    case 'date-removed':
      return html`${change.before.what}: <del>${dated(change.before)}</del>`;
    case 'date-added':
      return html`${change.after.what}: <ins>${dated(change.after)}</ins>`;
    case 'text-altered':
      return diff(change.before, change.after);
    case 'text-removed':
      return html`<del>${change.before}</del>`;
    case 'text-added':
      return html`<ins>${change.after}</ins>`;
    default:
      return change satisfies never;
  }
}

const wordsOf = ({ content }: Statement) => content.map(({ text }) => text).join(' … ');
const who = (statement: Statement) =>
  html`<span class="quiet">${whoWords(statement.speaker, statement.source)}, ${cueWords(statement)}:</span>`;
const dated = ({ when, status }: Event) => `${when === null ? 'no date' : whenWords(when)}, ${status}`;

function diff(before: string, after: string): Html {
  return html`${wordDiff(before, after).map(({ kind, text }) =>
    kind === 'same'
      ? html`${text} `
      : kind === 'removed'
        ? html`<del>${text}</del> `
        : html`<ins>${text}</ins> `,
  )}`;
}

function visitLine({ at, outcome, message }: Visit): Html {
  return html`<li><span class="quiet">${dateWords(at)}</span> ${outcome}${message === null ? '' : html` <span class="quiet">${message}</span>`}</li>`;
}
