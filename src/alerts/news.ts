import { createHash } from 'node:crypto';
import type { FoundStatement } from '../ledger/index.ts';
import { type Alert, type Evidence, newsId, type Report, type Statement } from '../record/index.ts';

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
export const newsIdOf = ({ id }: Alert, ...parts: readonly string[]) =>
  newsId.parse(
    `news:${createHash('sha256')
      .update(JSON.stringify([id, ...parts]))
      .digest('hex')
      .slice(0, 16)}`,
  );
