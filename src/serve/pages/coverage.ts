import { html } from 'hono/html';
import type { Coverage, FeedLine, SourceLine, Visit } from '../../ledger/index.ts';
import { type Html, page } from './page.ts';
import { count, dateWords, reportPath } from './words.ts';

/** What was read from where, what is missing, and why. */
export function coveragePage({ sources, feeds, reasons, failures }: Coverage): Html {
  return page({
    title: 'Coverage',
    here: 'elsewhere',
    data: '/-/coverage.json',
    body: html`<h1>Coverage</h1>
<p class="over">What was read from where, what is missing, and why</p>
${sources.length === 0 ? html`<p>Nothing has been read yet. In a terminal: <code>onrecord add ADDRESS-OR-FILE</code>, or <code>onrecord watch FEED</code></p>` : sourceTable(sources)}
${feeds.length === 0 ? '' : html`<h2>Feeds</h2><ul class="list">${feeds.map(feedLine)}</ul>`}
${
  reasons.length === 0
    ? ''
    : html`<h2>Why nothing came</h2><ul class="list compact">${reasons.map(
        ({ code, visits }) =>
          html`<li><code>${code}</code> <span class="quiet">${count(visits, 'visit')}</span></li>`,
      )}</ul>`
}
${failures.length === 0 ? '' : html`<h2>Latest that gave nothing</h2><ul class="list">${failures.map(failureLine)}</ul>`}`,
  });
}

function sourceTable(sources: readonly SourceLine[]): Html {
  return html`<div class="wide" tabindex="0" role="region" aria-label="Sources"><table class="plain figures"><thead><tr><th scope="col">Source</th><th scope="col">Reports</th><th scope="col">Visits</th><th scope="col">Gave nothing</th><th scope="col">First, last</th><th scope="col">Longest gap</th></tr></thead><tbody>${sources.map(
    ({ source, reports, visits, outcomes, first, last, gap }) => {
      const { gone = 0, refused = 0, failed = 0 } = outcomes;
      return html`<tr><th scope="row">${source}</th><td>${reports}</td><td>${visits}</td><td>${gone + refused + failed}</td><td>${day(first)}, ${day(last)}</td><td>${gap === null ? '' : `${day(gap.from)} to ${day(gap.to)}`}</td></tr>`;
    },
  )}</tbody></table></div>`;
}

const day = (at: string) => at.slice(0, 10);

function feedLine({
  place,
  title,
  checked,
  due,
  failures,
  message,
  items,
  waiting,
  vanished,
}: FeedLine): Html {
  const waits = waiting === 0 ? '' : `, ${waiting} to be read`;
  const left = vanished === 0 ? '' : `, ${vanished} no longer listed`;
  return html`<li><p class="over"><b>${title ?? place}</b> · looked at ${dateWords(checked)}, again from ${due.slice(0, 16).replace('T', ' ')} UTC</p>
<code>${place}</code>
<span class="quiet">${count(items, 'item')}${waits}${left}</span>
${message === null ? '' : html`<p class="gone"><b class="flag">${failures === 1 ? 'failed' : `failed ${failures} times`}</b> ${message}</p>`}</li>`;
}

function failureLine({ place, at, outcome, code, message, report }: Visit): Html {
  return html`<li><p class="over"><b>${outcome}</b> · ${dateWords(at)}${code === null ? '' : html` · <code>${code}</code>`}</p>
<code>${place}</code>${report === null ? '' : html` <a href="${reportPath(report)}">its report</a>`}
${message === null ? '' : html`<p class="quiet">${message}</p>`}</li>`;
}
