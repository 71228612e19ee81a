import { XMLParser } from 'fast-xml-parser';
import { parseFeed as parseAny, parseOpml } from 'feedsmith';
import { type Refusal, refuse } from '../../record/index.ts';

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

/** More than any outlet lists; a sitemap may have 50,000 by its standard. */
const MOST_ITEMS = 50_000;
const DEEPEST_OUTLINE = 16;

/** Whether a text begins like a feed of one of the kinds that are read. */
export function looksLikeFeed(text: string): boolean {
  const start = text
    .slice(0, 2048)
    .replace(/^\ufeff/, '')
    .replace(/<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\]\s*)?>/gi, '')
    .trimStart();
  if (/^<(?:\w+:)?(?:rss|feed|RDF|opml|urlset|sitemapindex)\b/i.test(start)) return true;
  return start.startsWith('{') && /"version"\s*:\s*"https?:\/\/(?:www\.)?jsonfeed\.org\//.test(start);
}

/**
 * Takes the text of a feed and the address that it is from. Gives what it lists, with absolute addresses of the web, each
 * once: RSS, Atom, RDF, JSON Feed, OPML, and sitemaps with or without news. XML that defines entities of its own is
 * refused before it is parsed: no feed needs them, and they can be a bomb.
 */
export function parseFeed(text: string, address: string | null): Feed | Refusal {
  if (/<!ENTITY|<!DOCTYPE[^<>[]*\[/i.test(text))
    return refuse('bad-feed', 'expected a feed, found XML that defines entities of its own');
  try {
    const kind = /<(?:\w+:)?(opml|urlset|sitemapindex)\b/i.exec(text.slice(0, 4096))?.[1]?.toLowerCase();
    const found = kind === 'opml' ? outlines(text) : kind === undefined ? listed(text) : sitemap(text);
    return absolute(found, address);
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
    return refuse('bad-feed', `expected RSS, Atom, RDF, JSON Feed, OPML or a sitemap, found: ${why}`);
  }
}

function listed(text: string): Feed {
  const { format, feed } = parseAny(text);
  switch (format) {
    case 'rss':
      return {
        title: feed.title ?? null,
        feeds: [],
        items: (feed.items ?? []).map(({ link, guid, title, pubDate, dc }) =>
          item(
            link ?? (guid?.isPermaLink === false ? undefined : guid?.value),
            title,
            pubDate ?? dc?.dates?.[0],
          ),
        ),
      };
    case 'atom':
      return {
        title: wordsOf(feed.title),
        feeds: [],
        items: (feed.entries ?? []).map(({ links = [], title, updated, published, id }) => {
          const page = links.find(({ rel }) => rel === undefined || rel === 'alternate') ?? links[0];
          return item(page?.href ?? id, wordsOf(title) ?? undefined, updated ?? published);
        }),
      };
    case 'rdf':
      return {
        title: feed.title ?? null,
        feeds: [],
        items: (feed.items ?? []).map(({ link, title, dc }) => item(link, title, dc?.dates?.[0])),
      };
    case 'json':
      return {
        title: feed.title ?? null,
        feeds: [],
        items: (feed.items ?? []).map(({ url, external_url, id, title, date_published, date_modified }) =>
          item(url ?? external_url ?? id, title, date_modified ?? date_published),
        ),
      };
    default:
      return format satisfies never;
  }
}

function wordsOf(title: unknown): string | null {
  if (typeof title === 'string') return title;
  const value = typeof title === 'object' && title !== null && 'value' in title ? title.value : null;
  return typeof value === 'string' ? value : null;
}

function item(place: unknown, title: unknown, at: unknown): FeedItem {
  const words = typeof title === 'string' ? title : null;
  return {
    place: typeof place === 'string' ? place : '',
    title: words,
    stamp: JSON.stringify([words, at instanceof Date ? at.toISOString() : (at ?? null)]),
  };
}

interface Outline {
  readonly xmlUrl?: string;
  readonly outlines?: readonly Outline[];
}

function outlines(text: string): Feed {
  const { head, body } = parseOpml(text);
  const below = (some: readonly Outline[], depth: number): string[] =>
    depth > DEEPEST_OUTLINE
      ? []
      : some.flatMap(({ xmlUrl, outlines: inner = [] }) => [
          ...(xmlUrl === undefined ? [] : [xmlUrl]),
          ...below(inner, depth + 1),
        ]);
  return {
    title: head?.title ?? null,
    items: [],
    feeds: below((body?.outlines ?? []) as readonly Outline[], 0),
  };
}

const xml = new XMLParser({
  ignoreAttributes: true,
  removeNSPrefix: true,
  processEntities: true,
  parseTagValue: false,
  isArray: (name) => name === 'url' || name === 'sitemap',
});

interface SitemapXml {
  readonly urlset?: { readonly url?: readonly SitemapEntry[] };
  readonly sitemapindex?: { readonly sitemap?: readonly SitemapEntry[] };
}
interface SitemapEntry {
  readonly loc?: string;
  readonly lastmod?: string;
  readonly news?: { readonly title?: string; readonly publication_date?: string };
}

function sitemap(text: string): Feed {
  const { urlset, sitemapindex } = xml.parse(text, true) as SitemapXml;
  return {
    title: null,
    feeds: (sitemapindex?.sitemap ?? []).flatMap(({ loc }) => loc ?? []),
    items: (urlset?.url ?? []).map(({ loc, lastmod, news }) =>
      item(loc, news?.title, lastmod ?? news?.publication_date),
    ),
  };
}

/** Addresses made absolute, without fragments; what is no address of the web is left out, and so is what comes twice. */
function absolute({ title, items, feeds }: Feed, base: string | null): Feed {
  const made = (place: string) => {
    const url = place.trim() === '' ? null : URL.parse(place.trim(), base ?? undefined);
    if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null;
    url.hash = '';
    return url.href;
  };
  const seen = new Set<string>();
  const own: FeedItem[] = [];
  for (const one of items.slice(0, MOST_ITEMS)) {
    const place = made(one.place);
    if (place === null || seen.has(place)) continue;
    seen.add(place);
    own.push({ ...one, place });
  }
  return { title, items: own, feeds: [...new Set(feeds.flatMap((feed) => made(feed) ?? []))] };
}
