import { html } from 'hono/html';
import type { Said, WholeActor } from '../../ledger/index.ts';
import { shortDate } from '../actors/days.ts';
import { contentWords, cueWords } from '../pages/note.ts';
import type { Html } from '../pages/page.ts';
import { actorPath, reportPath, statementPath, titleOf } from '../pages/words.ts';
import { atomFeed } from './atom-feed.ts';
import { tagOf } from './news.ts';

/** What the feed of an actor is made of: what it said last, and where the pages are. */
export interface FollowedActor {
  readonly whole: WholeActor;
  readonly said: readonly Said[];
  /** Scheme, host and port. */
  readonly site: string;
}

const LONGEST_TITLE = 140;

/** When the latest of what is told was added; null where nothing is. */
export const latestOf = (said: readonly Said[]): string | null =>
  said
    .map(({ first }) => first.added)
    .toSorted()
    .at(-1) ?? null;

/** What an actor said as Atom (RFC 4287): a thing has the id of the statement that tells it first. */
export function actorAtom({ whole, said, site }: FollowedActor): string {
  const page = site + actorPath(whole.id);
  return atomFeed({
    id: tagOf(whole.id),
    title: `${whole.name} on record`,
    updated: latestOf(said) ?? '1970-01-01T00:00:00Z',
    self: `${page}.atom`,
    page,
    entries: said.map((one) => ({
      id: tagOf(one.first.statement.id),
      title: titleWords(whole, one),
      published: one.first.added,
      updated: one.first.added,
      page: site + statementPath(one.first.statement.id),
      via: one.first.report.url,
      category: null,
      body: bodyOf(one, site),
    })),
  });
}

/** The same as JSON Feed 1.1. */
export function actorJsonFeed({ whole, said, site }: FollowedActor): object {
  const page = site + actorPath(whole.id);
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: `${whole.name} on record`,
    home_page_url: page,
    feed_url: `${page}/feed.json`,
    authors: [{ name: 'Onrecord' }],
    language: 'en',
    items: said.map((one) => ({
      id: tagOf(one.first.statement.id),
      url: site + statementPath(one.first.statement.id),
      ...(one.first.report.url !== null && { external_url: one.first.report.url }),
      title: titleWords(whole, one),
      content_html: String(bodyOf(one, site)),
      date_published: one.first.added,
    })),
  };
}

function titleWords({ name }: WholeActor, { first: { statement } }: Said): string {
  const words = `${name} ${cueWords(statement)}: ${contentWords(statement)}`;
  return words.length <= LONGEST_TITLE ? words : `${words.slice(0, LONGEST_TITLE - 2).toWellFormed()} …`;
}

function bodyOf({ first: { statement, report }, utterance }: Said, site: string): Html {
  const outlets = new Set(utterance?.renditions.flatMap(({ outlet }) => outlet ?? []));
  return html`<blockquote>${contentWords(statement)}</blockquote>
<p>${report.outlet ?? 'outlet not known'}, ${shortDate(report.published)}: <a href="${site}${reportPath(report.id, statement.content[0])}">${titleOf(report)}</a></p>
${outlets.size > 1 ? html`<p>Also in ${[...outlets].filter((outlet) => outlet !== report.outlet).join(', ')}</p>` : ''}`;
}
