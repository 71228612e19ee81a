import { html } from 'hono/html';
import type { DecidedLink, EventLine } from '../../ledger/index.ts';
import { decidedWords, whenWords } from '../../record/index.ts';
import { alertCommand } from './alert-command.ts';
import { type Html, page } from './page.ts';
import { mergeLead } from './review/merge.ts';
import { slip } from './slip.ts';
import { statusMark } from './status.ts';
import { dateWords, eventPath, reportPath, statementPath, titleOf } from './words.ts';

/** One event over all reports: how it stands, every date it had with whose word that is, and the reports that tell of it. */
export function linkedEventPage({ event, reports }: EventLine, decisions: readonly DecidedLink[]): Html {
  const { id, what, when, status, place, schedule, members } = event;
  const lines = new Map(reports.map((report) => [report.id, report]));
  return page({
    title: `${what}, ${when === null ? status : whenWords(when)}`,
    here: 'calendar',
    data: `${eventPath(id)}.json`,
    body: html`<p class="over">${statusMark(status)}${when === null ? '' : html` · <b>${whenWords(when)}</b>`}${place === null ? '' : ` · ${place}`}</p>
<h1 class="large">${what}</h1>
${slip(schedule)}
${alertCommand(what, [['event', id]])}
${
  schedule.length === 0
    ? ''
    : html`<h2>What was announced</h2>
<table class="history"><thead><tr><th scope="col">Reported</th><th scope="col">Date</th><th scope="col">How it stood</th><th scope="col">On whose word</th><th scope="col">In which words</th></tr></thead>
<tbody>${schedule.map(
        (
          step,
        ) => html`<tr><td>${step.published === null ? '—' : dateWords(step.published)}<br><span class="quiet">${lines.get(step.report)?.outlet ?? ''}</span></td><td>${whenWords(step.when)}</td><td>${step.status}</td>
<td>${step.by === null ? html`<span class="quiet">the report’s own</span>` : step.by.name}</td>
<td class="said"><a href="${reportPath(step.report, step.span)}">${step.span.text}</a>${step.statement === null ? '' : html` <a class="quiet" href="${statementPath(step.statement)}">statement</a>`}</td></tr>`,
      )}</tbody></table>`
}
<h2>Reports that tell of it</h2>
<ul class="list">${members.map((member) => {
      const line = lines.get(member.report);
      const why = member.link === null ? '' : ` · ${member.link.rule}, ${member.link.score}`;
      return html`<li><p class="over">${line?.outlet ?? 'outlet not known'}${member.published === null ? '' : ` · ${dateWords(member.published)}`}<span class="quiet">${why}</span></p>
<a href="${eventPath(member.event)}">${line === undefined ? member.report : titleOf({ headline: line.headline, text: line.opening })}</a></li>`;
    })}</ul>
${decidedList(decisions)}
${mergeLead(id)}`,
  });
}

/** What people decided of it. */
function decidedList(decisions: readonly DecidedLink[]): Html | string {
  if (decisions.length === 0) return '';
  return html`<h2>What was decided</h2>
<ul class="list">${decisions.map(
    ({ decision, state }) =>
      html`<li>${decidedWords(decision)}
<p class="over">${state === 'in force' ? '' : `${state} · `}${[decision.one, ...decision.others].map(({ report, spans, name }) => html`<a href="${reportPath(report, spans[0])}">${name}</a> · `)}${decision.id}</p></li>`,
  )}</ul>`;
}
