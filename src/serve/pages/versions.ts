import { html } from 'hono/html';
import { type Change, wordDiff } from '../../compare/index.ts';
import type { ReportLine, Visit } from '../../ledger/index.ts';
import { type Event, type Statement, whenWords } from '../../record/index.ts';
import { cueWords, inferredMark, whoWords } from './note.ts';
import { type Html, page } from './page.ts';
import { count, dateWords, reportPath, titleOf, versionsPath } from './words.ts';

/** A version with what it has otherwise than the one before. */
export interface Step {
  readonly line: ReportLine;
  readonly changes: readonly Change[];
}

/** What became of a report: its versions, the latest first, each with its changes; and what visits found since. */
export function versionsPage({
  id,
  steps,
  visits,
}: {
  id: string;
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
<h1>${count(steps.length, 'version')}</h1>
${fate(visits)}
${steps.toReversed().map(stepOf)}
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

function stepOf({ line, changes }: Step): Html {
  const { id, version, added } = line;
  const first = version === 1 ? html`<p class="quiet">The first that was read.</p>` : '';
  const none =
    version > 1 && changes.length === 0 ? html`<p class="quiet">Nothing that it says has changed.</p>` : '';
  return html`<section class="version"><h2><a href="${reportPath(id)}">Version ${version}</a> <span class="quiet">read ${dateWords(added)}</span></h2>
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
