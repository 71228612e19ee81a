import { createHash } from 'node:crypto';
import type { FoundStatement } from '../ledger/index.ts';
import {
  type Alert,
  type Evidence,
  type News,
  newsId,
  type Position,
  type Report,
  type Statement,
  speakerName,
} from '../record/index.ts';

/** A statement that was found, as news; with its stance on the alert's issue, where it has one. */
export const statementNews = (
  alert: Alert,
  found: FoundStatement,
  stance: Position['stance'] | null,
): News => ({
  kind: 'statement',
  id: newsIdOf(alert, 'statement', found.statement.id),
  at: found.added,
  statement: found.statement.id,
  who: speakerName(found.statement) ?? 'nobody named',
  cue: found.statement.cue.map(({ text }) => text).join(' … '),
  stance,
  from: evidenceIn(found),
});

/** The words of a statement that was found. */
export const evidenceIn = ({ statement, report }: FoundStatement): Evidence => evidenceOf(statement, report);

/** What a statement says, in the report's own words, and where it begins there. */
function evidenceOf({ content, cue, refers }: Statement, report: Report): Evidence {
  const { start, end } = content[0] ?? cue[0] ?? { start: 0, end: 0 };
  const said = content.map(({ text }) => text).join(' … ');
  const words = refers === null ? said : `${said} [${refers.spans.map(({ text }) => text).join(' … ')}]`;
  return { ...placeOf(report), start, end, words };
}

/** What a report is, as news tell it. */
export const placeOf = ({ id, outlet, published, headline, url }: Report) => ({
  report: id,
  outlet,
  published,
  headline,
  url,
});

/** The same for the same news of an alert, wherever it is told. */
export function newsIdOf({ id }: Alert, ...parts: readonly string[]) {
  const digest = createHash('sha256')
    .update(JSON.stringify([id, ...parts]))
    .digest('hex');
  return newsId.parse(`news:${digest.slice(0, 16)}`);
}
