import { html } from 'hono/html';
import type { DecidedLink, PersonLine, ReportNaming, Voices, WholeActor } from '../../../ledger/index.ts';
import { shortDate } from '../../actors/days.ts';
import type { Office } from '../../actors/offices.ts';
import { type CountryName, kindWords, sectorWords } from '../../actors/what-words.ts';
import type { Standing } from '../../positions/known.ts';
import { type Html, page } from '../page.ts';
import { pages } from '../report/reports.ts';
import { mergeLead } from '../review/merge.ts';
import { actorPath, actorReportsPath, count, reportPath, titleOf } from '../words.ts';
import { firstToReport, joinedBy, officesOf, speaksFor, spokenWith } from './actor-aside.ts';
import { queryOf, type SaidShelf, saidPart } from './actor-said.ts';
import { standingsPart } from './actor-standings.ts';

/** So many latest reports tell an actor’s offices. */
export const TOLD_BY = 300;

export interface ActorShelf {
  readonly whole: WholeActor;
  readonly offices: readonly Office[];
  readonly voices: Voices;
  readonly standings: readonly Standing[];
  readonly decisions: readonly DecidedLink[];
  readonly said: SaidShelf;
}

/** One actor over all reports: its offices, what it said, for whom and with whom it speaks, and who has it first. */
export function actorPage(
  { whole, offices, voices, standings, decisions, said }: ActorShelf,
  countryName: CountryName,
): Html {
  const { id, name, reports, statements } = whole;
  const path = actorPath(id);
  const query = queryOf(said.asked);
  const asked = query === '' ? '' : `?${query}`;
  const sector = sectorWords(whole, countryName);
  const isPart = reports > TOLD_BY || statements > voices.statements;
  return page({
    style: 'actor',
    title: name,
    here: 'actors',
    data: `${path}.json${asked}`,
    feeds: { title: `${name} on record`, address: `${path}/feed` },
    body: html`<p class="over"><b>${kindWords(whole.kind)}</b>${sector === null ? '' : ` · ${sector}`} · ${count(statements, 'statement')} in <a href="${actorReportsPath(id)}">${count(reports, 'report')}</a> · follow (<a href="${path}.atom">Atom</a>, <a href="${path}/feed.json">JSON Feed</a>) · <a href="${path}.csv${asked}">.csv</a></p>
<h1>${name}</h1>
${offices[0] === undefined ? '' : html`<p class="standing">${offices[0].words}</p>`}
${whole.isLinked ? '' : html`<p class="over">By the name alone: its reports wait to be linked. In a terminal: <code>onrecord add</code></p>`}
<div class="actor"><div class="who">${officesOf(offices)}${standingsPart(standings)}${speaksFor(voices.speaksFor)}</div>
${saidPart(said, path)}
<div class="with">${spokenWith('Speaks to', voices.to)}${spokenWith('Is spoken to by', voices.from)}${firstToReport(voices)}${joinedBy(whole, decisions)}
${isPart ? html`<p class="over">Beside what was said: of the latest ${TOLD_BY} reports and statements.</p>` : ''}
${whole.isLinked ? mergeLead(id) : ''}</div></div>`,
  });
}

/** Several whom reports call by one name. */
export function bearersPage(id: string, bearers: readonly PersonLine[]): Html {
  return page({
    style: 'actor',
    title: 'Several of one name',
    here: 'actors',
    data: `${actorPath(id)}.json`,
    body: html`<p class="over"><a href="/actors">Actors</a></p><h1>Several are called so</h1>
<p class="over">Reports call each of these by this name; which one is meant, a report tells.</p>
<ol class="list">${bearers.map((one) => html`<li><h2><a href="${actorPath(one.id)}">${one.name}</a></h2><span class="quiet">${one.kind} · ${count(one.reports, 'report')}</span></li>`)}</ol>`,
  });
}

/** All reports that name an actor, published last first. */
export function actorReportsPage(
  { id, name, reports: total }: WholeActor,
  {
    reports,
    number,
    last,
  }: {
    reports: readonly ReportNaming[];
    number: number;
    last: number;
  },
): Html {
  return page({
    style: 'actor',
    title: `${name}: reports`,
    here: 'actors',
    data: `${actorReportsPath(id)}.json?page=${number}`,
    body: html`<p class="over"><a href="${actorPath(id)}">${name}</a></p><h1>${count(total, 'report')}</h1>
<ol class="list columns">${reports.map(
      ({ report, statements, mentions }) =>
        html`<li><p class="over"><b>${report.outlet ?? 'Outlet not known'}</b> · ${shortDate(report.published)} · ${count(statements, 'statement')}, ${mentions === 0 ? 'not named' : `named ${mentions === 1 ? 'once' : count(mentions, 'time')}`}</p>
<a href="${reportPath(report.id)}">${titleOf({ headline: report.headline, text: report.opening })}</a></li>`,
    )}</ol>${pages(number, last)}`,
  });
}
