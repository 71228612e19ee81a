import { html } from 'hono/html';
import type { Counted, DecidedLink, SpokenFor, Voices, WholeActor } from '../../../ledger/index.ts';
import { decidedWords } from '../../../record/index.ts';
import { periodWords, shortDate } from '../../actors/days.ts';
import { firstOutlets } from '../../actors/first-outlets.ts';
import type { Office } from '../../actors/offices.ts';
import { reasonWords } from '../../actors/what-words.ts';
import { bodyWording, gathered } from '../../actors/wordings.ts';
import type { Html } from '../page.ts';
import { actorPath, count, reportPath, statementPath } from '../words.ts';
import { officeBar } from './office-bar.ts';

/** Each office once, the latest first, with the time in which reports give it and every one of them a key away. */
export function officesOf(offices: readonly Office[]): Html | string {
  if (offices.length === 0) return '';
  return html`<section><h2>Offices</h2>
<ol class="offices">${offices.map(
    (office) => html`<li><p class="said">${office.words}</p>${officeBar(office, offices)}
<details><summary>${periodWords(office.first, office.last)} · ${count(office.reports, 'report')}</summary><ul>${office.told.map(
      ({ title, of, span, report }) =>
        html`<li><a href="${reportPath(report.id, span)}">${of === null ? title : `${title}, ${of}`}</a> <span class="quiet">${report.outlet ?? 'outlet not known'}, ${shortDate(report.published)}</span></li>`,
    )}</ul></details></li>`,
  )}</ol></section>`;
}

/** On whose behalf it speaks, a body once whatever it is called, and how that is known. */
export function speaksFor(spoken: readonly SpokenFor[]): Html | string {
  if (spoken.length === 0) return '';
  const areNotTwo = (a: SpokenFor, b: SpokenFor) => a.id === null || b.id === null || a.id === b.id;
  const lines = gathered(spoken, ({ name }) => bodyWording(name), areNotTwo).map(({ fullest, all }) => ({
    fullest,
    times: all.reduce((sum, { times }) => sum + times, 0),
    rules: [...new Set(all.flatMap(({ told }) => told.map(({ how, by }) => `${how} ${by}`)))],
    isStated: all.some(({ told }) => told.some(({ how }) => how === 'stated')),
  }));
  return html`<section><h2>Speaks for</h2>
<ul class="named">${lines.map(
    ({
      fullest,
      times,
      rules,
      isStated,
    }) => html`<li>${nameOf(fullest)} <span class="quiet">${count(times, 'statement')}</span>
<details><summary>${isStated ? 'by office, as a report says' : 'by office, inferred'}</summary><p>${rules.map((rule) => html`<code>${rule}</code> `)}· <a href="${statementPath(fullest.statement)}">a statement that shows it</a></p></details></li>`,
  )}</ul></section>`;
}

const nameOf = ({ id, name }: Counted): Html | string =>
  id === null ? name : html`<a href="${actorPath(id)}">${name}</a>`;

/** Whom it speaks to and who speaks to it, most often first. */
export function spokenWith(title: string, some: readonly Counted[]): Html | string {
  if (some.length === 0) return '';
  return html`<section><h2>${title}</h2>
<ul class="named">${some.map((one) => html`<li>${nameOf(one)} <span class="quiet">${count(one.times, 'time')}</span></li>`)}</ul></section>`;
}

/** Outlets by how often each was the first of several to have what was said. */
export function firstToReport({ renditions }: Voices): Html | string {
  const outlets = firstOutlets(renditions).slice(0, 8);
  if (outlets.length === 0) return '';
  return html`<section><h2>First to report</h2>
<table class="plain"><caption class="over">of ${renditions.length === 1 ? 'one thing' : `${renditions.length} things`} said that several outlets have</caption>
<thead><tr><th scope="col">Outlet</th><th scope="col">First</th><th scope="col">Has</th></tr></thead>
<tbody>${outlets.map(({ outlet, first, has }) => html`<tr><th scope="row">${outlet}</th><td class="figures">${first}</td><td class="figures">${has}</td></tr>`)}</tbody></table></section>`;
}

/** Why several names are one, and what people decided of that. */
export function joinedBy({ names, joined }: WholeActor, decisions: readonly DecidedLink[]): Html | string {
  const told = joined.map(({ names: [one, other], rule, score }) => ({ one, other, rule, score }));
  const pairs = [...Map.groupBy(told, ({ one, other, rule }) => `${one} ${other} ${rule}`).values()];
  const others = names.slice(1);
  if (others.length === 0 && pairs.length === 0 && decisions.length === 0) return '';
  return html`<section><h2>One under several names</h2>
${others.length === 0 ? '' : html`<p class="names">${names.join(' · ')}</p>`}
${
  pairs.length === 0
    ? ''
    : html`<details><summary>why they are one</summary><ul>${pairs.flatMap(([pair]) =>
        pair === undefined
          ? []
          : [
              html`<li>${pair.one === pair.other ? `“${pair.one}” in several reports` : `“${pair.one}” and “${pair.other}”`}: ${reasonWords(pair.rule)} <span class="quiet"><code>${pair.rule}</code> ${pair.score}</span></li>`,
            ],
      )}</ul></details>`
}
${
  decisions.length === 0
    ? ''
    : html`<h3>What was decided</h3><ul>${decisions.map(
        ({ decision, state }) =>
          html`<li>${decidedWords(decision)}<br><span class="over">${state === 'in force' ? '' : `${state} · `}${[decision.one, ...decision.others].map(({ report, spans, name }) => html`<a href="${reportPath(report, spans[0])}">${name}</a> · `)}${decision.id}</span></li>`,
      )}</ul>`
}</section>`;
}
