import { html } from 'hono/html';
import type { Kin, Kinship } from '../../../ledger/index.ts';
import type { Html } from '../page.ts';
import { dateWords, reportPath, titleOf } from '../words.ts';

const WORDS: Record<Kinship, string> = {
  corrected: 'corrects',
  correction: 'corrected by',
  original: 'a copy of',
  copy: 'printed again in',
};

/** More copies are counted and not listed. */
const MOST = 5;

/** What a report is a copy of and where it was printed again, what it corrects and what corrects it. */
export function kinWords(kin: readonly Kin[]): Html | string {
  const own = Object.entries(WORDS).flatMap(([how, words]) => {
    const same = kin.filter((one) => one.how === how);
    const more = same.length - MOST;
    const lines = same.slice(0, MOST).map((one) => kinLine(one, words));
    return more > 0 ? [...lines, html`<li>and ${words} ${more} more</li>`] : lines;
  });
  return own.length === 0 ? '' : html`<ul class="kin" aria-label="Copies and corrections">${own}</ul>`;
}

/** A copy has the headline of what it is a copy of: its outlet tells it apart. */
function kinLine({ how, report }: Kin, words: string): Html {
  const { id, outlet, published, headline, opening } = report;
  const title = titleOf({ headline, text: opening });
  const isCopy = how === 'copy' || how === 'original';
  const parts = [isCopy ? null : (outlet ?? 'outlet not known'), published && dateWords(published)];
  const behind = parts.map((part) => (part === null ? '' : ` · ${part}`)).join('');
  const told = how === 'correction' ? html`<b class="flag">${words}</b>` : words;
  return html`<li>${told} <a href="${reportPath(id)}">${isCopy ? (outlet ?? title) : title}</a>${behind}</li>`;
}
