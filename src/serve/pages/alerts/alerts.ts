import { html } from 'hono/html';
import type { KeptAlert, KeptNews } from '../../../ledger/index.ts';
import { type Alert, askedWords, type Evidence, type News, standingWords } from '../../../record/index.ts';
import { newsAddress } from '../../feeds/news.ts';
import { type Html, page } from '../page.ts';
import { pages } from '../report/reports.ts';
import { alertPath, count, dateWords, reportPath } from '../words.ts';

/** All alerts, with how much each found. */
export function alertsPage(alerts: readonly KeptAlert[]): Html {
  return page({
    title: 'Alerts',
    here: 'elsewhere',
    data: '/alerts.json',
    body: html`<h1>Alerts</h1>
${
  alerts.length === 0
    ? html`<p>Nobody has asked to be told of anything yet. In a terminal: <code>onrecord alert add "bridge" --words bridge --by Pell</code></p>`
    : html`<p class="over" role="status">${count(alerts.length, 'alert')}; what is on record when one is made is not new</p><ol class="list">${alerts.map(line)}</ol>`
}`,
  });
}

const line = ({
  alert,
  news,
  latest,
}: KeptAlert): Html => html`<li><h2><a href="${alertPath(alert.id)}">${alert.name}</a></h2>
<p class="over">${askedWords(alert).join(' · ')}</p>
<p class="quiet">${news === 0 ? 'nothing new so far' : `${news} found`}${latest === null ? '' : `, the latest on ${dateWords(latest)}`} · ${feedLinks(alert)}</p></li>`;

const feedLinks = ({ id }: Alert): Html =>
  html`<a href="${alertPath(id)}.atom">Atom</a>, <a href="${alertPath(id)}.json">JSON Feed</a>`;

/** What one alert found, found last first. */
export function alertPage(
  { alert, news: total, delivery, waiting }: KeptAlert,
  { news, number, last }: { news: readonly KeptNews[]; number: number; last: number },
): Html {
  return page({
    title: `Alert: ${alert.name}`,
    here: 'elsewhere',
    data: null,
    feeds: { title: alert.name, address: alertPath(alert.id) },
    body: html`<p class="over"><a href="/alerts">Alerts</a> · since ${dateWords(alert.made)}</p><h1>${alert.name}</h1>
<p class="over">${askedWords(alert).join(' · ')}</p>
<p class="over" role="status">${total === 0 ? 'Nothing new so far' : `${total} found`} · subscribe: ${feedLinks(alert)}${
      alert.webhook === null ? '' : html` · sent to a webhook${waiting === 0 ? '' : `, ${waiting} waiting`}`
    }</p>
${delivery.why === null ? '' : html`<p class="flag">Sending failed: ${delivery.why}</p>`}
<ol class="list">${news.map((one) => item(one.news))}</ol>${pages(number, last)}`,
  });
}

/** One piece of news in the list, as statements and events are listed elsewhere. */
function item(news: News): Html {
  switch (news.kind) {
    case 'statement':
      return html`<li><p class="over"><b>${news.who}</b> · <span class="act">${news.cue || 'quoted'}</span>${news.stance === null ? '' : html` <span class="tag">${news.stance}</span>`}</p>
<p class="said"><a href="${newsAddress(news)}">${news.from.words}</a></p>${source(news.from)}</li>`;
    case 'position':
      return html`<li><p class="over"><b>${news.who}</b> · <s>${news.before.stance}</s> → <b>${news.stance}</b></p>
<h2><a href="${newsAddress(news)}">${news.proposition}</a></h2>
<p class="said"><s>${news.before.from.words}</s></p>${source(news.before.from)}
<p class="said">${news.from.words}</p>${source(news.from)}</li>`;
    case 'event':
      return html`<li><p class="over"><s>${standingWords(news.before)}</s> → <b>${standingWords(news.now)}</b>${news.by === null ? '' : html` · on the word of ${news.by}`}</p>
<h2><a href="${newsAddress(news)}">${news.what}</a></h2>
<p class="said">${news.from.words}</p>${source(news.from)}</li>`;
    default:
      return news satisfies never;
  }
}

const source = ({ report, start, end, outlet, published, headline }: Evidence): Html => html`
<p class="over">${outlet ?? 'outlet not known'}${published === null ? '' : `, ${dateWords(published)}`} · <a href="${reportPath(report, { start, end })}">${headline ?? 'the report'}</a></p>`;
