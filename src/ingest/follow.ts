import {
  brokenBy,
  type FailedInput,
  type Given,
  type Intake,
  type Refusal,
  refuse,
} from '../record/index.ts';
import { type Feed, parseFeed } from './feed/parse.ts';
import type { Fetcher } from './fetch/index.ts';
import { readBytes } from './file/bytes.ts';
import { decodePage } from './file/decode-page.ts';
import { type FoundFeed, visit } from './web.ts';

/** How often a list of feeds may lead to another: an index of sitemaps to a sitemap, OPML to a feed. */
const DEEPEST = 2;

/** What following addresses takes: see `Sources` of the ingest. */
interface Web {
  readonly web: () => Promise<Fetcher>;
  readonly policyOf?: (address: string) => Promise<string | null>;
}

interface Step {
  readonly given: Given;
  /** The feed that led here, and how many lists of feeds may come yet; below 0 only a page may. */
  readonly feed: string | null;
  readonly left: number;
}

/** The page at an address, or all pages that a feed there lists, one after the other. */
export function fromWeb(address: string, given: Given, from: Web): AsyncGenerator<Intake> {
  return follow(address, { given, feed: null, left: DEEPEST }, from);
}

/** What the feed in a file lists. */
export async function listedIn(path: string): Promise<FoundFeed | FailedInput> {
  const feed = await feedIn(path);
  return 'code' in feed ? { kind: 'failed', path, refusal: feed } : { kind: 'feed', path, feed, policy: '' };
}

async function feedIn(path: string): Promise<Feed | Refusal> {
  try {
    const bytes = await readBytes(path);
    const decoded = bytes instanceof Uint8Array ? decodePage(bytes, null) : bytes;
    return 'text' in decoded ? parseFeed(decoded.text, null) : decoded;
  } catch (error) {
    return brokenBy(error);
  }
}

/** All pages that the feed in a file lists. */
export async function* fromFeedFile(path: string, given: Given, from: Web): AsyncGenerator<Intake> {
  const found = await listedIn(path);
  if (found.kind === 'failed') yield found;
  else yield* listed(found, { given, feed: path, left: DEEPEST }, from);
}

async function* follow(address: string, step: Step, from: Web): AsyncGenerator<Intake> {
  const { given, feed } = step;
  const policy = (await from.policyOf?.(address)) ?? null;
  const found = await visit({ address, given, policy, feed }, await from.web());
  if (found.kind !== 'feed') yield found;
  else if (step.left < 0) yield tooDeep(address, feed);
  else yield* listed(found, { ...step, feed: address }, from);
}

async function* listed(
  { path, feed: { items, feeds } }: FoundFeed,
  step: Step,
  from: Web,
): AsyncGenerator<Intake> {
  if (items.length + feeds.length === 0)
    yield {
      kind: 'failed',
      path,
      feed: step.feed === path ? null : step.feed,
      refusal: refuse('no-reports', `expected a feed that lists pages of the web, found none in ${path}`),
    };
  for (const { place } of items) yield* follow(place, { ...step, left: -1 }, from);
  for (const feed of feeds)
    if (step.left > 0) yield* follow(feed, { ...step, left: step.left - 1 }, from);
    else yield tooDeep(feed, step.feed);
}

const tooDeep = (path: string, feed: string | null): FailedInput => ({
  kind: 'failed',
  path,
  feed,
  refusal: refuse('bad-feed', 'expected a page, found a feed that a list of feeds or another feed leads to'),
});
