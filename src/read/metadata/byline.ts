import { type Choice, writtenDate } from '../../record/index.ts';
import type { PageBlock } from '../html/page-blocks.ts';
import { endsSentence } from '../html/page-talk.ts';
import { around, type PageElement, type PageTree } from '../html/page-tree.ts';
import { BY, inPieces, isOffice, NAME, namesIn } from './author-names.ts';
import { choose } from './choose.ts';
import { firstMeta, type Head } from './head.ts';
import type { ArticleData } from './json-ld.ts';
import { leadsToReportsOf, markedAuthor, namesWithin } from './marked-author.ts';

const LONGEST = 160;
const LONGEST_DAY = 60;
/** Names of accounts. */
const NOBODY = new Set(['admin', 'administrator', 'webmaster', 'root', 'user', 'wpadmin']);
const LEADS = 0.8;
/** A line that begins with "By" and goes on with names. */
const BY_LINE =
  /^(?:(?:Written|Story|Words|Text|Report|(?:Live r|R)eporting|Analysis|Interview|Review|Posted) by|By|BY|(?:Text|Words|Story|Report(?:er)?|Author|Writer|Correspondent|Journalist)(?=:)):? \p{Lu}[\p{L}.'’-]*(?:,? (?:\p{Lu}[\p{L}.'’-]*|and|in|for|of|the|de|van|von|da|bin|al|&))*/u;
/** In small letters it is a byline where nothing but a name follows, or a name and a date. */
const isSmallByLine = (words: string): boolean => /^by /.test(words) && NAME.test(namesIn(words));
/** "Posted on Monday, 24 April 2034 by Ada Lunn": what stands behind "by" in a line with a day. */
const behindBy = (words: string): string =>
  /^(?=.*\d)(?:.{0,80}[\s·|,–-])?(?<by>[Bb]y \p{Lu}.*)$/u.exec(words)?.groups?.by ?? words;

const FEWEST_SMALL = 3;
/** "By Monday noon the lake had fallen by 1.4 metres, the water board said." */
const isSentence = (words: string): boolean =>
  endsSentence(words) && words.split(' ').filter((word) => /^\p{Ll}{2,}/u.test(word)).length >= FEWEST_SMALL;

/** Who wrote it, as printed beside the text; else as machines are told. */
export function bylineOf(sources: {
  tree: PageTree;
  head: Head;
  data: ArticleData | null;
  blocks: readonly PageBlock[];
  kept: readonly PageBlock[];
  first: number;
  isAside: (element: PageElement) => boolean;
}): Choice | null {
  const { head, data, blocks, first } = sources;
  const last = sources.kept.at(-1);
  const end = last === undefined ? blocks.length : blocks.indexOf(last) + 1;
  const near = blocks
    .slice(Math.max(0, first - 12), Math.min(end, Math.max(0, first) + 3))
    .filter(({ element }) => ![...around(element)].some(({ tag }) => tag === 'nav'));
  // Pieces of a line may stand in elements that only their style parts: "By" "Ada Lunn" "Staff Writer".
  const lines = near
    .filter(({ text }) => text.length <= LONGEST)
    .flatMap(({ texts, element }) => [
      { words: inPieces(texts), element },
      ...texts.map(({ value, parent }) => ({ words: value.replace(/\s+/g, ' ').trim(), element: parent })),
    ])
    .map(({ words, element }) => ({ words: endsSentence(words) ? words : behindBy(words), element }))
    .filter(({ words }) => (BY_LINE.test(words) && !isSentence(words)) || isSmallByLine(words));
  const [line] = lines;
  const told = [
    ...(data === null || data.authors.length === 0
      ? []
      : [{ value: data.authors.map((author) => author.replace(BY, '')).join(', '), rule: 'json-ld' }]),
    ...[
      firstMeta(head, [
        'author',
        'article:author',
        'parsely-author',
        'dc.creator',
        'sailthru.author',
        'byl',
        'citation_author',
      ]),
    ]
      .filter((found) => found !== null)
      .filter(({ content }) => !/^https?:/i.test(content) && content.length <= LONGEST)
      .map(({ name, content }) => ({ value: content.replace(BY, ''), rule: `meta ${name}` })),
  ];
  const own = new Set(
    [data?.publisher, firstMeta(head, ['og:site_name'])?.content].map((name) => name?.toLowerCase()),
  );
  const isOutlet = (value: string) => own.has(value.toLowerCase());
  const marked = markedAuthor(sources);
  const printed = line === undefined ? null : (severalNames(lines) ?? printedNames(line));
  // "By Ada Lunn The Courier": where machines are told how the names begin and end, that is where they do.
  const exact = told.find(
    ({ value }) =>
      printed !== null &&
      printed !== value &&
      printed.startsWith(value) &&
      !/^(?:,| and\b| &)/.test(printed.slice(value.length)),
  );
  // Each of several may stand in an element of their own, the first behind "By".
  const isFirstOfAll = printed !== null && marked?.startsWith(`${printed}, `) === true;
  const claims = [
    ...(isFirstOfAll ? [{ value: marked, rule: 'marked as author' }] : []),
    ...(exact === undefined ? [] : [exact]),
    ...(printed === null ? [] : [{ value: printed, rule: 'line above the text' }]),
    ...(marked === null ? [] : [{ value: marked, rule: 'marked as author' }]),
    ...told.filter((one) => one !== exact && !isOutlet(one.value)),
    ...near
      .filter((block) => block.linked >= LEADS && isOfNames(block))
      .map((block) => ({ value: namesIn(block.text), rule: 'leads to its reports' })),
    ...besideDay(near)
      .slice(0, 1)
      .map((value) => ({ value, rule: 'beside the day' })),
    ...[...aboutAuthor(blocks), ...leadsToReportsOf(sources.tree)].map((value) => ({
      value,
      rule: 'about the author',
    })),
    ...told.filter(({ value }) => isOutlet(value)),
  ];
  // What is marked as author may hold a biography or nothing but a button; names that machines are told are surer then.
  const best = claims.filter(
    ({ value, rule }) =>
      value !== '' &&
      (rule !== 'marked as author' ||
        told.every((one) => isOutlet(one.value)) ||
        told.some((one) => sharesWord(one.value, value))),
  );
  return choose(
    'byline',
    best.filter(({ value }) => !NOBODY.has(value.toLowerCase())),
    (a, b) => a.toLowerCase() === b.toLowerCase(),
  );
}

