import { html, raw } from 'hono/html';
import type { Issue } from '../../record/index.ts';
import { dateWords, issuePath, statementPath } from '../pages/words.ts';
import { capital } from '../positions/courses.ts';
import type { Told, Turn } from '../positions/told.ts';
import { tagOf } from './news.ts';

/** What a feed of changes is made of: issues with theirs, and where the pages are. */
export interface FedTurns {
  readonly id: string;
  readonly title: string;
  /** The path of the page that it follows. */
  readonly path: string;
  readonly turns: readonly { readonly issue: Issue; readonly turn: Turn }[];
  /** Scheme, host and port. */
  readonly site: string;
}

const IN_A_FEED = 100;
/** A feed without an entry was last changed when there was nothing: RFC 4287 asks for a time. */
const NEVER = '1970-01-01T00:00:00Z';

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no way to write these
const NO_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

/** Changes of position as Atom (RFC 4287), those that came last first: the same ids and times at each asking. */
export function turnsAtom({ id, title, path, turns, site }: FedTurns): string {
  const latest = turns
    .toSorted((a, b) => (a.turn.after.added < b.turn.after.added ? 1 : -1))
    .slice(0, IN_A_FEED);
  const feed = html`<feed xmlns="http://www.w3.org/2005/Atom">
<id>${tagOf(id)}</id>
<title>${title}</title>
<updated>${latest[0]?.turn.after.added ?? NEVER}</updated>
<author><name>Onrecord</name></author>
<generator>Onrecord</generator>
<link rel="self" type="application/atom+xml" href="${site}${path}.atom"/>
<link rel="alternate" type="text/html" href="${site}${path}"/>
${latest.map((one) => entry(one, site))}</feed>
`;
  return `${raw('<?xml version="1.0" encoding="utf-8"?>')}\n${feed}`.replaceAll(NO_XML, '�');
}

function entry({ issue, turn }: FedTurns['turns'][number], site: string) {
  const { change, before, after } = turn;
  const body = html`<p><b>${capital(change.name)}</b> on “<a href="${site}${issuePath(issue.id)}">${issue.proposition}</a>”</p>
<p>Was: <b>${change.from}</b></p>${before === null ? '' : quoted(before)}
<p>Now: <b>${change.to}</b></p>${quoted(after)}`;
  return html`<entry>
<id>${tagOf(`${issue.id}/${after.statement.id}/${change.from}-${change.to}`)}</id>
<title>${capital(change.name)}: ${change.from}, now ${change.to} (${issue.proposition})</title>
<updated>${after.added}</updated>
<link rel="alternate" type="text/html" href="${site}${statementPath(after.statement.id)}"/>
<content type="html">${String(body)}</content>
</entry>
`;
}

const quoted = ({
  statement,
  report,
}: Told) => html`<blockquote>${statement.content.map(({ text }) => text).join(' … ')}</blockquote>
<p>${report.outlet ?? 'outlet not known'}${report.published === null ? '' : `, ${dateWords(report.published)}`}</p>`;
