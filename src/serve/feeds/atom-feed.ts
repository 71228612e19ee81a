import { html } from 'hono/html';
import type { Html } from '../pages/page.ts';

/** What any feed is made of. Addresses are whole. */
export interface Feed {
  readonly id: string;
  readonly title: string;
  /** When the latest entry changed, ISO 8601. */
  readonly updated: string;
  readonly self: string;
  readonly page: string;
  readonly entries: readonly Entry[];
}

export interface Entry {
  /** Stays the same wherever it is told. */
  readonly id: string;
  readonly title: string;
  readonly published: string;
  readonly updated: string;
  readonly page: string;
  /** Where its report was published. */
  readonly via: string | null;
  readonly category: string | null;
  readonly body: Html;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no way to write these
const NO_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

/** Atom (RFC 4287): the same ids and times at each asking, so that nothing is new twice. */
export function atomFeed({ id, title, updated, self, page, entries }: Feed): string {
  const feed = html`<feed xmlns="http://www.w3.org/2005/Atom">
<id>${id}</id>
<title>${title}</title>
<updated>${updated}</updated>
<author><name>Onrecord</name></author>
<generator>Onrecord</generator>
<link rel="self" type="application/atom+xml" href="${self}"/>
<link rel="alternate" type="text/html" href="${page}"/>
${entries.map(entry)}</feed>
`;
  return `<?xml version="1.0" encoding="utf-8"?>\n${feed}`.replaceAll(NO_XML, '\ufffd');
}

/** The body of an entry is HTML, which is written as a text (RFC 4287, 3.1.1.2). */
const entry = ({ id, title, published, updated, page, via, category, body }: Entry) => html`<entry>
<id>${id}</id>
<title>${title}</title>
<published>${published}</published>
<updated>${updated}</updated>
<link rel="alternate" type="text/html" href="${page}"/>
${via === null ? '' : html`<link rel="via" type="text/html" href="${via}"/>`}
${category === null ? '' : html`<category term="${category}"/>`}
<content type="html">${String(body)}</content>
</entry>
`;
