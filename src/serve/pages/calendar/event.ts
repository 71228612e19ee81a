import { html } from 'hono/html';
import type { KeptEvent } from '../../../ledger/index.ts';
import { type Event, whenWords } from '../../../record/index.ts';
import { overlaps } from '../../../text/index.ts';
import { type Html, page } from '../page.ts';
import { actorPath, dateWords, eventPath, reportPath, statementPath, titleOf } from '../words.ts';
import { slip } from './slip.ts';
import { statusMark } from './status.ts';

/** One event: how it stands, its history with whose word each date is, who takes part, and the words it was read from. */
export function eventPage({ event, kept }: KeptEvent): Html {
  const { report, actors } = kept;
  const names = new Map(actors.map(({ actor, name }) => [actor, name]));
  const blocks = report.blocks.filter((block) =>
    [...event.spans, ...event.schedule.map(({ span }) => span)].some((span) => overlaps(block, span)),
  );
  return page({
    title: `${event.what}, ${event.when === null ? event.status : whenWords(event.when)}`,
    here: 'calendar',
    data: `${eventPath(event.id)}.json`,
    body: html`<p class="over">${statusMark(event.status)}${event.when === null ? '' : html` · <b>${whenWords(event.when)}</b>`}${event.place === null ? '' : ` · ${event.place.name}`}</p>
<h1 class="large">${event.what}</h1>
${slip(event.schedule)}
${history(event, names, report.id)}
${
  event.participants.length === 0
    ? ''
    : html`<h2>Who has a part in it</h2><ul class="list">${event.participants.map(
        ({ name, actor, part }) =>
          html`<li>${actor === null ? name : html`<a href="${actorPath(actor)}">${name}</a>`} <span class="quiet">${part}</span></li>`,
      )}</ul>`
}
<h2>Evidence</h2>
${blocks.map((block) => html`<blockquote class="evidence">${report.text.slice(block.start, block.end)}</blockquote>`)}
<p class="over"><a href="${reportPath(report.id, event.spans[0])}">in ${titleOf(report)}</a></p>
<dl class="facts">
<dt>Time</dt><dd>${event.time}${event.negated ? ', negated' : ''}</dd>
<dt>Coded</dt><dd>${event.type === null ? 'no PLOVER type' : `${event.type}${event.mode === null ? '' : `, ${event.mode}`}`}</dd>
<dt>Reported</dt><dd>${report.outlet ?? 'outlet not known'}, ${report.published === null ? 'date of publication not known' : dateWords(report.published)}</dd>
<dt>Permalink</dt><dd><a href="${reportPath(report.id, event.spans[0])}"><code>${reportPath(report.id, event.spans[0])}</code></a></dd>
</dl>`,
  });
}

function history({ schedule }: Event, names: ReadonlyMap<string, string>, report: string): Html | string {
  if (schedule.length === 0) return '';
  return html`<h2>What was announced</h2>
<table class="history"><thead><tr><th scope="col">Date</th><th scope="col">How it stood</th><th scope="col">On whose word</th><th scope="col">In which words</th></tr></thead>
<tbody>${schedule.map(
    ({ when, status, by, statement, span }) => html`<tr><td>${whenWords(when)}</td><td>${status}</td>
<td>${by === null ? html`<span class="quiet">the report’s own</span>` : html`<a href="${actorPath(by)}">${names.get(by) ?? by}</a>`}</td>
<td class="said"><a href="${reportPath(report, span)}">${span.text}</a>${statement === null ? '' : html` <a class="quiet" href="${statementPath(statement)}">statement</a>`}</td></tr>`,
  )}</tbody></table>`;
}
