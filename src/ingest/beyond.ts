/**
 * Where pages come from besides files of texts: the web, feeds, web archives. What that takes is loaded when the first of
 * them comes, since its packages take as long to load as all the rest.
 */

export { type Feed, type FeedItem, looksLikeFeed, parseFeed } from './feed/parse.ts';
export { type Fetched, type Fetcher, type FetcherOptions, openFetcher } from './fetch/index.ts';
export { fromFeedFile, fromWeb, listedIn } from './follow.ts';
export { readWarc } from './warc/read.ts';
export { readWacz } from './warc/wacz.ts';
export { type Asked, type FoundFeed, visit, visitFeed } from './web.ts';
