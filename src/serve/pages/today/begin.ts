import { html } from 'hono/html';
import type { Html } from '../page.ts';

const WAYS = [
  ['Reports that you have', 'onrecord add reports/', 'files and folders: HTML, text, Markdown, web archives'],
  [
    'A feed',
    'onrecord watch https://outlet.example/feed.xml',
    'what it lists is read as it comes, changes and goes',
  ],
  ['Any text', 'onrecord add - < report.txt', 'whatever another program writes'],
] as const;

/** How to begin with a ledger that has nothing: three ways in, each one line to paste. */
export const begin = (): Html => html`<p class="over"><b>Today</b> · nothing has been read yet</p>
<h1>Three ways to begin</h1>
<p class="quiet">Each is one line in a terminal. What is read stays on this machine.</p>
<ol class="ways">${WAYS.map(
  ([what, command, why]) =>
    html`<li><h2>${what}</h2><p class="cite"><code>${command}</code></p><p class="over">${why}</p></li>`,
)}</ol>`;
