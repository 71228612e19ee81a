import type { Fed } from './atom.ts';
import { newsAddress, newsBody, newsTitle, tagOf } from './news.ts';

/** News as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/); all that is told of each stands in `_onrecord`. */
export function jsonFeedOf({ alert, news, site }: Fed): object {
  const page = `${site}/alerts/${alert.id}`;
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: alert.name,
    home_page_url: page,
    feed_url: `${page}.json`,
    authors: [{ name: 'Onrecord' }],
    language: 'en',
    items: news.map(({ news: one, found }) => ({
      id: tagOf(one.id),
      url: newsAddress(one, site),
      ...(one.from.url !== null && { external_url: one.from.url }),
      title: newsTitle(one),
      content_html: String(newsBody(one, site)),
      date_published: one.at,
      date_modified: found,
      tags: [one.kind],
      _onrecord: one,
    })),
  };
}
