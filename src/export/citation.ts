import { titleOf } from '../record/index.ts';
import { bibtexOf } from './bibtex.ts';
import { dayOf } from './published.ts';
import type { Cited } from './told.ts';
import { speakerWords, wordsOf } from './who-words.ts';

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
    { id: 'bibtex', style: 'BibTeX', text: bibtexOf(cited) },
  ];
}

/** Words of a report between quotation marks of ours, whether or not they have their own. */
const quoted = (words: string) => (/^[“"«'‘].*[”"»'’]$/s.test(words) ? words : `“${words}”`);

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
