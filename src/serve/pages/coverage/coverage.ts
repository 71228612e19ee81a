import { html } from 'hono/html';
import type { Coverage, FeedLine, SourceLine, Visit } from '../../../ledger/index.ts';
import { dayStrip, daysWords, drawnDays } from '../calendar/day-strip.ts';
import { type Html, page } from '../page.ts';
import { count, dateWords, reportPath } from '../words.ts';

/** What was read from where, with the size of the ledger. */
export interface Covered extends Coverage {
  readonly reports: number;
  readonly statements: number;
  /** Reports that are not linked with the others yet. */
  readonly unlinked: number;
}

/** What was read from where, what is missing, and why. */
export function coveragePage({
  sources,
  feeds,
  reasons,
  failures,
  analysers,
  unlinkable,
  ...size
}: Covered): Html {
  const part = (title: string, lines: readonly Html[], look = '') =>
    lines.length === 0
      ? ''
      : html`<section><h2>${title}</h2><ul class="list ${look}">${lines}</ul></section>`;
  return page({
    style: 'coverage',
    title: 'Coverage',
    here: 'elsewhere',
    data: '/-/coverage.json',
    body: html`<p class="over"><b>Coverage</b> · ${count(size.reports, 'report')} · ${count(size.statements, 'statement')} · ${linkedWords(size)}</p>
<h1>What was read, and what is missing</h1>
${sources.length === 0 ? html`<p>Nothing has been read yet. In a terminal: <code>onrecord add ADDRESS-OR-FILE</code>, or <code>onrecord watch FEED</code></p>` : sourceTable(sources)}
<div class="parts">
${part('Feeds', feeds.map(feedLine))}
${part('Why nothing came', reasons.map(reasonLine), 'compact')}
${part('Read by', analysers.map(analyserLine), 'compact')}
${part('Could not be linked', unlinkable.map(unlinkableLine))}
${part('Latest that gave nothing', failures.map(failureLine))}
</div>`,
  });
}

function linkedWords({ reports, unlinked }: Pick<Covered, 'reports' | 'unlinked'>): string {
  if (unlinked === 0) return reports === 0 ? 'nothing to link' : 'all linked';
  return `${count(unlinked, 'report')} not linked yet`;
}

const reasonLine = ({ code, visits }: Coverage['reasons'][number]): Html =>
  html`<li><code>${code}</code> <span class="quiet">${count(visits, 'visit')}</span></li>`;

/** The tagger, the rules and the digest of words and models, as the name of an analyser has them. */
const analyserLine = ({ analyser, reports }: Coverage['analysers'][number]): Html =>
  html`<li>${analyser} <span class="quiet">${count(reports, 'report')}</span></li>`;

function sourceTable(sources: readonly SourceLine[]): Html {
  return html`<div class="wide" tabindex="0" role="region" aria-label="Sources"><table class="plain sources"><thead><tr><th scope="col">Source</th><th scope="col">The sixty days before its latest visit</th><th scope="col">Reports</th><th scope="col">Visits</th><th scope="col">Gave nothing</th><th scope="col">First, last</th><th scope="col">Longest gap between visits</th></tr></thead><tbody>${sources.map(sourceRow)}</tbody></table></div>
<p class="legend"><span><svg class="days" width="3" height="14" aria-hidden="true"><rect width="3" height="14" class="had"/></svg> reports came</span><span><svg class="days" width="3" height="14" aria-hidden="true"><rect y="11" width="3" height="3" class="asked"/></svg> visited, nothing new</span><span><svg class="days" width="3" height="14" aria-hidden="true"><rect y="6" width="3" height="8" class="missing"/></svg> nothing came where some usually do</span></p>`;
}

function sourceRow(line: SourceLine): Html {
  const { source, reports, visits, outcomes, first, last, gap } = line;
  const { gone = 0, refused = 0, failed = 0 } = outcomes;
  const days = drawnDays(line);
  return html`<tr><th scope="row">${source === 'files' ? 'files of this machine' : source}</th><td>${dayStrip(days)}<span class="quiet">${daysWords(days)}</span></td><td>${reports}</td><td>${visits}</td><td>${gone + refused + failed}</td><td class="figures">${day(first)}, ${day(last)}</td><td class="figures">${gap === null ? 'less than a day' : `${day(gap.from)} to ${day(gap.to)}`}</td></tr>`;
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

const unlinkableLine = ({ report, why }: Coverage['unlinkable'][number]): Html =>
  html`<li><a href="${reportPath(report)}"><code>${report}</code></a>
<p class="quiet">${why}</p></li>`;

function failureLine({ place, at, outcome, code, message, report }: Visit): Html {
  return html`<li><p class="over"><b>${outcome}</b> · ${dateWords(at)}${code === null ? '' : html` · <code>${code}</code>`}</p>
<code>${place}</code>${report === null ? '' : html` <a href="${reportPath(report)}">its report</a>`}
${message === null ? '' : html`<p class="quiet">${message}</p>`}</li>`;
}
