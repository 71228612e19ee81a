import { permalinkOf } from '../record/index.ts';
import type { Format, Told } from './told.ts';

/** A statement as one line of JSON, with its report but for the text. */
export function statementJson({ statement, decided, report }: Told): string {
  const { text: _, blocks: __, ...about } = report;
  return JSON.stringify({ statement, decided, permalink: placeOf({ statement, report }), report: about });
}

/** Where a statement is to be read: the place of its content, else of its cue. */
export function placeOf({ statement, report }: Pick<Told, 'statement' | 'report'>): string {
  const [place] = [...statement.content, ...statement.cue];
  return place === undefined ? report.id : permalinkOf(report.id, place);
}

/** One JSON object a line (jsonlines.org). */
export const jsonl: Format = {
  open: '',
  between: '',
  close: '',
  entries: ({ statements }) => statements.map((one) => `${statementJson(one)}\n`),
};
