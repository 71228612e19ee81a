import { behindProlog } from './feed/root.ts';

const tags = (names: string): ReadonlySet<string> => new Set(names.split(' '));
/** What a page may begin with, behind its declaration and comments. */
const FIRST = tags(
  'html head body title meta link script style base h1 article main header section div p table img a b br center nav span form',
);
const OF_PAGES = tags(
  'html head body title meta link script style h1 h2 h3 h4 h5 h6 article main section div p table tr td img a b i em strong br span nav ul li',
);
const TAG = /<\/?([a-z][a-z\d]*)(?=[\s/>])/gi;
/** Fewer tags are the words of a text about them. */
const FEWEST = 4;
const SAMPLE = 65_536;

/** Whether a text is a page of HTML by its words, as far as its beginning tells: many servers call pages plain text. */
export function looksLikePage(text: string): boolean {
  const start = behindProlog(text, 0);
  const sample = text.slice(start, start + SAMPLE);
  const [found] = sample.matchAll(TAG);
  const begins = found?.index === 0 && FIRST.has(nameIn(found));
  if (!begins && !/<!doctype\s+html/i.test(text.slice(0, start))) return false;
  return [...sample.matchAll(TAG)].filter((one) => OF_PAGES.has(nameIn(one))).length >= FEWEST;
}

const nameIn = ([, name = '']: RegExpExecArray): string => name.toLowerCase();
