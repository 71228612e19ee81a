import { type Refusal, reasonOf, refuse } from '../../record/index.ts';
import { isJsonFeed, listedInJson } from './json.ts';
import { type Listing, MOST_ITEMS } from './listed.ts';
import { rootOf } from './root.ts';
import { distanceOf, pageAddress, storyOf } from './story-address.ts';
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
}

/** Whether a text is a feed of one of the kinds that are read, also behind junk, and also where it is cut. */
export function looksLikeFeed(text: string): boolean {
  return rootOf(text) !== null || isJsonFeed(text);
}

/**
 * Takes the text of a feed and the address that it is from. Gives what it lists, with absolute addresses of the web, each
 * story once: RSS, Atom, RDF, JSON Feed, OPML, and sitemaps with or without news. A feed that is cut is read as far as it
 * goes: the items that are whole. XML that defines entities of its own is refused before it is parsed: no feed needs
 * them, and they can be a bomb.
 */
export function parseFeed(text: string, address: string | null): Feed | Refusal {
  try {
    const root = rootOf(text);
    if (root !== null && /<!ENTITY|<!DOCTYPE[^<>[]*\[/i.test(text.slice(0, root.at)))
      return refuse('bad-feed', 'expected a feed, found XML that defines entities of its own');
    const listing = root === null ? listedInJson(text, address) : listedInXml(text, root, address);
    return listing === null
      ? noFeed('none of them, or one that ends before its first item')
      : feedOf(listing);
  } catch (error) {
    return noFeed(reasonOf(error));
  }
}

const noFeed = (found: string): Refusal =>
  refuse('bad-feed', `expected RSS, Atom, RDF, JSON Feed, OPML or a sitemap, found ${found}`);

/**
 * The pages of a listing, each item's the first of its addresses that is one of the web. Items of one story are one: the
 * first, at the address that is no mobile double.
 */
function feedOf({ title, home, items, feeds }: Listing): Feed {
  const found = new Map<string, FeedItem>();
  for (const { links, title: words, at } of items.slice(0, MOST_ITEMS)) {
    const place = links.map(({ href, base }) => pageAddress(href, base ?? home)).find((one) => one !== null);
    if (place == null) continue;
    const story = storyOf(place);
    const known = found.get(story);
    if (known === undefined) found.set(story, { place, title: words, stamp: JSON.stringify([words, at]) });
    else if (distanceOf(place) < distanceOf(known.place)) found.set(story, { ...known, place });
  }
  return {
    title,
    items: [...found.values()],
    feeds: [...new Set(feeds.flatMap(({ href, base }) => feedAddress(href, base) ?? []))],
  };
}

/** A feed is asked for as it is listed: what looks like a tracker may choose what it lists. */
function feedAddress(href: string, base: string | null): string | null {
  const url = href.trim() === '' ? null : URL.parse(href.trim(), base ?? undefined);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null;
  url.hash = '';
  return url.href;
}
