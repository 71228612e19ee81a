import { type Report, titleOf } from '../record/index.ts';
import { plainAddress } from './address.ts';
import { datePartsOf } from './published.ts';
import type { Cited, Format } from './told.ts';
import { speakerWords, wordsOf } from './who-words.ts';

/** A value of BibTeX: braces must pair, and some signs have a meaning in TeX. */
const SIGNS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};
const tex = (text: string) =>
  text.replaceAll(/\s+/g, ' ').replaceAll(/[\\{}$&#%_~^]/g, (sign) => SIGNS[sign] ?? `\\${sign}`);

type Field = readonly [name: string, value: string | null];

const entry = (id: string, fields: readonly Field[]) => {
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name} = {${value}}`]));
  return `@misc{${id.replaceAll(/[^a-z0-9]+/gi, '-')},\n${lines.join(',\n')}\n}`;
};

function fieldsOf(report: Report): readonly Field[] {
  const [year, ...rest] = datePartsOf(report);
  const two = (part: number) => String(part).padStart(2, '0');
  const date = year === undefined ? null : [String(year).padStart(4, '0'), ...rest.map(two)].join('-');
  return [
    ['author', report.byline === null ? null : `{${tex(report.byline)}}`],
    ['title', tex(titleOf(report))],
    ['howpublished', report.outlet === null ? null : tex(report.outlet)],
    ['date', date],
    ['url', report.url === null ? null : plainAddress(report.url)],
  ];
}

/** A statement, with its words in the note. */
export const bibtexOf = (cited: Cited): string =>
  entry(cited.statement.id, [
    ...fieldsOf(cited.report),
    ['note', tex(`${speakerWords(cited)}: ${wordsOf(cited)}`)],
  ]);

/** A report, for a list of references. The year stands by itself too: styles that are older than `date` know it alone. */
function ofReport(report: Report): string {
  const [year] = datePartsOf(report);
  return entry(report.id, [
    ...fieldsOf(report),
    ['year', year === undefined ? null : String(year).padStart(4, '0')],
  ]);
}

/** An entry a report, of the fields that BibLaTeX has. */
export const bibtex: Format = {
  open: '',
  between: '\n',
  close: '',
  entries: ({ report }) => [`${ofReport(report)}\n`],
};
