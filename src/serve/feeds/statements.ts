import { html } from 'hono/html';
import type { FoundStatement } from '../../ledger/index.ts';
import { contentWords, cueWords, whoWords } from '../pages/note.ts';
import { dateWords, reportPath, statementPath, titleOf } from '../pages/words.ts';
import { shortTitle, tagOf } from './news.ts';

/** What a feed of statements is made of. */
export interface StatementFeed {
  readonly title: string;
  /** The path of the page, and of the feed itself, with what is asked. */
  readonly page: string;
  readonly self: string;
  /** The one that was added last first. */
  readonly statements: readonly FoundStatement[];
  /** Scheme, host and port. */
  readonly site: string;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no way to write these
const NO_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;
/** A feed says when it changed; one that has nothing yet never did. */
const NEVER = '1970-01-01T00:00:00.000Z';

/** Statements as Atom (RFC 4287): each is one entry for ever, by its id. */
export function statementsAtom({ title, page, self, statements, site }: StatementFeed): string {
  const updated =
    statements
      .map(({ added }) => added)
      .toSorted()
      .at(-1) ?? NEVER;
  const feed = html`<feed xmlns="http://www.w3.org/2005/Atom">
<id>${tagOf(`search:${page}`)}</id>
<title>${title}</title>
<updated>${updated}</updated>
<author><name>Onrecord</name></author>
<generator>Onrecord</generator>
<link rel="self" type="application/atom+xml" href="${site}${self}"/>
<link rel="alternate" type="text/html" href="${site}${page}"/>
${statements.map((one) => entry(one, site))}</feed>
`;
  return `<?xml version="1.0" encoding="utf-8"?>\n${feed}`.replaceAll(NO_XML, '\ufffd');
}

function entry({ statement, report, added }: FoundStatement, site: string) {
  const who = whoWords(statement.speaker, statement.source);
  const words = contentWords(statement);
  const body = html`<p><b>${who}</b> · ${cueWords(statement)}</p><blockquote>${words}</blockquote>
<p>${report.outlet ?? 'outlet not known'}${report.published === null ? '' : `, ${dateWords(report.published)}`}: <a href="${site}${reportPath(report.id, statement.content[0])}">${titleOf(report)}</a></p>`;
  return html`<entry>
<id>${tagOf(statement.id)}</id>
<title>${shortTitle(`${who}: ${words}`)}</title>
<published>${added}</published>
<updated>${added}</updated>
<link rel="alternate" type="text/html" href="${site}${statementPath(statement.id)}"/>
${report.url === null ? '' : html`<link rel="via" type="text/html" href="${report.url}"/>`}
<content type="html">${String(body)}</content>
</entry>
`;
}
