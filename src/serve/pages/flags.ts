import { html } from 'hono/html';
import type { FlaggedReport } from '../../ledger/index.ts';
import { FLAG_KINDS, type Flag } from '../../record/index.ts';
import { type Html, page } from './page.ts';
import { pages } from './reports.ts';
import { count, reportPath, titleOf } from './words.ts';

export interface FlagShelf {
  readonly flags: readonly FlaggedReport[];
  readonly total: number;
  readonly kind: Flag['kind'] | null;
  readonly number: number;
  readonly last: number;
}

/** What an editor should look at, the latest addition first; of one rule when asked. */
export function flagsPage({ flags, total, kind, number, last }: FlagShelf): Html {
  const query = kind === null ? '' : `kind=${kind}&`;
  return page({
    title: 'Flags',
    here: 'flags',
    data: `/flags.json?${query}page=${number}`,
    body: html`<h1>Flags</h1>
<p class="over" role="status">${count(total, 'flag')}${kind === null ? '' : html` of one rule`}</p>
<ul class="rules">${[null, ...FLAG_KINDS].map((one) => choice(one, kind))}</ul>
${total === 0 ? html`<p class="quiet">Nothing to look at.</p>` : html`<ol class="list">${flags.map(line)}</ol>${pages(number, last, query)}`}`,
  });
}

function choice(one: Flag['kind'] | null, here: Flag['kind'] | null): Html {
  const address = one === null ? '/flags' : `/flags?kind=${one}`;
  return html`<li><a href="${address}" ${one === here ? html`aria-current="true"` : ''}>${one === null ? 'all rules' : ruleWords(one)}</a></li>`;
}

function line({ flag, report }: FlaggedReport): Html {
  const [place] = flag.spans;
  return html`<li><p class="over"><b class="flag">${ruleWords(flag.kind)}</b> · ${report.outlet ?? 'outlet not known'}</p>
<p class="said"><a href="${reportPath(report.id, place)}">${place?.text ?? titleOf({ headline: report.headline, text: report.opening })}</a></p>
<p class="over">${flag.message} In ${titleOf({ headline: report.headline, text: report.opening })}</p></li>`;
}

/** A rule's name as words. */
export const ruleWords = (kind: string): string => kind.replaceAll('-', ' ');
