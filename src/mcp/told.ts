import type { FoundStatement } from '../ledger/index.ts';
import { inPath, permalinkOf, type Report, speakerHow, speakerName } from '../record/index.ts';
import type { Span } from '../text/index.ts';

/** Words as a report has them, with where they stand: UTF-16 code units of its text, and the page that shows them. */
export interface Quoted extends Span {
  readonly report: string;
  readonly permalink: string;
}

/** The words of a span of a report; nothing is told of a report but by this. */
export const quoted = (report: string, { start, end, text }: Span): Quoted => ({
  text,
  start,
  end,
  report,
  permalink: permalinkOf(report, { start, end }),
});

/** What is known of a report, without its text. */
export const reportTold = ({
  id,
  outlet,
  published,
  headline,
}: Pick<Report, 'id' | 'outlet' | 'published' | 'headline'>) => ({
  id,
  outlet,
  published,
  headline,
  permalink: `/r/${inPath(id)}`,
});

/** A statement with all its words quoted, and how its speaker is known. */
export function statementTold({ statement, report }: Pick<FoundStatement, 'statement' | 'report'>) {
  const { id, mode, kind, act, negated, said } = statement;
  const all = (spans: readonly Span[]) => spans.map((span) => quoted(report.id, span));
  const [place] = [...statement.content, ...statement.cue];
  return {
    id,
    permalink: place === undefined ? `/r/${inPath(report.id)}` : permalinkOf(report.id, place),
    mode,
    kind,
    act,
    negated,
    content: all(statement.content),
    source: all(statement.source),
    cue: all(statement.cue),
    speaker: { name: speakerName(statement), how: speakerHow(statement.speaker) },
    said: said === null ? null : { value: said.value, words: all(said.span === null ? [] : [said.span]) },
    report: reportTold(report),
  };
}
