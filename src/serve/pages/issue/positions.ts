import { html } from 'hono/html';
import { type Issue, STANCES } from '../../../record/index.ts';
import type { PositionRow } from '../../positions/rows.ts';
import { type Html, page } from '../page.ts';
import { pages } from '../report/reports.ts';
import { count } from '../words.ts';
import { positionTable } from './issue-rows.ts';

/** What was typed into the form of the list; '' where nothing was. */
export type TypedRows = Readonly<Record<'issue' | 'who' | 'stance' | 'when', string>>;

export interface PositionsShelf {
  readonly issues: readonly Issue[];
  readonly typed: TypedRows;
  /** How many are asked for, and those of this page. */
  readonly total: number;
  readonly rows: readonly PositionRow[];
  readonly number: number;
  readonly last: number;
  /** Whether some issues are not read for positions yet. */
  readonly isWaiting: boolean;
}

/** A form as it stands in an address; '' where nothing is asked for. */
export const rowsQuery = (typed: TypedRows): string =>
  new URLSearchParams(Object.entries(typed).filter(([, value]) => value !== '')).toString();

/** All positions on all issues as rows, which can be narrowed and taken out as a table. */
export function positionsPage({ issues, typed, total, rows, number, last, isWaiting }: PositionsShelf): Html {
  const query = rowsQuery(typed);
  const asked = query === '' ? '' : `?${query}`;
  return page({
    style: 'issue',
    title: 'Positions',
    here: 'issues',
    data: `/positions.json${asked}`,
    body: html`<p class="over" role="status"><b>${count(total, 'position')}</b> on ${count(issues.length, 'issue')} · <a href="/issues">issues</a> · <a href="/positions.csv${asked}">.csv</a> · <a href="/positions.json${asked}">.json</a></p>
<h1>Positions</h1>
${isWaiting ? html`<p class="quiet">Some statements on record are still being read for who stands where; <a href="/positions${asked}">look again</a> in a few seconds.</p>` : ''}
<form class="search" action="/positions" aria-label="Positions">
<label>Issue<select name="issue"><option value="">all</option>${issues.map(({ id, proposition }) => html`<option value="${id}" ${id === typed.issue ? 'selected' : ''}>${proposition}</option>`)}</select></label>
<label>Who<input name="who" value="${typed.who}" maxlength="200" size="14"></label>
<label>Position<select name="stance"><option value="">all</option>${STANCES.map((stance) => html`<option ${stance === typed.stance ? 'selected' : ''}>${stance}</option>`)}</select></label>
<label>Said in<input name="when" value="${typed.when}" maxlength="40" size="9" placeholder="2034-05"></label>
<button>Show</button>${query === '' ? '' : html` <a class="all" href="/positions">all positions</a>`}</form>
${total === 0 ? html`<p role="status">No statement on record takes ${query === '' ? 'a position on an issue' : 'such a position'}.</p>` : positionTable(rows)}
${pages(number, last, query === '' ? '' : `${query}&`)}`,
  });
}
