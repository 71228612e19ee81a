import { html } from 'hono/html';
import type { ReportLine } from '../../../ledger/index.ts';
import { type Html, page } from '../page.ts';
import { count, dateWords, reportPath, titleOf } from '../words.ts';

export interface Shelf {
  readonly reports: readonly ReportLine[];
  readonly total: number;
  readonly statements: number;
  readonly number: number;
  readonly last: number;
}

/** All reports, the latest addition first. */
export function reportsPage({ reports, total, statements, number, last }: Shelf): Html {
  return page({
    title: 'Reports',
    here: 'reports',
    data: `/reports.json?page=${number}`,
    body: html`<h1>Reports</h1>
${
  total === 0
    ? html`<p>Nothing has been read yet. In a terminal: <code>onrecord add FILE-OR-FOLDER</code></p>`
    : html`<p class="over">${count(total, 'report')}, ${count(statements, 'statement')}</p><ol class="list">${reports.map(line)}</ol>${pages(number, last)}`
}`,
  });
}

function line(report: ReportLine): Html {
  return html`<li><p class="over"><b>${report.outlet ?? 'Outlet not known'}</b> · ${report.published === null ? 'date not known' : dateWords(report.published)}${report.version > 1 ? ` · version ${report.version}` : ''}</p>
<h2><a href="${reportPath(report.id)}">${titleOf({ headline: report.headline, text: report.opening })}</a></h2>
<span class="quiet">${count(report.statements, 'statement')}</span></li>`;
}

/** Links to the pages before and after. */
export function pages(number: number, last: number, query = ''): Html {
  const link = (to: number, words: string) => html`<a href="?${query}page=${to}">${words}</a>`;
  return html`<nav class="pages" aria-label="Pages">${number > 1 ? link(number - 1, 'earlier page') : ''}${last > 1 ? html`<span class="quiet">page ${number} of ${last}</span>` : ''}${number < last ? link(number + 1, 'next page') : ''}</nav>`;
}
