import { html } from 'hono/html';
import type { DecidedStatement, KeptReport } from '../../ledger/index.ts';
import { correctionWords, decidedBy, type Statement, type StatementDecision } from '../../record/index.ts';
import { contentWords, whoWords } from './note.ts';
import type { Html } from './page.ts';
import { count, dateWords, reportPath, statementPath } from './words.ts';

/** The small marks of a statement on which somebody decided: who did so last, and who corrected it last where that is another decision. */
export function decidedMark(decided: DecidedStatement | null | undefined): Html | string {
  const { decisions = [] } = decided ?? {};
  const correction = decisions.findLast(({ kind }) => kind === 'correct');
  const told = new Set([correction, decisions.at(-1)]);
  return html`${[...told].map((one) => (one === undefined ? '' : html` <span class="tag">${decidedBy(one)}</span>`))}`;
}

/** The marks of a statement in the note beside its block, with what was read before. */
export function decidedNote(decided: DecidedStatement | undefined): Html | string {
  if (decided === undefined) return '';
  const { decisions, found } = decided;
  const words = decisions.flatMap((one) => correctionWords(one, found)).join('; ');
  return html`<span>${decidedMark(decided)}</span>${words === '' ? '' : html`<span class="quiet">${words}</span>`}`;
}

/** What people decided on a statement, each with what was read before and the reason. */
export function decidedList(decided: DecidedStatement | null): Html | string {
  if (decided === null) return '';
  const { decisions, found } = decided;
  return html`<h2>Decided</h2>
<ul class="decided">${decisions.map(
    (one) =>
      html`<li><b>${decidedBy(one)}</b> · ${dateWords(one.at)}${correctionWords(one, found).map((words) => html`<br>${words}`)}${reason(one)}<br><code>${one.id}</code></li>`,
  )}</ul>`;
}

const reason = ({ why }: StatementDecision): Html | string =>
  why === null ? '' : html`<br><span class="quiet">“${why}”</span>`;

/** What of a report somebody rejected, and decisions of which no statement is found any more. */
export function decidedAside({ report, decided, orphaned }: KeptReport): Html | string {
  const rejected = decided.filter(({ status }) => status === 'rejected');
  return html`${
    rejected.length === 0
      ? ''
      : html`<h2>Rejected</h2><ul class="list decided">${rejected.map(rejectedLine)}</ul>`
  }${
    orphaned.length === 0
      ? ''
      : html`<h2>Orphaned decisions</h2><p class="quiet">No statement is found any more where ${count(orphaned.length, 'decision')} stood.</p><ul class="list decided">${orphaned.map(
          (one) =>
            html`<li>${decidedBy(one)} · ${dateWords(one.at)}: <a href="${reportPath(report.id, placeOf(one))}">${wordsOf(one)}</a>${reason(one)}</li>`,
        )}</ul>`
  }`;
}

function rejectedLine({ found, decisions }: DecidedStatement): Html {
  const last = decisions.at(-1);
  return html`<li><a href="${statementPath(found.id)}"><b>${whoWords(found.speaker, found.source)}</b>: ${contentWords(found)}</a>${last === undefined ? '' : html`<br><span class="quiet">${decidedBy(last)} · ${dateWords(last.at)}</span>${reason(last)}`}</li>`;
}

const placeOf = ({ on }: StatementDecision) => on.content[0] ?? on.cue[0];
const wordsOf = ({ on }: StatementDecision) =>
  (on.content.length > 0 ? on.content : on.cue).map(({ text }) => text).join(' … ');

/** Decisions by the statement that they are on. */
export const decidedById = ({
  decided,
}: Pick<KeptReport, 'decided'>): ReadonlyMap<Statement['id'], DecidedStatement> =>
  new Map(decided.map((one) => [one.found.id, one]));
