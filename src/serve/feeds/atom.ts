import type { KeptNews } from '../../ledger/index.ts';
import type { Alert } from '../../record/index.ts';
import { atomFeed } from './atom-feed.ts';
import { newsAddress, newsBody, newsTitle, tagOf } from './news.ts';

/** What a feed is made of: an alert with its latest news, and where the pages are. */
export interface Fed {
  readonly alert: Alert;
  readonly news: readonly KeptNews[];
  /** Scheme, host and port. */
  readonly site: string;
}

/** The news of an alert as Atom. */
export function atomOf({ alert, news, site }: Fed): string {
  const page = `${site}/alerts/${alert.id}`;
  const times = news.map(({ found }) => found).toSorted();
  return atomFeed({
    id: tagOf(alert.id),
    title: alert.name,
    updated: times.at(-1) ?? alert.made,
    self: `${page}.atom`,
    page,
    entries: news.map(({ news: one, found }) => ({
      id: tagOf(one.id),
      title: newsTitle(one),
      published: one.at,
      updated: found,
      page: newsAddress(one, site),
      via: one.from.url,
      category: one.kind,
      body: newsBody(one, site),
    })),
  });
}
