import { html } from 'hono/html';
import type { FoundStatement } from '../../ledger/index.ts';
import { contentWords, cueWords, whoWords } from '../pages/note.ts';
import type { Html } from '../pages/page.ts';
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

/** What stands before the statements of a feed. */
export interface FeedHead extends Pick<StatementFeed, 'title' | 'page' | 'self' | 'site'> {
  /** When the latest of them was added; null where there is none. */
  readonly latest: string | null;
}

/** Statements as Atom (RFC 4287): each is one entry for ever, by its id. */
export function statementsAtom({ statements, site, ...about }: StatementFeed): string {
  const latest =
    statements
      .map(({ added }) => added)
      .toSorted()
      .at(-1) ?? null;
  const entries = statements.map((one) => statementEntry(one, site));
  return [atomHead({ ...about, site, latest }), ...entries, ATOM_END].join('');
}

export const atomHead = ({ title, page, self, site, latest }: FeedHead): string =>
  inXml(html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>${tagOf(`search:${page}`)}</id>
<title>${title}</title>
<updated>${latest ?? NEVER}</updated>
<author><name>Onrecord</name></author>
<generator>Onrecord</generator>
<link rel="self" type="application/atom+xml" href="${site}${self}"/>
<link rel="alternate" type="text/html" href="${site}${page}"/>
`);

export const ATOM_END = '</feed>\n';

const inXml = (text: Html | Promise<Html>) => String(text).replaceAll(NO_XML, '\ufffd');

/** A statement as feeds tell it. */
export type FedStatement = Pick<FoundStatement, 'statement' | 'report' | 'added'>;

const titleWords = ({ statement }: FedStatement): string =>
  shortTitle(`${whoWords(statement.speaker, statement.source)}: ${contentWords(statement)}`);

const bodyOf = ({ statement, report }: FedStatement, site: string) =>
  html`<p><b>${whoWords(statement.speaker, statement.source)}</b> · ${cueWords(statement)}</p><blockquote>${contentWords(statement)}</blockquote>
<p>${report.outlet ?? 'outlet not known'}${report.published === null ? '' : `, ${dateWords(report.published)}`}: <a href="${site}${reportPath(report.id, statement.content[0])}">${titleOf(report)}</a></p>`;

export function statementEntry(one: FedStatement, site: string): string {
  const { statement, report, added } = one;
  return inXml(html`<entry>
<id>${tagOf(statement.id)}</id>
<title>${titleWords(one)}</title>
<published>${added}</published>
<updated>${added}</updated>
<link rel="alternate" type="text/html" href="${site}${statementPath(statement.id)}"/>
${report.url === null ? '' : html`<link rel="via" type="text/html" href="${report.url}"/>`}
<content type="html">${String(bodyOf(one, site))}</content>
</entry>
`);
}

/** The same statement as an item of JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export const statementItem = (one: FedStatement, site: string): object => ({
  id: tagOf(one.statement.id),
  url: site + statementPath(one.statement.id),
  ...(one.report.url !== null && { external_url: one.report.url }),
  title: titleWords(one),
  content_html: String(bodyOf(one, site)),
  date_published: one.added,
});
