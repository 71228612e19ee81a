import { html } from 'hono/html';
import type { Found, FoundStatement, Search } from '../../ledger/index.ts';
import { KINDS, SPOKEN_ACTS } from '../../record/index.ts';
import { alertOnSearch } from './alert-command.ts';
import { decidedMark } from './decided.ts';
import { contentWords, cueWords, howFound, inferredMark, whoWords } from './note.ts';
import { type Html, page } from './page.ts';
import { pages } from './reports.ts';
import { count, dateWords, reportPath, statementPath, titleOf } from './words.ts';

export interface Asked extends Search {
  /** The time asked for, as it was written. */
  readonly asked: string;
  readonly number: number;
  readonly last: number;
}

/** Statements with all the words; without words, what can be asked. */
export function searchPage(asked: Asked, found: Found | null): Html {
  const { words, by = '', for: behind = '', to = '', outlet = '', held = false, asked: when } = asked;
  const { act = '', kind = '', root = '' } = asked;
  const query = new URLSearchParams({
    q: words,
    by,
    for: behind,
    to,
    root,
    act,
    kind,
    outlet,
    when,
    ...(held ? { held: '1' } : {}),
  }).toString();
  return page({
    title: words === '' ? 'Search' : `Search: ${words}`,
    here: 'elsewhere',
    data: `/search.json?${query}&page=${asked.number}`,
    query: words,
    body: html`<h1>Search</h1>
<form class="search" action="/search" role="search" aria-label="Statements">
<label>Words and “phrases”<input type="search" name="q" value="${words}" maxlength="1000"></label>
<label>Source<input name="by" value="${by}" maxlength="200"></label>
<label>Said for<input name="for" value="${behind}" maxlength="200"></label>
<label>Said to<input name="to" value="${to}" maxlength="200"></label>
<label>Root source<input name="root" value="${root}" maxlength="200"></label>
<label>Act${choice('act', SPOKEN_ACTS, act)}</label>
<label>Told${choice('kind', KINDS, kind)}</label>
<label>Outlet<input name="outlet" value="${outlet}" maxlength="200"></label>
<label>Said in<input name="when" value="${when}" maxlength="40" placeholder="2031-05"></label>
<label class="check"><input type="checkbox" name="held" value="1" ${held ? 'checked' : ''}>also what is held</label>
<button>Find</button>
</form>
${found === null ? html`<p class="quiet">Every statement whose content, source or speaker’s name has all the words. An asterisk ends the beginning of a word: negotiat*</p>` : results(asked, found, query)}`,
  });
}

/** A list to choose from, with "any" first. */
const choice = (name: string, values: readonly string[], chosen: string): Html =>
  html`<select name="${name}"><option value="">any</option>${values.map((value) => html`<option ${value === chosen ? 'selected' : ''}>${value}</option>`)}</select>`;

function results(asked: Asked, { total, isMore, statements }: Found, query: string): Html {
  const { number, last } = asked;
  return html`<p class="over" role="status">${isMore ? 'more than ' : ''}${count(total, 'statement')} found</p>
${alertOnSearch(asked)}
<ol class="list">${statements.map(result)}</ol>${pages(number, last, `${query}&`)}`;
}

/** A statement in a list: who, what, where it stands, and how that was found. */
export function result({ statement, decided, report }: FoundStatement): Html {
  return html`<li><p class="over"><b>${whoWords(statement.speaker, statement.source)}</b>${inferredMark(statement.speaker)}${decidedMark(decided)} · <span class="act">${cueWords(statement)}</span></p>
<p class="said"><a href="${statementPath(statement.id)}">${contentWords(statement)}</a></p>
<p class="over">${report.outlet ?? 'outlet not known'}${report.published === null ? '' : `, ${dateWords(report.published)}`} · <a href="${reportPath(report.id, statement.content[0])}">${titleOf(report)}</a></p>
<div class="over">${howFound(statement)}</div></li>`;
}
