import { analyse, type Kit } from '../../src/analyse/index.ts';
import { looksLikeFeed, parseFeed } from '../../src/ingest/beyond.ts';
import { NOTHING_GIVEN, pageOf } from '../../src/ingest/index.ts';
import { type PageKit, readHtml } from '../../src/read/html/index.ts';
import { readPlain } from '../../src/read/plain/index.ts';
import type { Format } from '../../src/record/index.ts';
import { FEEDS } from './feeds.ts';
import type { Flood } from './flood.ts';
import { PAGES } from './pages.ts';
import { MARKDOWN, TEXTS } from './texts.ts';

export type { Flood } from './flood.ts';

/** What reading takes: see `loadKit` and `loadPageKit`. */
export interface Kits {
  readonly kit: Kit;
  readonly pageKit: PageKit;
}

/** Floods of one kind of source, and what is done with it: all that the product does, up to the record. */
export const KINDS: readonly {
  readonly kind: string;
  readonly floods: readonly Flood[];
  /** Gives what came of it: a count of what it holds, or the code of a refusal. */
  take(text: string, kits: Kits): Promise<string>;
}[] = [
  { kind: 'text', floods: TEXTS, take: (text, kits) => taken(text, 'text', kits) },
  { kind: 'markdown', floods: MARKDOWN, take: (text, kits) => taken(text, 'markdown', kits) },
  { kind: 'html', floods: PAGES, take: (text, kits) => taken(text, 'html', kits) },
  { kind: 'feed', floods: FEEDS, take: async (text) => listed(text) },
];

async function taken(text: string, format: Format, { kit, pageKit }: Kits): Promise<string> {
  const given = { ...NOTHING_GIVEN, published: '2031-05-06' };
  const page = pageOf({ path: 'flood', place: 'flood', format, bytes: Buffer.from(text), given });
  if (page.kind === 'failed') return page.refusal.code;
  const read = format === 'html' ? readHtml(page, pageKit) : readPlain(page);
  if ('code' in read) return read.code;
  const [record] = await analyse(['report' in read ? read.report : read], kit);
  return `${record?.statements.length ?? 0} statements, ${record?.actors.length ?? 0} actors, ${record?.events.length ?? 0} events`;
}

function listed(text: string): string {
  if (!looksLikeFeed(text)) return 'no feed';
  const feed = parseFeed(text, 'https://a.example/');
  return 'code' in feed ? feed.code : `${feed.items.length} items`;
}
