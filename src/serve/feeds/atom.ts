import { html } from 'hono/html';
import type { KeptNews } from '../../ledger/index.ts';
import type { Alert } from '../../record/index.ts';
import type { Html } from '../pages/page.ts';
import { newsAddress, newsBody, newsTitle, tagOf } from './news.ts';

/** What a feed is made of: an alert with its latest news, and where the pages are. */
export interface Fed {
  readonly alert: Alert;
  readonly news: readonly KeptNews[];
  /** Scheme, host and port. */
  readonly site: string;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no way to write these
const NO_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

/** News as Atom (RFC 4287): the same ids and times at each asking, so that nothing is new twice. */
export function atomOf({ alert, news, site }: Fed): string {
  const page = `${site}/alerts/${alert.id}`;
  const updated =
    news
      .map(({ found }) => found)
      .toSorted()
      .at(-1) ?? alert.made;
  const feed = html`<feed xmlns="http://www.w3.org/2005/Atom">
<id>${tagOf(alert.id)}</id>
<title>${alert.name}</title>
<updated>${updated}</updated>
<author><name>Onrecord</name></author>
<generator>Onrecord</generator>
<link rel="self" type="application/atom+xml" href="${page}.atom"/>
<link rel="alternate" type="text/html" href="${page}"/>
${news.map((one) => entry(one, site))}</feed>
`;
  return xml(feed);
}

/** A document of XML, without the characters that it has no way to write. */
export const xml = (root: Html): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n${root}`.replaceAll(NO_XML, '\ufffd');

/** The body of news is HTML, which is written as a text (RFC 4287, 3.1.1.2). */
const entry = ({ news, found }: KeptNews, site: string) => html`<entry>
<id>${tagOf(news.id)}</id>
<title>${newsTitle(news)}</title>
<published>${news.at}</published>
<updated>${found}</updated>
<link rel="alternate" type="text/html" href="${newsAddress(news, site)}"/>
${news.from.url === null ? '' : html`<link rel="via" type="text/html" href="${news.from.url}"/>`}
<category term="${news.kind}"/>
<content type="html">${String(newsBody(news, site))}</content>
</entry>
`;
