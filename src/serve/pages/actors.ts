import { html } from 'hono/html';
import type { ActorInReport, ActorLine, Found, KeptActor } from '../../ledger/index.ts';
import { type Html, page } from './page.ts';
import { pages } from './reports.ts';
import { result } from './search.ts';
import { actorPath, count, dateWords, reportPath, titleOf } from './words.ts';

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

/** One actor: its offices as the reports have them, who reports it, and what it says. */
export function actorPage(
  kept: KeptActor,
  { said, number, last }: { said: Found; number: number; last: number },
): Html {
  const codes = [kept.kind, kept.country, kept.sector].filter((part) => part !== null).join(' · ');
  const offices = kept.inReports.flatMap((one) => one.actor.offices.map((office) => ({ ...one, office })));
  return page({
    title: kept.name,
    here: 'actors',
    data: `${actorPath(kept.actor)}.json`,
    body: html`<p class="over">${codes}</p><h1>${kept.name}</h1>
<p class="over">${count(kept.statements, 'statement')} in ${count(kept.reports, 'report')}, joined by the name alone</p>
${
  offices.length === 0
    ? ''
    : html`<h2>Offices, as reported</h2><ul class="list">${offices.map(
        ({ office, report }) =>
          html`<li><span class="said">${office.title}${office.of === null ? '' : html`, ${office.of}`}</span> <span class="over"><a href="${reportPath(report.id, office.span)}">${report.outlet ?? 'outlet not known'}, ${whenOf(report)}</a></span></li>`,
      )}</ul>`
}
<h2>What is on record</h2>
${said.total === 0 ? html`<p class="quiet">Named, and not quoted.</p>` : html`<ol class="list">${said.statements.map(result)}</ol>${pages(number, last)}`}
<h2>Reported by</h2>
<ul class="list">${kept.inReports.map(inReport)}</ul>`,
  });
}

function inReport({ report, statements, actor: { mentions } }: ActorInReport): Html {
  return html`<li><p class="over"><b>${report.outlet ?? 'Outlet not known'}</b> · ${whenOf(report)}</p>
<a href="${reportPath(report.id, mentions[0])}">${titleOf({ headline: report.headline, text: report.opening })}</a> <span class="quiet">${count(statements, 'statement')}, named ${mentions.length === 1 ? 'once' : `${mentions.length} times`}</span></li>`;
}

const whenOf = ({ published }: { published: string | null }) =>
  published === null ? 'date not known' : dateWords(published);
