import { html } from 'hono/html';
import type { Issue } from '../../record/index.ts';
import { type Html, page } from './page.ts';
import { count } from './words.ts';

/** The issues that stand, each with its words to search for and the command that lists its positions. */
export function issuesPage(issues: readonly Issue[]): Html {
  return page({
    title: 'Issues',
    here: 'issues',
    data: '/issues.json',
    body: html`<h1>Issues</h1>
<p class="over" role="status">${count(issues.length, 'issue')}; each is what somebody decided to ask of the record</p>
${issues.length === 0 ? html`<p class="quiet">None is defined yet.</p>` : html`<ol class="list">${issues.map(line)}</ol>`}
<p>What the record suggests, in a terminal: <code>onrecord issue suggest</code></p>`,
  });
}

function line({ id, proposition, terms }: Issue): Html {
  return html`<li><h2>${proposition}</h2>
${terms.length === 0 ? '' : html`<p class="over">${terms.map((term, nth) => html`${nth === 0 ? '' : ' · '}<a href="/search?q=${encodeURIComponent(`"${term}"`)}&amp;held=1">${term}</a>`)}</p>`}
<p class="quiet">Who stands where: <code>onrecord positions ${id}</code></p></li>`;
}
