import { gunzipSync } from 'node:zlib';
import {
  brokenBy,
  type FailedInput,
  type Format,
  type Given,
  type Policy,
  type RawPage,
  type Refusal,
  refuse,
  type Unchanged,
} from '../record/index.ts';
import { type Feed, looksLikeFeed, parseFeed } from './feed/parse.ts';
import { behindProlog } from './feed/root.ts';
import { MOST_SENT } from './fetch/body.ts';
import type { FetchedBytes, Fetcher } from './fetch/index.ts';
import { decodePage } from './file/decode-page.ts';
import { pageOf } from './raw-page.ts';

/** A feed in place of a page. */
export interface FoundFeed {
  readonly kind: 'feed';
  readonly path: string;
  readonly feed: Feed;
  /** Null for a feed in a file. */
  readonly policy: Policy | null;
}

/** How an address is asked for: what an earlier answer gave, and the feed that led there. */
export interface Asked {
  readonly address: string;
  readonly given: Given;
  readonly policy: Policy | null;
  readonly feed: string | null;
}

const HTML = /^(?:text\/html|application\/xhtml\+xml)$/;
/** What begins a feed of any kind, somewhere: what holds none of it is not decoded to look closer. */
const FEED = /<(?:[\w-]+:)?(?:rss|feed|rdf|opml|urlset|sitemapindex)[\s/>]|jsonfeed\.org/i;

type Found = RawPage | FailedInput | Unchanged | FoundFeed;

/** Fetches what is at an address: a page, a feed, that nothing has changed, or why there is nothing. */
export async function visit(asked: Asked, fetcher: Fetcher): Promise<Found> {
  try {
    return await foundAt(asked, fetcher);
  } catch (error) {
    return failed(asked.address, brokenBy(error), asked.feed);
  }
}

async function foundAt(asked: Asked, fetcher: Fetcher): Promise<Found> {
  const { address, given, policy, feed } = asked;
  const fetched = await fetcher.get(address, policy);
  if ('code' in fetched) return failed(address, fetched, feed);
  if (fetched.kind === 'not-modified')
    return { kind: 'unchanged', path: address, feed, policy: fetched.policy, at: fetched.at };
  const found = feedIn(fetched);
  if (found !== null)
    return 'code' in found
      ? failed(address, found, feed)
      : { kind: 'feed', path: address, feed: found, policy: fetched.policy };
  const format = formatOf(fetched);
  if (typeof format !== 'string') return failed(address, format, feed);
  const page = pageOf({
    path: address,
    place: address,
    format,
    bytes: fetched.bytes,
    given,
    charset: fetched.charset,
    web: { address: fetched.address, asked: address, policy: fetched.policy, feed, at: fetched.at },
  });
  return page.kind === 'failed' ? { ...page, feed } : page;
}

const failed = (path: string, refusal: Refusal, feed: string | null): FailedInput => ({
  kind: 'failed',
  path,
  refusal,
  feed,
});

/** The feed in some bytes, whatever their type says: servers call feeds pages, texts and bytes. */
function feedIn({ bytes: sent, charset, address }: FetchedBytes): Feed | Refusal | null {
  const isPacked = sent[0] === 0x1f && sent[1] === 0x8b;
  const bytes = isPacked ? unpacked(sent) : sent;
  if ('code' in bytes) return bytes;
  if (!FEED.test(Buffer.from(bytes).toString('latin1').replaceAll('\0', ''))) return null;
  const decoded = decodePage(bytes, charset);
  return 'text' in decoded && looksLikeFeed(decoded.text) ? parseFeed(decoded.text, address) : null;
}

/** Sitemaps are often files of gzip. */
function unpacked(bytes: Uint8Array): Uint8Array | Refusal {
  try {
    return gunzipSync(bytes, { maxOutputLength: MOST_SENT });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return refuse('bad-feed', `expected a feed in gzip of at most ${MOST_SENT} bytes, found: ${why}`);
  }
}

/** Tags that a page of HTML begins with (the WHATWG's MIME Sniffing, 7.1, and a few of today). */
const FIRST_TAGS: ReadonlySet<string> = new Set(
  '!doctype html head script iframe h1 div font table a style title b body br p meta link main article section header'.split(
    ' ',
  ),
);

/** A page says what it is by its type; one without a type, of plain text, XML or mere bytes, by how it begins. */
function formatOf({ type, bytes, address }: FetchedBytes): Format | Refusal {
  if (HTML.test(type)) return 'html';
  if (type === 'text/markdown') return 'markdown';
  const isVague = type === '' || VAGUE.test(type);
  if ((isVague || type.endsWith('xml')) && FIRST_TAGS.has(firstTag(bytes))) return 'html';
  if (type === '' || type === 'text/plain') return 'text';
  return refuse('not-text', `expected a page or a text, found ${type} at ${address}`);
}

const VAGUE =
  /^(?:text\/plain|(?:application|binary)\/octet-stream|application\/(?:x-)?unknown|unknown\/.*|\*\/\*|[^/]*)$/;

/** The first tag of some bytes behind white space and comments, as far as letters of ASCII show it; else nothing. */
function firstTag(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 65_536))
    .toString('latin1')
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replaceAll('\0', '');
  const at = behindProlog(start, 0);
  return /^<(!?[a-z][a-z\d]*)[\s/>]/i.exec(start.slice(at, at + 32))?.[1]?.toLowerCase() ?? '';
}
