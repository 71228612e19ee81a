import { html } from 'hono/html';
import type { DecidedLink, EventLine } from '../../../ledger/index.ts';
import { calledOf, decidedWords, type LinkedEvent, type Step } from '../../../record/index.ts';
import type { Telling } from '../../calendar/telling.ts';
import { alertCommand } from '../alerts/alert-command.ts';
import { type Html, page } from '../page.ts';
import { mergeLead } from '../review/merge.ts';
import { count, eventPath, reportPath, statementPath, titleOf } from '../words.ts';
import { partyWords, pill } from './agenda.ts';
import { wordsAround } from './around.ts';
import { slip } from './slip.ts';
import { dayOf, shortWhen, whenCell } from './when.ts';

interface Beside {
  readonly tellings: readonly Telling[];
  readonly decisions: readonly DecidedLink[];
  /** Texts of reports that gave its dates. */
  readonly texts: ReadonlyMap<string, string>;
}

type Lines = ReadonlyMap<string, EventLine['reports'][number]>;

/** One event over all reports: where it stands, every date that it had with whose word that is, and what each report tells. */
export function linkedEventPage({ event, reports }: EventLine, { tellings, decisions, texts }: Beside): Html {
  const { id, schedule, title } = event;
  const called = calledOf(event);
  const lines: Lines = new Map(reports.map((report) => [report.id, report]));
  return page({
    title: called,
    here: 'calendar',
    data: `${eventPath(id)}.json`,
    body: html`<p class="over"><b>${event.kind === 'deed' ? 'Deed' : 'Event'}</b> · ${count(reports.length, 'report')} · <a href="${eventPath(id)}.json">.json</a></p>
<h1>${called}</h1>
<p class="stands">${whenCell(event)} ${pill(event)}</p>
<div class="event">
<div>
${slip(schedule)}
${history(schedule, lines, texts)}
<h2>What each report tells</h2>
${told(tellings, lines)}
${decidedList(decisions)}
</div>
<aside>
<dl class="facts">
<dt>Where</dt><dd>${event.place ?? html`<span class="quiet">not said</span>`}</dd>
<dt>Who</dt><dd>${partyWords(event.parties)}</dd>
${title === null ? '' : html`<dt>Called so</dt><dd><a href="${reportPath(title.report, title.span)}">${lines.get(title.report)?.outlet ?? 'outlet not known'}</a></dd>`}
${otherNames(event)}
</dl>
${alertCommand(called, [['event', id]])}
${mergeLead(id)}
</aside>
</div>`,
  });
}

/** What it is called in other reports. */
function otherNames(event: LinkedEvent): Html | string {
  const called = (event.title?.text ?? event.what).toLowerCase();
  const names = [...new Set(event.names.map((name) => name.toLowerCase()))].filter(
    (name) => !called.includes(name),
  );
  return names.length === 0 ? '' : html`<dt>Also called</dt><dd>${names.join('; ')}</dd>`;
}

/** What was announced of its date, report by report: only what changed or confirmed it. */
function history(schedule: readonly Step[], lines: Lines, texts: Beside['texts']): Html | string {
  if (schedule.length === 0) return '';
  return html`<h2>What was announced</h2>
<table class="history"><thead><tr><th scope="col">Reported</th><th scope="col">Date</th><th scope="col">How it stood</th><th scope="col">On whose word</th><th scope="col">In which words</th></tr></thead>
<tbody>${schedule.map(
    (step) => html`<tr><td>${reported(step.published, lines.get(step.report))}</td>
<td>${step.when === null ? html`<span class="quiet">no date</span>` : shortWhen(step.when)}${step.place === null ? '' : html`<br><span class="quiet">${step.place}</span>`}</td><td>${step.status}</td>
<td>${step.by === null ? html`<span class="quiet">the report’s own</span>` : step.by.name}</td>
<td class="said">${quoted(step, texts.get(step.report))}${step.statement === null ? '' : html` <a class="quiet" href="${statementPath(step.statement)}">statement</a>`}</td></tr>`,
  )}</tbody></table>`;
}

/** The words that tell a date, in what stands around them. */
function quoted({ report, span }: Step, text: string | undefined): Html {
  const link = html`<a href="${reportPath(report, span)}">${span.text}</a>`;
  if (text === undefined) return link;
  const { before, after } = wordsAround(text, span);
  return html`<span class="around">${before}${link}${after}</span>`;
}

const reported = (published: string | null, line: EventLine['reports'][number] | undefined): Html =>
  html`${published === null ? 'day not known' : dayOf(published)}<br><span class="quiet">${line?.outlet ?? 'outlet not known'}</span>`;

/** Each report with the date that it tells, beside the one that stood where that is another: shown, and not settled. */
const told = (tellings: readonly Telling[], lines: Lines): Html =>
  html`<table class="history told"><thead><tr><th scope="col">Reported</th><th scope="col">Date</th><th scope="col">How it stands there</th><th scope="col">Report</th></tr></thead>
<tbody>${tellings.map(
    (telling) => html`<tr><td>${reported(telling.member.published, lines.get(telling.member.report))}</td>
<td>${dateTold(telling)}</td><td>${standsThere(telling)}</td><td>${reportOf(telling, lines)}</td></tr>`,
  )}</tbody></table>`;

function dateTold({ told: own, against }: Telling): Html {
  const when = own?.when ?? null;
  const date = when === null ? html`<span class="quiet">no date</span>` : html`${shortWhen(when)}`;
  if (against === undefined) return date;
  const stood = against === null ? 'no date stood' : `${shortWhen(against)} stood`;
  return html`${date}<br><span class="flag">otherwise: ${stood}</span>`;
}

function standsThere({ told: own }: Telling): Html {
  const place = own?.place ?? null;
  return html`${own?.status ?? ''}${place === null ? '' : html`<br><span class="quiet">${place.name}</span>`}`;
}

function reportOf({ member }: Telling, lines: Lines): Html {
  const line = lines.get(member.report);
  const title = line === undefined ? member.report : titleOf({ headline: line.headline, text: line.opening });
  const why = member.link === null ? '' : `joined: ${member.link.rule}, ${member.link.score}`;
  return html`<a href="${eventPath(member.event)}">${title}</a>${why === '' ? '' : html`<br><span class="quiet joined">${why}</span>`}`;
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
