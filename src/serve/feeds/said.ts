import { html } from 'hono/html';
import type { NewlySaid } from '../../ledger/index.ts';
import { openingOf, speakersOf, tellersOf } from '../pages/today/tellers.ts';
import { dateWords, reportPath, titleOf, utterancePath } from '../pages/words.ts';
import { atomFeed, type Entry } from './atom-feed.ts';
import { tagOf } from './news.ts';

/** When nothing is there, a feed changed at no time. */
const NEVER = '1970-01-01T00:00:00Z';

/** What was newly said, each once, as Atom; `site` is where the pages are. */
export function saidFeed(said: readonly NewlySaid[], site: string): string {
  const times = said.map(({ came }) => came).toSorted();
  return atomFeed({
    id: tagOf('newly-said'),
    title: 'Onrecord: newly said',
    updated: times.at(-1) ?? NEVER,
    self: `${site}/today.atom`,
    page: `${site}/`,
    entries: said.map((one) => entry(one, site)),
  });
}

function entry({ utterance, came, first }: NewlySaid, site: string): Entry {
  const who = speakersOf(utterance);
  const published = first?.published ?? null;
  const report =
    first === null
      ? ''
      : html`<p>${first.outlet ?? 'outlet not known'}${published === null ? '' : `, ${dateWords(published)}`}: <a href="${site}${reportPath(first.id)}">${titleOf({ headline: first.headline, text: first.opening })}</a></p>`;
  const tellers = tellersOf(utterance, site);
  return {
    id: tagOf(utterance.id),
    title: `${who}: ${openingOf(utterance.words)}`,
    published: came,
    updated: came,
    page: site + utterancePath(utterance.id),
    via: null,
    category: 'utterance',
    body: html`<p><b>${who}</b></p>
<blockquote>${utterance.words}</blockquote>
${tellers === '' ? '' : html`<p>${tellers}</p>`}${report}`,
  };
}
