import { type Report, titleOf } from '../record/index.ts';
import { datePartsOf } from './published.ts';
import type { Cited, Format } from './told.ts';
import { speakerWords, wordsOf } from './who-words.ts';

type Item = Readonly<Record<string, unknown>>;

function itemOf(id: string, report: Report): Item {
  const parts = datePartsOf(report);
  return {
    id,
    type: 'article-newspaper',
    title: titleOf(report),
    ...(report.outlet === null ? {} : { 'container-title': report.outlet }),
    ...(report.byline === null ? {} : { author: [{ literal: report.byline }] }),
    ...(parts.length === 0 ? {} : { issued: { 'date-parts': [parts] } }),
    ...(report.url === null ? {} : { URL: report.url }),
  };
}

/** A statement as an item of CSL-JSON, which programs that keep references read: its report, with its words in the note. */
export const cslItem = (cited: Cited): Item => ({
  ...itemOf(cited.statement.id, cited.report),
  note: `${speakerWords(cited)}: ${wordsOf(cited)}`,
});

const ofReport = (report: Report): Item => ({
  ...itemOf(report.id, report),
  ...(report.language === null ? {} : { language: report.language }),
});

/** An array of CSL-JSON (citationstyles.org, schema of the input data), an item a report. */
export const csl: Format = {
  open: '[\n',
  between: ',\n',
  close: '\n]\n',
  entries: ({ report }) => [JSON.stringify(ofReport(report))],
};
