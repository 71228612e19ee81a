import { html } from 'hono/html';
import type { AlsoTelling, Kinship } from '../../../ledger/index.ts';
import { whenWords } from '../../../record/index.ts';
import type { Html } from '../page.ts';
import { count, dateWords, reportPath, titleOf } from '../words.ts';

/** So many other reports are listed. */
export const MOST_OTHERS = 12;

const KIN: Record<Kinship, string> = {
  corrected: 'is corrected here',
  correction: 'corrects this one',
  original: 'of which this is a copy',
  copy: 'a copy',
};

/** Other reports that tell of the same things, those that share most first, with what they share. */
export function storyList(others: readonly AlsoTelling[]): Html | string {
  if (others.length === 0) return '';
  const more =
    others.length > MOST_OTHERS ? html`<p class="over">More than ${MOST_OTHERS} others tell of it.</p>` : '';
  return html`<section class="story"><h2>Other reports of this story</h2>
<ol class="list">${others.slice(0, MOST_OTHERS).map(storyLine)}</ol>${more}</section>`;
}

function storyLine(other: AlsoTelling): Html {
  const { id, outlet, published, headline, opening } = other.report;
  return html`<li><p class="over"><b>${outlet ?? 'Outlet not known'}</b> · ${published === null ? 'date not known' : dateWords(published)}</p>
<a class="title" href="${reportPath(id)}">${titleOf({ headline, text: opening })}</a>
<p class="over">${sharedWords(other)}</p></li>`;
}

/** So many events that two reports share are named. */
const MOST_NAMED = 2;

/** What two reports have in common: `2 statements, talks of 2 June 2034`. */
export function sharedWords({ statements, events, kin }: AlsoTelling): string {
  const named = events
    .slice(0, MOST_NAMED)
    .map(({ what, when }) => `${what} ${when === null ? 'without a date' : `of ${whenWords(when)}`}`);
  const rest = events.length - named.length;
  const parts = [
    kin === null ? null : KIN[kin],
    statements === 0 ? null : count(statements, 'statement'),
    ...named,
    rest === 0 ? null : `${count(rest, 'more event')}`,
  ];
  return parts.filter((part) => part !== null).join(', ');
}
