import { type Refusal, reasonOf, refuse } from '../../record/index.ts';
import { addressOf } from './address.ts';
import { isJsonFeed, listedInJson } from './json.ts';
import { type Link, type Listing, MOST_ITEMS } from './listed.ts';
import { rootOf } from './root.ts';
import { distance, storyOf } from './story.ts';
import { withoutTrackers } from './trackers.ts';
import { listedInXml } from './xml.ts';

/** A page that a feed lists; `stamp` is all that the feed says of it, so that a change of any of that shows. */
export interface FeedItem {
  readonly place: string;
  readonly stamp: string;
  readonly title: string | null;
}

/** What a feed lists: pages, and other feeds where it is a list of those (OPML, an index of sitemaps). */
export interface Feed {
  readonly title: string | null;
  readonly items: readonly FeedItem[];
  readonly feeds: readonly string[];
  /** Whether the feed was read to its end: one that is cut may list more than it was read to have. */
  readonly isWhole: boolean;
}

/** Whether a text is a feed of one of the kinds that are read, as far as its beginning tells. */
export function looksLikeFeed(text: string): boolean {
  return rootOf(text) !== null || isJsonFeed(text);
}

/**
 * Takes the text of a feed and the address that it is from. Gives what it lists, with absolute addresses of the web, each
 * story once: RSS, Atom, RDF, JSON Feed, OPML, and sitemaps with or without news. What is broken is read as far as it goes.
 * XML that defines entities of its own is refused: no feed needs them, and they can be a bomb.
 */
export function parseFeed(text: string, address: string | null): Feed | Refusal {
  const root = rootOf(text);
  if (root !== null && /<!ENTITY|<!DOCTYPE[^<>[]*\[/i.test(text.slice(0, root.at)))
    return refuse('bad-feed', 'expected a feed, found XML that defines entities of its own');
  try {
    const listing =
      root !== null
        ? listedInXml(text, root, address)
        : isJsonFeed(text)
          ? listedInJson(text, address)
          : null;
    if (listing !== null) return withAddresses(listing);
    const why = root === null ? 'none of them' : `<${root.name}> that ends before its first item does`;
    return refuse('bad-feed', `expected RSS, Atom, RDF, JSON Feed, OPML or a sitemap, found ${why}`);
  } catch (error) {
    return refuse('bad-feed', `expected a feed, found one that cannot be walked: ${reasonOf(error)}`);
  }
}

/** What is no address of the web is left out; of several addresses of one story the one for readers at a desk is given. */
function withAddresses({ title, home, items, feeds, isWhole }: Listing): Feed {
  const base = home === null ? null : addressOf(home, null);
  const own = (links: readonly Link[]) =>
    links.flatMap(({ href, base: near }) => addressOf(href, near ?? base) ?? []);
  const stories = new Map<string, FeedItem>();
  for (const { links, title: words, at } of items.slice(0, MOST_ITEMS)) {
    const [first] = own(links);
    if (first === undefined) continue;
    const place = untracked(first);
    const story = storyOf(place);
    const former = stories.get(story);
    if (former === undefined || distance(place) < distance(former.place))
      stories.set(story, { place, title: words, stamp: JSON.stringify([words, at]) });
  }
  return { title, items: [...stories.values()], feeds: [...new Set(own(feeds))], isWhole };
}

function untracked(address: string): string {
  const url = new URL(address);
  url.search = withoutTrackers(url.search);
  return url.href;
}
