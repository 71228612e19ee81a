import { html } from 'hono/html';
import type { Facets, Found, FoundStatement, Hint } from '../../../ledger/index.ts';
import { type AskedForm, addressOf, ORDERS } from '../../asked.ts';
import type { QuotedVerdict } from '../../quotation.ts';
import { alertOnSearch } from '../alerts/alert-command.ts';
import { decidedMark } from '../decided.ts';
import { contentWords, cueWords, howFound, inferredMark, whoWords } from '../note.ts';
import { type Html, page } from '../page.ts';
import { pages } from '../report/reports.ts';
import { dateWords, reportPath, statementPath, titleOf } from '../words.ts';
import { foundList } from './found-list.ts';
import { foundWords } from './found-words.ts';
import { quotationAnswer } from './quotation.ts';
import { facetsColumn } from './search-facets.ts';
import { searchForm } from './search-form.ts';
import { hintList } from './search-hints.ts';

/** What was asked, and all that answers it. */
export interface Answered {
  readonly asked: AskedForm;
  /** Null where nothing is asked, or something is wrong with the form. */
  readonly found: Found | null;
  readonly facets: Facets | null;
  readonly hints: readonly Hint[];
  readonly quotation: QuotedVerdict | { readonly refused: string } | null;
  readonly number: number;
  readonly last: number;
}

/** A longer title is set smaller. */
const LONG = 90;

/** Statements with all the words, how a quotation stands against the record, and what narrows a search. */
export function searchPage(answered: Answered): Html {
  const { asked, found, number } = answered;
  const { filled } = asked;
  const title = titleWords(asked);
  const isWrong = Object.keys(asked.faults).length > 0;
  return page({
    style: 'search',
    title: title === '' ? 'Search' : `Search: ${title}`,
    here: 'elsewhere',
    data: `${addressOf(filled, {}, '/search.json')}${addressOf(filled) === '/search' ? '?' : '&'}page=${number}`,
    query: filled.q,
    body: html`<p class="over"><b>Search</b>${found === null ? '' : html` · <span role="status">${totalWords(found)}</span>${found.total === 0 ? '' : dataLinks(asked)}`}</p>
<h1 ${title.length > LONG ? html`class="long"` : ''}>${title === '' || isWrong ? 'Who said what' : title}</h1>
${searchForm(asked)}
${found === null ? (isWrong ? html`<p role="alert">Nothing was looked for: what is marked above is not understood.</p>` : nothingAsked) : answer(answered, found)}`,
  });
}

/** What is asked for, as a title. */
function titleWords({ filled }: AskedForm): string {
  const { q, by, for: behind, to, outlet, when, root, act } = filled;
  const parts = [
    q,
    by && `by ${by}`,
    behind && `for ${behind}`,
    to && `to ${to}`,
    act && `(${act})`,
    outlet && `in ${outlet}`,
    root && `from ${root}`,
    when && `in ${when}`,
  ];
  return parts.filter((part) => part !== '').join(' ');
}

const totalWords = ({ total, isMore }: Found): string =>
  `${isMore ? 'more than ' : ''}${total.toLocaleString('en-GB')} statement${total === 1 ? '' : 's'} found`;

const dataLinks = ({ filled }: AskedForm): Html =>
  html` · <a href="${addressOf(filled, { order: '' }, '/search.atom')}">follow (Atom)</a> · <a href="${addressOf(filled, {}, '/search.csv')}">.csv</a>`;

const nothingAsked = html`<p class="quiet measure">A word finds all its forms: <a href="/search?q=strike">strike</a> finds “strikes” and “striking”. What stands in “quotation marks” is found as it is written, and whether it is exact is told first. An asterisk ends the beginning of a word: negotiat* A question in plain words is read too: “What did the mayor say about the bridge?”</p>`;

function answer(answered: Answered, found: Found): Html {
  const { asked, facets, hints, quotation, number, last } = answered;
  const isAnswered = quotation !== null && 'places' in quotation && quotation.places.length > 0;
  const verdict = quotation === null ? '' : quotationAnswer(quotation);
  if (found.total === 0)
    return html`<div class="measure">${verdict}</div>${isAnswered ? '' : hintList(asked.filled, hints)}${alertOnSearch(asked.search)}`;
  const { order } = asked.filled;
  const column = facets === null ? '' : facetsColumn(asked.filled, facets);
  return html`<div class="searched"><section aria-label="Found">
${verdict}
<nav class="order" aria-label="Order">${ORDERS.map((one) => html`<a href="${addressOf(asked.filled, { order: one === 'best' ? '' : one })}" ${one === (order || 'best') ? html`aria-current="true"` : ''}>${one} first</a>`)}${column === '' ? '' : html`<a class="narrow" href="#narrow">narrow down</a>`}</nav>
${orderWords(asked, found)}
${foundList(found.statements, foundWords(asked.search.words))}${pages(number, last, queryBehind(asked))}
${alertOnSearch(asked.search)}</section>
${column}</div>`;
}

/** So many are ranked and put in the order of days; the ledger says so of itself. */
const MOST_IN_ORDER = { best: 1000, newest: 5000, oldest: 5000 } as const;

/** How the order goes where very many are found: not all of them are put in it. */
function orderWords({ search: { order = 'best' } }: AskedForm, { total, isMore }: Found): Html | string {
  const most = order === 'latest' ? 0 : MOST_IN_ORDER[order];
  if (!isMore && total <= most) return '';
  const many = most.toLocaleString('en-GB');
  if (order === 'best')
    return html`<p class="quiet">Of so many the last that came stand first: more words, a name or a period put the best first.</p>`;
  return html`<p class="quiet">In the order of days are the ${many} that came ${order === 'oldest' ? 'first' : 'last'}; the others follow as they came.</p>`;
}

const queryBehind = ({ filled }: AskedForm): string => {
  const query = addressOf(filled, {}, '').slice(1);
  return query === '' ? '' : `${query}&`;
};

/** A statement in a list: who, what, where it stands, and how that was found. */
export function result({ statement, decided, report }: FoundStatement): Html {
  return html`<li><p class="over"><b>${whoWords(statement.speaker, statement.source)}</b>${inferredMark(statement.speaker)}${decidedMark(decided)} · <span class="act">${cueWords(statement)}</span></p>
<p class="said"><a href="${statementPath(statement.id)}">${contentWords(statement)}</a></p>
<p class="over">${report.outlet ?? 'outlet not known'}${report.published === null ? '' : `, ${dateWords(report.published)}`} · <a href="${reportPath(report.id, statement.content[0])}">${titleOf(report)}</a></p>
<div class="over">${howFound(statement)}</div></li>`;
}
