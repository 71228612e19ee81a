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
import { feedsNamedBy } from './feed/named.ts';
import { type Feed, looksLikeFeed, parseFeed } from './feed/parse.ts';
import type { FetchedBytes, Fetcher } from './fetch/index.ts';
import { decodePage } from './file/decode-page.ts';
import { pageOf } from './raw-page.ts';
import { looksLikePage } from './sniff.ts';

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
const MARKDOWN = /^text\/(?:x-)?markdown$/;
/** What is no page, whatever its bytes look like. */
const NO_TEXT = /^(?:image|audio|video|font)\//;

type Found = RawPage | FailedInput | Unchanged | FoundFeed;

/** Fetches what is at an address: a page, a feed, that nothing has changed, or why there is nothing. */
export async function visit(asked: Asked, fetcher: Fetcher): Promise<Found> {
  try {
    return await foundAt(asked, fetcher);
  } catch (error) {
    return failed(asked.address, brokenBy(error), asked.feed);
  }
}

/**
 * The same for somebody who wants a feed: a page that names one (`<link rel="alternate">`) is a list that leads to it, to
 * the best alone, since the others are parts of it or its comments.
 */
export async function visitFeed(asked: Asked, fetcher: Fetcher): Promise<Found> {
  const found = await visit(asked, fetcher);
  if (found.kind !== 'page' || found.format !== 'html' || found.web == null) return found;
  const { path, text, web } = found;
  const first = feedsNamedBy(text, web.address).find((feed) => feed !== web.address && feed !== path);
  if (first === undefined) return found;
  const feed: Feed = { title: null, items: [], feeds: [first], isWhole: true };
  return { kind: 'feed', path, feed, policy: web.policy };
}

async function foundAt(asked: Asked, fetcher: Fetcher): Promise<Found> {
  const { address, given, policy, feed } = asked;
  const fetched = await fetcher.get(address, policy);
  if ('code' in fetched) return failed(address, fetched, feed);
  if (fetched.kind === 'not-modified')
    return { kind: 'unchanged', path: address, feed, policy: fetched.policy, at: fetched.at };
  const decoded = decodePage(fetched.bytes, fetched.charset);
  if (!('text' in decoded)) return failed(address, decoded, feed);
  const { text } = decoded;
  if (text.trim() === '') return failed(address, refuse('empty'), feed);
  if (looksLikeFeed(text)) {
    const found = parseFeed(text, fetched.address);
    if ('code' in found) return failed(address, found, feed);
    return { kind: 'feed', path: address, feed: found, policy: fetched.policy };
  }
  const type = typeOf(fetched);
  const format = NO_TEXT.test(type) ? null : formatOf(type, text);
  if (format === null) return failed(address, noPage(type, fetched), feed);
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

/** The media type alone: some servers send two, or words behind it. */
const typeOf = ({ type }: FetchedBytes): string => type.split(/[\s,]/, 1)[0] ?? '';

const noPage = (type: string, { address }: FetchedBytes): Refusal =>
  refuse('not-text', `expected a page or a text, found ${type} at ${address}`);

/** A page is one by its type or, whatever that is, by how it begins; a text by its type, or without one. */
function formatOf(type: string, text: string): Format | null {
  if (HTML.test(type)) return 'html';
  if (MARKDOWN.test(type)) return 'markdown';
  if (looksLikePage(text)) return 'html';
  return type === '' || type === 'text/plain' ? 'text' : null;
}
