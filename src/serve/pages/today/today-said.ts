import { html } from 'hono/html';
import type { NewlySaid } from '../../../ledger/index.ts';
import type { Html } from '../page.ts';
import { dateWords, reportPath, titleOf, utterancePath } from '../words.ts';
import { openingOf, sharedTellers, speakersOf, tellersOf } from './tellers.ts';

/** What was newly said, day by day; within a day under the report that had it first. By the days of coming where that is asked. */
export function saidByDay(said: readonly NewlySaid[], isByComing: boolean): Html {
  const dayOf = ({ day, came }: NewlySaid) => (isByComing ? came.slice(0, 10) : day);
  const days = [...Map.groupBy(said, dayOf)];
  return html`${days.map(
    ([day, own]) => html`<section class="day" aria-labelledby="day-${day}">
<h2 id="day-${day}">${isByComing ? `Came on ${dateWords(day)}` : html`<a href="/?day=${day}">${dateWords(day)}</a>`}</h2>
${[...Map.groupBy(own, ({ first }) => first?.id ?? '')].map(([, some]) => ofReport(some, isByComing))}
</section>`,
  )}`;
}

/** What one report had first, beside the report. */
function ofReport(said: readonly NewlySaid[], isByComing: boolean): Html {
  const [head] = said;
  const first = head?.first ?? null;
  const shared = sharedTellers(said.map(({ utterance }) => utterance));
  const about =
    first === null
      ? html`<span class="quiet">the report is not here any more</span>`
      : html`<b>${first.outlet ?? 'Outlet not known'}</b>
<a href="${reportPath(first.id)}">${titleOf({ headline: first.headline, text: first.opening })}</a>
${first.published === null ? html`<span class="quiet">date of publication not known</span>` : isByComing ? html`<span class="quiet">published ${dateWords(first.published)}</span>` : ''}`;
  return html`<div class="told"><p class="by">${about}${shared === '' ? '' : html`<span class="quiet">${shared}</span>`}</p>
<ol class="list">${inTextOrder(said).map((one) => line(one, shared === '' ? tellersOf(one.utterance) : ''))}</ol></div>`;
}

/** As they follow each other in their report. */
const inTextOrder = (said: readonly NewlySaid[]) =>
  said.toSorted((a, b) => placeOf(a.utterance) - placeOf(b.utterance));

/** Where the first rendition stands: its id says so. */
const placeOf = ({ renditions }: NewlySaid['utterance']): number =>
  Number.parseInt(renditions[0]?.statement.split('.').at(-1) ?? '', 10) || 0;

function line({ utterance, came }: NewlySaid, tellers: Html | string): Html {
  return html`<li data-came="${came}"><p class="over"><b>${speakersOf(utterance)}</b></p>
<p class="said"><a href="${utterancePath(utterance.id)}">${openingOf(utterance.words)}</a></p>
${tellers === '' ? '' : html`<p class="over">${tellers}</p>`}</li>`;
}
