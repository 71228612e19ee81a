import { html } from 'hono/html';
import type { Standing } from '../../positions/known.ts';
import { shortDay } from '../day-words.ts';
import { stanceTag } from '../issue/issue-rows.ts';
import type { Html } from '../page.ts';
import { count, issuePath, statementPath } from '../words.ts';

/** Where an actor stands on the issues that stand, each with the statement that says so last. */
export function standingsPart(standings: readonly Standing[]): Html | string {
  if (standings.length === 0) return '';
  return html`<section><h2>Positions</h2>
<ul class="named">${standings.map(
    ({ issue, holder, stance, was, last, statements }) =>
      html`<li><a class="said" href="${issuePath(issue.id)}?${new URLSearchParams({ actor: holder })}">${issue.proposition}</a>
<p class="over">${stanceTag(stance)}${was === null ? '' : html` was: ${was}`} · <a href="${statementPath(last.statement.id)}">${shortDay(last.day)}</a> · ${count(statements, 'statement')}</p></li>`,
  )}</ul></section>`;
}
