import type { FoundStatement } from '../../ledger/index.ts';
import { dateOf, parseWhen, type Report } from '../../record/index.ts';
import { whoWords } from './note.ts';
import { titleOf } from './words.ts';

/** A statement with the report that it stands in, as far as it is cited. */
export type Cited = Pick<FoundStatement, 'statement' | 'report'>;

export interface Citation {
  readonly id: string;
  readonly style: string;
  readonly text: string;
}

/** The words of a statement, cited as a plain line, as a note, in a list of references, and for BibTeX. */
export function citationsOf(cited: Cited): Citation[] {
  return [
    { id: 'plain', style: 'Plain', text: plain(cited) },
    { id: 'note', style: 'Note (Chicago)', text: chicago(cited) },
    { id: 'reference', style: 'Reference (APA)', text: apa(cited) },
    { id: 'bibtex', style: 'BibTeX', text: bibtex(cited) },
  ];
}

const wordsOf = ({ statement }: Cited) => statement.content.map(({ text }) => text).join(' … ');

/** Words of a report between quotation marks of ours, whether or not they have their own. */
const quoted = (words: string) => (/^[“"«'‘].*[”"»'’]$/s.test(words) ? words : `“${words}”`);

/** Who speaks, and where a rule inferred that, or somebody decided it, what the text has: nobody cites a guess as stated. */
function speakerWords({ statement }: Cited): string {
  const { speaker, source } = statement;
  const how = speaker.kind === 'unknown' || speaker.how === 'stated' ? null : speaker.how;
  const said = source.map(({ text }) => `“${text}”`).join(' … ') || 'no source';
  return `${whoWords(speaker, source)}${how === null ? '' : ` (${how}; the text has ${said})`}`;
}

const joined = (parts: readonly (string | null)[], by: string) =>
  parts.filter((part) => part !== null).join(by);

/** What others can look up: the words, the report and the bytes it was read from. */
function plain(cited: Cited): string {
  const { outlet, published, url, snapshot } = cited.report;
  return joined(
    [`${speakerWords(cited)}: ${wordsOf(cited)}`, titleOf(cited.report), outlet, published, url, snapshot],
    '. ',
  );
}

/** Quotation marks within ours. */
const inner = (words: string) => words.replaceAll('“', '‘').replaceAll('”', '’');

function chicago(cited: Cited): string {
  const { report } = cited;
  const day = dayOf(report);
  const parts = [
    `${speakerWords(cited)}, quoted in ${report.byline === null ? '' : `${report.byline}, `}“${inner(titleOf(report))},” ${report.outlet ?? 'outlet not known'}`,
    day === null ? 'date not known' : MONTH_FIRST.format(day),
    report.url,
  ];
  return `${joined(parts, ', ')}: ${quoted(wordsOf(cited))}`;
}

function apa(cited: Cited): string {
  const { report } = cited;
  const author = report.byline ?? report.outlet ?? 'Author not known';
  const day = dayOf(report);
  const date = day === null ? 'n.d.' : `${day.getUTCFullYear()}, ${DAY_OF_MONTH.format(day)}`;
  const outlet = report.outlet === author ? null : report.outlet;
  return joined([author, `(${date})`, titleOf(report), outlet, report.url], '. ');
}

const MONTH_FIRST = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });
const DAY_OF_MONTH = new Intl.DateTimeFormat('en-US', { month: 'long', day: 'numeric', timeZone: 'UTC' });

/** The day of publication, where it is one. */
function dayOf({ published }: Report): Date | null {
  const when = parseWhen(published);
  const day = when?.kind === 'clock' ? when.day : when;
  return day?.kind === 'day' ? dateOf(day) : null;
}

/** A value of BibTeX: braces must pair, and some signs have a meaning in TeX. */
const SIGNS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};
const tex = (text: string) => text.replaceAll(/[\\{}$&#%_~^]/g, (sign) => SIGNS[sign] ?? `\\${sign}`);

function bibtex(cited: Cited): string {
  const { report, statement } = cited;
  const day = dayOf(report);
  const fields: readonly (readonly [string, string | null])[] = [
    ['author', report.byline === null ? null : `{${tex(report.byline)}}`],
    ['title', tex(titleOf(report))],
    ['howpublished', report.outlet === null ? null : tex(report.outlet)],
    ['date', day === null ? null : day.toISOString().slice(0, 10)],
    ['url', report.url === null ? null : encodeURI(report.url).replaceAll(/[{}\\]/g, '')],
    ['note', tex(`${speakerWords(cited)}: ${wordsOf(cited)}`)],
  ];
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name} = {${value}}`]));
  return `@misc{${statement.id.replaceAll(/[^a-z0-9]+/gi, '-')},\n${lines.join(',\n')}\n}`;
}

/** The report as an item of CSL-JSON, which programs that keep references read. */
export function cslItem(cited: Cited): Readonly<Record<string, unknown>> {
  const { report, statement } = cited;
  const day = dayOf(report);
  return {
    id: statement.id,
    type: 'article-newspaper',
    title: titleOf(report),
    ...(report.outlet === null ? {} : { 'container-title': report.outlet }),
    ...(report.byline === null ? {} : { author: [{ literal: report.byline }] }),
    ...(day === null
      ? {}
      : { issued: { 'date-parts': [[day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()]] } }),
    ...(report.url === null ? {} : { URL: report.url }),
    note: `${speakerWords(cited)}: ${wordsOf(cited)}`,
  };
}
