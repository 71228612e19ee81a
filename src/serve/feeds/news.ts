import { html } from 'hono/html';
import {
  type Evidence,
  type News,
  newsPath,
  newsWords,
  permalinkOf,
  standingWords,
} from '../../record/index.ts';
import type { Html } from '../pages/page.ts';
import { dateWords } from '../pages/words.ts';

/** So long a title may be; the whole stands below it. */
const LONGEST_TITLE = 140;

/** News in a line that is no longer than a title may be. */
export const newsTitle = (news: News): string => shortTitle(newsWords(news));

/** Words that are no longer than a title may be, cut between two of them. */
export function shortTitle(words: string): string {
  if (words.length <= LONGEST_TITLE) return words;
  return `${words.slice(0, words.lastIndexOf(' ', LONGEST_TITLE - 2)).trimEnd() || words.slice(0, LONGEST_TITLE - 2).toWellFormed()} …`;
}

/** The name of news that stays the same wherever it is told (RFC 4151). */
export const tagOf = (id: string): string => `tag:onrecord,2026:${id}`;

/** News with the words that tell it and where they stand; `site` is put before the paths of pages. */
export function newsBody(news: News, site = ''): Html {
  switch (news.kind) {
    case 'statement':
      return html`<p><b>${news.who}</b> · ${news.cue || 'quoted'}${news.stance === null ? '' : html` · ${news.stance}`}</p>
${quoted(news.from, site)}`;
    case 'position':
      return html`<p><b>${news.who}</b> on “${news.proposition}”</p>
<p>Before: <b>${news.before.stance}</b></p>${quoted(news.before.from, site)}
<p>Now: <b>${news.stance}</b></p>${quoted(news.from, site)}`;
    case 'event':
      return html`<p><b>${news.what}</b>: <s>${standingWords(news.before)}</s> → <b>${standingWords(news.now)}</b>${news.by === null ? '' : html`, on the word of ${news.by}`}</p>
${quoted(news.from, site)}`;
    default:
      return news satisfies never;
  }
}

/** The page of news, behind where the pages are. */
export const newsAddress = (news: News, site = ''): string => site + newsPath(news);

function quoted(from: Evidence, site: string): Html {
  const { outlet, published, headline, report, start, end, words } = from;
  return html`<blockquote>${words}</blockquote>
<p>${outlet ?? 'outlet not known'}${published === null ? '' : `, ${dateWords(published)}`}: <a href="${site}${permalinkOf(report, { start, end })}">${headline ?? 'the report'}</a></p>`;
}
