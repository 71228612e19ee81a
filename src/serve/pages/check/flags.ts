import { html } from 'hono/html';
import type { FlaggedReport } from '../../../ledger/index.ts';
import { FLAG_KINDS, type Flag, LINKED_FLAG_KINDS, type LinkedFlag } from '../../../record/index.ts';
import { type Html, page } from '../page.ts';
import { pages } from '../report/reports.ts';
import { count, reportPath, titleOf, utterancePath } from '../words.ts';

type FlagKind = Flag['kind'] | LinkedFlag['kind'];

export interface FlagShelf {
  readonly flags: readonly FlaggedReport[];
  readonly total: number;
  readonly kind: FlagKind | null;
  readonly number: number;
  readonly last: number;
}

/** What an editor should look at, the latest addition first; of one rule when asked. */
export function flagsPage({ flags, total, kind, number, last }: FlagShelf): Html {
  const query = kind === null ? '' : `kind=${kind}&`;
  return page({
    title: 'Flags',
    here: 'elsewhere',
    data: `/flags.json?${query}page=${number}`,
    body: html`<h1>Flags</h1>
<p class="over" role="status">${count(total, 'flag')}${kind === null ? '' : html` of one rule`}</p>
<ul class="rules">${[null, ...FLAG_KINDS, ...LINKED_FLAG_KINDS].map((one) => choice(one, kind))}</ul>
${total === 0 ? html`<p class="quiet">Nothing to look at.</p>` : html`<ol class="list">${flags.map(line)}</ol>${pages(number, last, query)}`}`,
  });
}

function choice(one: FlagKind | null, here: FlagKind | null): Html {
  const address = one === null ? '/flags' : `/flags?kind=${one}`;
  return html`<li><a href="${address}" ${one === here ? html`aria-current="true"` : ''}>${one === null ? 'all rules' : ruleWords(one)}</a></li>`;
}

function line({ flag, report }: FlaggedReport): Html {
  const [place] = flag.spans;
  return html`<li><p class="over"><b class="flag">${ruleWords(flag.kind)}</b> · ${report.outlet ?? 'outlet not known'}</p>
<p class="said"><a href="${reportPath(report.id, place)}">${place?.text ?? titleOf({ headline: report.headline, text: report.opening })}</a></p>
<p class="over">${'against' in flag ? html`<a href="${reportPath(flag.against.report, flag.against.span)}">${flag.message}</a> <a href="${utterancePath(flag.utterance)}">All who tell it.</a>` : flag.message} In ${titleOf({ headline: report.headline, text: report.opening })}</p></li>`;
}

/** A rule's name as words. */
export const ruleWords = (kind: string): string => kind.replaceAll('-', ' ');
