import { html } from 'hono/html';
import type { ActorInReport, ActorLine, Found, KeptActor } from '../../ledger/index.ts';
import { type Html, page } from './page.ts';
import { pages } from './reports.ts';
import { mergeLead } from './review/merge.ts';
import { result } from './search.ts';
import { actorPath, actorReportsPath, count, dateWords, reportPath, titleOf } from './words.ts';

export interface ActorShelf {
  readonly actors: readonly ActorLine[];
  readonly total: number;
  readonly number: number;
  readonly last: number;
}

/** All who are named, those who say most first. */
export function actorsPage({ actors, total, number, last }: ActorShelf): Html {
  return page({
    title: 'Actors',
    here: 'actors',
    data: `/actors.json?page=${number}`,
    body: html`<h1>Actors</h1>
${
  total === 0
    ? html`<p>Nobody is named yet. In a terminal: <code>onrecord add FILE-OR-FOLDER</code></p>`
    : html`<p class="over">${count(total, 'actor')}; so far those are one who have the same name</p><ol class="list">${actors.map(line)}</ol>${pages(number, last)}`
}`,
  });
}

function line({ actor, name, kind, reports, statements }: ActorLine): Html {
  return html`<li><h2><a href="${actorPath(actor)}">${name}</a></h2>
<span class="quiet">${kind} · ${count(statements, 'statement')} · in ${count(reports, 'report')}</span></li>`;
}

/** One actor: its offices as the latest reports have them, what it says, and who reports it. */
export function actorPage(
  kept: KeptActor,
  {
    said,
    latest,
    number,
    last,
  }: { said: Found; latest: readonly ActorInReport[]; number: number; last: number },
): Html {
  const codes = [kept.kind, kept.country, kept.sector].filter((part) => part !== null).join(' · ');
  return page({
    title: kept.name,
    here: 'actors',
    data: `${actorPath(kept.actor)}.json`,
    body: html`<p class="over">${codes}</p><h1>${kept.name}</h1>
<p class="over">${count(kept.statements, 'statement')} in ${count(kept.reports, 'report')}, joined by the name alone</p>
${officesIn(latest)}
<h2>What is on record</h2>
${said.total === 0 ? html`<p class="quiet">Named, and not quoted.</p>` : html`<ol class="list">${said.statements.map(result)}</ol>${pages(number, last)}`}
<h2>Reported by</h2>
<ul class="list">${latest.map(inReport)}</ul>
${kept.reports > latest.length ? html`<p><a href="${actorReportsPath(kept.actor)}">all ${count(kept.reports, 'report')}</a></p>` : ''}
${mergeLead(kept.actor)}`,
  });
}

/** All reports that name an actor, the latest first, with the offices that they give it. */
export function actorReportsPage(
  kept: KeptActor,
  { reports, number, last }: { reports: readonly ActorInReport[]; number: number; last: number },
): Html {
  return page({
    title: `${kept.name}: reports`,
    here: 'actors',
    data: `${actorReportsPath(kept.actor)}.json?page=${number}`,
    body: html`<p class="over"><a href="${actorPath(kept.actor)}">${kept.name}</a></p><h1>${count(kept.reports, 'report')}</h1>
${officesIn(reports)}
<h2>Reported by</h2>
<ul class="list">${reports.map(inReport)}</ul>${pages(number, last)}`,
  });
}

function officesIn(reports: readonly ActorInReport[]): Html | string {
  const offices = reports.flatMap((one) => one.actor.offices.map((office) => ({ ...one, office })));
  if (offices.length === 0) return '';
  return html`<h2>Offices, as reported</h2><ul class="list">${offices.map(
    ({ office, report }) =>
      html`<li><span class="said">${office.title}${office.of === null ? '' : html`, ${office.of}`}</span> <span class="over"><a href="${reportPath(report.id, office.span)}">${report.outlet ?? 'outlet not known'}, ${whenOf(report)}</a></span></li>`,
  )}</ul>`;
}

/** Who speaks by a person's decision alone is not named. */
function namedWords(times: number): string {
  if (times === 0) return 'not named';
  return times === 1 ? 'named once' : `named ${times} times`;
}

function inReport({ report, statements, actor: { mentions } }: ActorInReport): Html {
  return html`<li><p class="over"><b>${report.outlet ?? 'Outlet not known'}</b> · ${whenOf(report)}</p>
<a href="${reportPath(report.id, mentions[0])}">${titleOf({ headline: report.headline, text: report.opening })}</a> <span class="quiet">${count(statements, 'statement')}, ${namedWords(mentions.length)}</span></li>`;
}

const whenOf = ({ published }: { published: string | null }) =>
  published === null ? 'date not known' : dateWords(published);