/** The names of several lines that each begin with "By", in elements that are built alike; null where there is one. */
function severalNames(lines: readonly { words: string; element: PageElement }[]): string | null {
  for (const one of lines) {
    const alike = lines.filter(({ element }) => element === one.element || isBuiltLike(element, one.element));
    const byElement = new Map(alike.map(({ words, element }) => [element, namesIn(words)]));
    const names = new Set(byElement.values());
    if (names.size > 1 && [...names].every((name) => NAME.test(name))) return [...names].join(', ');
  }
  return null;
}

const isBuiltLike = (one: PageElement, other: PageElement): boolean =>
  one.tag === other.tag &&
  one.attributes.get('class') === other.attributes.get('class') &&
  one.parent?.tag === other.parent?.tag &&
  (one.parent === other.parent || one.parent?.parent === other.parent?.parent);

/** A line of nothing but names that lead to their reports. */
function isOfNames({ element, text }: PageBlock): boolean {
  const names = namesWithin(element);
  const rest = names.reduce((left, name) => left.replace(name, ''), text);
  return names.length > 0 && /^(?:[\s,&]|\band\b)*$/.test(rest);
}

/** Whoever is named alone between the headline and the text, beside the day. */
function besideDay(near: readonly PageBlock[]): string[] {
  const below = near.slice(near.findLastIndex(({ element }) => element.tag === 'h1') + 1);
  const parts = below
    .flatMap(({ texts, text }) => (text.length > LONGEST ? [] : texts))
    .flatMap(({ value }) => value.split(/ [|·•] /))
    .flatMap((part) => (isDay(part) ? [namesIn(part), part] : part))
    .map((part) => part.trim())
    .filter((part) => part !== '' && !isOffice(part));
  return parts.filter((part, index) => {
    const isBeside = [parts[index - 1], parts[index + 1]].some(
      (other) => other !== undefined && isDay(other),
    );
    return isBeside && NAME.test(part) && !isDay(part);
  });
}

const isDay = (text: string): boolean => text.length <= LONGEST_DAY && writtenDate(text.trim()) !== null;

/** The names of a line; those that are marked within it where it says more of each than the name. */
function printedNames({ words, element }: { words: string; element: PageElement }): string {
  const marked = namesWithin(element);
  const printed = toLastName(namesIn(words), marked);
  const isMore = marked.length > 1 && marked.every((name) => words.includes(name));
  return isMore && marked.some((name) => !printed.includes(name)) ? marked.join(', ') : printed;
}

/** Names up to the last one that is marked as such, unless more of them follow: behind it stands what they work for. */
function toLastName(names: string, marked: readonly string[]): string {
  const ends = marked.map((name) => (names.includes(name) ? names.indexOf(name) + name.length : 0));
  const end = Math.max(0, ...ends);
  return end === 0 || /^(?:,| and\b| &)/.test(names.slice(end)) ? names : names.slice(0, end);
}

/** Whoever a box "About the author" behind the text names first, set apart from what it says of them. */
function aboutAuthor(blocks: readonly PageBlock[]): string[] {
  const at = blocks.findIndex(({ text }) => /^about the authors?:?$/i.test(text));
  const below = at < 0 ? undefined : blocks[at + 1];
  const [first] = below?.texts.filter(({ value }) => value.trim() !== '') ?? [];
  const name = first?.value.trim() ?? '';
  return NAME.test(name) ? [name] : [];
}

function sharesWord(a: string, b: string): boolean {
  const words = new Set(
    a
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .filter((word) => word.length > 2),
  );
  return b
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => words.has(word));
}
