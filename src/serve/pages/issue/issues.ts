import { html } from 'hono/html';
import type { Issue } from '../../../record/index.ts';
import { capital } from '../../positions/courses.ts';
import type { Turn } from '../../positions/told.ts';
import { shortDay } from '../day-words.ts';
import { type Html, page } from '../page.ts';
import { count, issuePath } from '../words.ts';

/** An issue of the list, with how much there is on it; null where that is not found yet. */
export interface IssueLine {
  readonly issue: Issue;
  readonly found: {
    readonly statements: number;
    readonly actors: number;
    /** The change that came last. */
    readonly last: Turn | null;
  } | null;
}

/** The issues that stand, each with how many take a position on it and what changed last. */
export function issuesPage(lines: readonly IssueLine[], isLooking: boolean): Html {
  const isWaiting = isLooking && lines.some(({ found }) => found === null);
  return page({
    style: 'issue',
    title: 'Issues',
    here: 'issues',
    data: '/issues.json',
    atom: { title: 'Changes of position', address: '/issues.atom' },
    body: html`<p class="over" role="status"><b>${count(lines.length, 'issue')}</b>${lines.length === 0 ? '' : html` · <a href="/issues.atom">follow every change (Atom)</a> · <a href="/positions">all positions as rows</a> · <a href="/issues.csv">.csv</a>`}</p>
<h1>Issues</h1>
${isWaiting ? html`<p class="quiet">The statements on record are being read for who stands where; <a href="/issues">look again</a> in a few seconds.</p>` : ''}
<div class="beside">
${lines.length === 0 ? html`<p class="measure">An issue is a proposition that actors are for or against. None is defined yet.</p>` : html`<ol class="list issues">${lines.map(line)}</ol>`}
<aside aria-label="More issues"><h2>More issues</h2><p>What the record suggests, in a terminal:<br><code>onrecord issue suggest</code></p>
<p>To define one:<br><code>onrecord issue add "The bridge should be closed" --terms "bridge, closure"</code></p></aside></div>`,
  });
}

function line({ issue: { id, proposition, terms }, found }: IssueLine): Html {
  return html`<li><h2><a href="${issuePath(id)}">${proposition}</a></h2>
${found === null ? '' : html`<p class="over">${count(found.statements, 'statement')} · ${count(found.actors, 'actor')}${found.last === null ? '' : html` · ${lastWords(found.last)}`}</p>`}
${terms.length === 0 ? '' : html`<p class="over">${terms.join(' · ')}</p>`}</li>`;
}

/** "Lenn: now conditional, 11 Feb 2031". */
const lastWords = ({ change, after }: Turn): Html =>
  html`<b>${capital(change.name)}</b>: now ${change.to}, ${shortDay(after.day)}`;
