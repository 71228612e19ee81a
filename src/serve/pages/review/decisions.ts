import { html } from 'hono/html';
import type { NumberedDecision } from '../../../ledger/index.ts';
import {
  correctionWords,
  type Decision,
  inPath,
  joinedWords,
  type Statement,
  type StatementDecision,
} from '../../../record/index.ts';
import { DECIDED } from '../../guard.ts';
import { type Html, page } from '../page.ts';
import { count, dateWords, reportPath } from '../words.ts';
import { doneWords } from './queue.ts';

/** A decision, and how the statement that it is on was read. */
export interface ListedDecision extends NumberedDecision {
  readonly read: Statement | null;
}

export interface DecisionShelf {
  readonly lines: readonly ListedDecision[];
  /** The number before which they are; null for the latest. */
  readonly before: number | null;
  /** Whether there are earlier ones. */
  readonly isMore: boolean;
  readonly by: string | null;
  readonly isOpen: boolean;
  readonly wrong: string | null;
}

/** All decisions, the latest first: who, when, why, and what became of each. */
export function decisionsPage({ lines, before, isMore, by, isOpen, wrong }: DecisionShelf): Html {
  const query = before === null ? '' : `?before=${before}`;
  const last = lines.at(-1)?.number ?? 1;
  const first = lines[0]?.number ?? 0;
  return page({
    style: 'review',
    title: 'Decisions',
    here: 'review',
    data: `/review/decisions.json${query}`,
    body: html`<p class="over"><b>Review</b> · <a href="/review">the queue</a> · ${before === null ? count(first, 'decision') : `decisions ${last} to ${first}`} · <a href="/review/decisions.csv${query}">.csv</a></p>
<h1>What people decided</h1>
${wrong === null ? '' : html`<p class="wrong" role="alert"><b class="flag">Not kept</b> ${wrong}.</p>`}
${isOpen && by === null ? html`<p class="quiet"><a href="${DECIDED.who}">Say who decides</a> to take one back.</p>` : ''}
${lines.length === 0 ? html`<p>Nothing yet. <a href="/review">The queue</a> has what waits.</p>` : html`<ol class="list decided">${lines.map((line) => lineOf(line, isOpen && by !== null))}</ol>`}
<p class="pages">${before === null ? '' : html`<a href="/review/decisions">the latest</a>`}${isMore ? html`<a href="/review/decisions?before=${last}" rel="next">earlier</a>` : ''}</p>`,
  });
}

function lineOf(line: ListedDecision, canUndo: boolean): Html {
  const { decision, state, read } = line;
  const corrections = decision.kind === 'correct' && read !== null ? correctionWords(decision, read) : [];
  return html`<li id="${decision.id}"><p class="over"><b>${decision.by}</b> · ${dateWords(decision.at)}${state === 'in force' ? '' : html` · <span class="tag">${state}</span>`}</p>
<p class="decision">${aboutOf(line)}${decision.why === null ? '' : html` <span class="quiet">“${decision.why}”</span>`}</p>
${corrections.map((words) => html`<p class="over">${words}</p>`)}${canUndo && decision.kind !== 'undo' && state !== 'undone' ? undoForm(decision) : ''}</li>`;
}

const undoForm = ({ id }: Decision): Html =>
  html`<form class="undo" method="post" action="${DECIDED.undo}"><input type="hidden" name="decision" value="${id}"><input type="hidden" name="queue" value="/review/decisions"><button aria-label="Undo ${id}">Undo</button></form>`;

function aboutOf({ decision, statement }: ListedDecision): Html | string {
  switch (decision.kind) {
    case 'issue':
      return html`Issue: <a href="/issues">${decision.issue.proposition}</a>`;
    case 'undo':
      return html`Undid <a href="#${decision.undoes}"><code>${decision.undoes}</code></a>`;
    case 'merge':
    case 'split':
      return joinedWords(decision);
    default:
      return html`<a href="${placeOf(decision, statement)}">${doneWords(decision)}</a>`;
  }
}

/** Where a decision on a statement leads: to the statement, or to the words that it is pinned to. */
const placeOf = ({ on }: StatementDecision, statement: string | null): string =>
  statement === null ? reportPath(on.report, on.content[0] ?? on.cue[0]) : `/review?at=${inPath(statement)}`;
