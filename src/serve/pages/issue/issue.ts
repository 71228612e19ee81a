import { html } from 'hono/html';
import { type Issue, STANCES } from '../../../record/index.ts';
import type { AskedOfIssue, Shown } from '../../positions/asked.ts';
import type { KeptPicture } from '../../positions/kept.ts';
import { alertCommand } from '../alerts/alert-command.ts';
import { type Html, page } from '../page.ts';
import { pages } from '../report/reports.ts';
import { count, issuePath } from '../words.ts';
import { issueCourses } from './issue-courses.ts';
import { positionTable, turnList } from './issue-rows.ts';

/** An issue as it is shown; nothing where its positions are not found yet, or are not looked for here. */
export interface IssueShelf {
  readonly issue: Issue;
  readonly kept: KeptPicture | null;
  readonly shown: Shown | null;
  readonly asked: AskedOfIssue;
  readonly number: number;
  readonly last: number;
  /** Rows of the table on a page. */
  readonly each: number;
  /** Whether the table tells by which rule each position was read. */
  readonly withRules: boolean;
}

/** So many seconds a page without script waits before it is loaded again. */
const AGAIN = 3;

/** One issue: who stands where on it through time, drawn and as a table, with the words behind every change. */
export function issuePage(shelf: IssueShelf): Html {
  const { issue, kept, shown, asked } = shelf;
  const path = issuePath(issue.id);
  const isWaiting = kept !== null && !kept.isFresh && !kept.isFailed;
  const query = queryOf(asked);
  return page({
    style: 'issue',
    title: issue.proposition,
    here: 'issues',
    data: `${path}.json${query === '' ? '' : `?${query}`}`,
    ...(isWaiting && shown === null ? { script: '/-/waiting.js' } : {}),
    head: html`<link rel="alternate" type="application/atom+xml" title="${issue.proposition}: changes" href="${path}.atom">
${isWaiting && shown === null ? html`<noscript><meta http-equiv="refresh" content="${AGAIN}"></noscript>` : ''}`,
    body: html`<p class="over"><b>Issue</b>${shown === null ? '' : html` · ${count(sum(shown), 'statement')} · ${count(shown.all.length, 'actor')} · <a href="${path}.atom">follow (Atom)</a> · <a href="${path}.csv${query === '' ? '' : `?${query}`}">.csv for Discourse Network Analyzer</a>`}</p>
<h1 class="proposition">${issue.proposition}</h1>
${termLine(issue)}
${kept === null ? html`<p>Positions are not looked for here. In a terminal: <code>onrecord positions ${issue.id}</code></p>` : standWords(shelf, kept, isWaiting)}
${shown === null ? '' : body(shelf, shown, query)}
${alertCommand(issue.proposition, [['issue', issue.id]])}`,
  });
}

const sum = ({ all }: Shown): number => all.reduce((total, { told }) => total + told.length, 0);

/** What is asked for, as a query; nothing for all. */
function queryOf({ actor, stance }: AskedOfIssue): string {
  return new URLSearchParams({
    ...(actor === null ? {} : { actor }),
    ...(stance === null ? {} : { stance }),
  }).toString();
}

function termLine({ terms }: Issue): Html | string {
  if (terms.length === 0) return '';
  return html`<p class="over">Words that belong to it: ${terms.map((term, nth) => html`${nth === 0 ? '' : ' · '}<a href="/search?q=${encodeURIComponent(`"${term}"`)}&amp;held=1">${term}</a>`)}</p>`;
}

/** What there is to know of how the positions were found: that they are being found, that it went wrong, or nothing. */
function standWords({ issue, shown }: IssueShelf, kept: KeptPicture, isWaiting: boolean): Html | string {
  const again = html`<a href="${issuePath(issue.id)}">Look again</a>`;
  if (isWaiting && shown === null)
    return html`<p role="status" data-waiting>The statements on record are being read for who stands where. This takes a few seconds, and this page shows it then. ${again}.</p>`;
  if (isWaiting)
    return html`<p class="quiet" role="status">The record has changed since this was found, and is being read again. ${again}.</p>`;
  if (kept.isFailed)
    return html`<p class="flag" role="status">Who stands where could not be found${shown === null ? '' : ' again: this is how it was before'}; the server’s own terminal says what happened. ${again}.</p>`;
  return '';
}

function body(shelf: IssueShelf, shown: Shown, query: string): Html {
  const { issue, asked } = shelf;
  if (shown.all.length === 0) return nothing(issue);
  if (shown.told.length > 0) return html`${filters(shelf, shown)}${found(shelf, shown, query)}`;
  const what = asked.stance === null ? 'a position' : 'this position';
  return html`${filters(shelf, shown)}
<p role="status">No statement on record takes ${what}${asked.actor === null ? '' : ' for this actor'}. <a href="${issuePath(issue.id)}">All positions</a>.</p>`;
}

/** The picture, what changed, and the table of a page. */
function found(shelf: IssueShelf, { courses, told, turns }: Shown, query: string): Html {
  const { issue, asked, number, last, each, withRules } = shelf;
  const undated = told.filter(({ day }) => day === null).length;
  const ruled = [query, 'how=1'].filter((some) => some !== '').join('&');
  const paging = withRules ? ruled : query;
  const was = new Map(turns.map(({ change, after }) => [after, change.from]));
  const rows = told
    .slice((number - 1) * each, number * each)
    .map((one) => ({ told: one, was: was.get(one) ?? null }));
  return html`${issueCourses(issue.id, courses, asked.stance)}
${undated === 0 ? '' : html`<p class="quiet">${count(undated, 'statement')} whose day is not known ${undated === 1 ? 'stands' : 'stand'} in the table alone.</p>`}
${turnList(turns)}
<h2>Every statement</h2>
<p class="over">${withRules ? html`<a href="?${query}">without how each was read</a>` : html`<a href="?${ruled}">with how each was read</a>`}</p>
${positionTable(rows, { withRules })}
${pages(number, last, paging === '' ? '' : `${paging}&`)}`;
}

function filters({ issue, asked }: IssueShelf, { all }: Shown): Html {
  return html`<form class="search" action="${issuePath(issue.id)}" aria-label="Positions">
<label>Actor<select name="actor"><option value="">all</option>${all.map(({ holder, name }) => html`<option value="${holder}" ${holder === asked.actor ? 'selected' : ''}>${name}</option>`)}</select></label>
<label>Position<select name="stance"><option value="">all</option>${STANCES.map((stance) => html`<option ${stance === asked.stance ? 'selected' : ''}>${stance}</option>`)}</select></label>
<button>Show</button>
${asked.actor === null && asked.stance === null ? '' : html`<a class="all" href="${issuePath(issue.id)}">all positions</a>`}
</form>`;
}

/** What would be found, and how, where nothing is. */
const nothing = ({
  id,
  proposition,
  terms,
}: Issue): Html => html`<p role="status">No statement on record takes a position on this yet.</p>
<p class="measure">A position is found where somebody says something about what the issue proposes, in its words or in the words that belong to it, and is for it, against it, or sets a condition. ${terms.length === 0 ? 'No such words were given beside the proposition itself.' : 'More such words find more.'}</p>
<p class="measure">In a terminal, with other words: <code>onrecord issue undo ${id}</code>, then <code>onrecord issue add "${proposition}" --terms "…"</code></p>`;
