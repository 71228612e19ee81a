import type { Choice } from '../../record/index.ts';
import { isHidden } from '../html/display.ts';
import type { PageBlock } from '../html/page-blocks.ts';
import {
  isWithin,
  marksOf,
  type PageElement,
  type PageText,
  type PageTree,
  textsOf,
  wordsOf,
} from '../html/page-tree.ts';
import { choose } from './choose.ts';
import { firstMeta, type Head } from './head.ts';
import type { ArticleData } from './json-ld.ts';

const BY = /^(?:(?:written|story|words|report|reporting|posted|published|text)\s+)?by:?\s+/i;
const LONGEST = 160;
/** A line that begins with "By" and goes on with names. */
const BY_LINE =
  /^(?:(?:Written|Story|Words|Text|Report|Reporting|Posted) by|By|BY):? \p{Lu}[\p{L}.'’-]*(?:,? (?:\p{Lu}[\p{L}.'’-]*|and|in|for|of|the|de|van|von|da|bin|al|&))*/u;
/** In small letters it is a byline where nothing but a name follows. */
const SMALL_BY_LINE = /^by(?: \p{Lu}[\p{L}.’'-]{0,30}){2,5}$/u;
const AUTHOR_MARKS = new Set(['byline', 'author', 'authors', 'contributor', 'contributors', 'writer']);

/** Who wrote it, as printed beside the text; else as machines are told. */
export function bylineOf(sources: {
  tree: PageTree;
  head: Head;
  data: ArticleData | null;
  blocks: readonly PageBlock[];
  first: number;
  isAside: (element: PageElement) => boolean;
}): Choice | null {
  const { head, data, blocks, first } = sources;
  const near = blocks.slice(Math.max(0, first - 12), Math.max(0, first) + 3);
  // Pieces of a line may stand in elements that only their style parts: "By" "Ada Lunn" "Staff Writer".
  const line = near
    .filter(({ text }) => text.length <= LONGEST)
    .map(({ texts }) => inPieces(texts))
    .find((words) => BY_LINE.test(words) || SMALL_BY_LINE.test(words));
  const told = [
    ...(data === null || data.authors.length === 0
      ? []
      : [{ value: data.authors.join(', '), rule: 'json-ld' }]),
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
  const marked = markedAuthor(sources);
  const printed = line === undefined ? null : namesIn(line);
  // "By Ada Lunn The Courier": where machines are told how the names begin and end, that is where they do.
  const exact = told.find(({ value }) => printed !== null && printed !== value && printed.startsWith(value));
  const claims = [
    ...(exact === undefined ? [] : [exact]),
    ...(printed === null ? [] : [{ value: printed, rule: 'line above the text' }]),
    ...(marked === null ? [] : [{ value: marked, rule: 'marked as author' }]),
    ...told.filter((one) => one !== exact),
    ...aboutAuthor(blocks).map((value) => ({ value, rule: 'about the author' })),
  ];
  // What is marked as author may hold a biography or nothing but a button; names that machines are told are surer then.
  const best = claims.filter(
    ({ value, rule }) =>
      value !== '' &&
      (rule !== 'marked as author' || told.length === 0 || told.some((one) => sharesWord(one.value, value))),
  );
  return choose('byline', best, (a, b) => a.toLowerCase() === b.toLowerCase());
}

/** The names of a byline, without "By" and what follows on the same line: a date, a time of reading. */
function namesIn(line: string): string {
  const names =
    (line.replace(BY, '').split(OFFICE)[0] ?? '').split(
      /(?<!\s)\s+(?:[|•·–—]\s+|(?=(?:Published|Updated|Posted|Last)\b))/u,
    )[0] ?? '';
  return names
    .replace(/(?<!\S)(?:@\w+|[\w.+-]{1,60}@[\w.-]+)/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(
      /(?<![\s,])[\s,]*(?:on\s+)?(?:\d{1,2}:\d{2}.*|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,?\s.*\d{4}.*|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2},?\s+\d{4}.*|\d{1,2}(?:st|nd|rd|th)?\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?,?\s+\d{4}.*)$/u,
      '',
    )
    .trim();
}

/** What somebody is at the outlet, behind the name. */
const OFFICE =
  /(?<=\p{Ll}[.,]?) (?:(?:Senior|Chief|Staff|Political|Foreign|Diplomatic|Special|Labor|Labour|Health|Education|Science|Business|Sports?|Crime|Court|City|News|National|Local|Digital|Associate|Deputy|Managing|Investigative|Environment|Economics|Data|World|Features?|General|Multimedia|Video|Contributing|Freelance|Guest|The) ){0,4}(?:Reporter|Writer|Correspondent|Editor|Columnist|Journalist|Contributor|Producer|Staff|Bureau Chief)s?\b/u;

/** The words of some texts with a space between any two that their elements set apart. */
function inPieces(texts: readonly PageText[]): string {
  let words = '';
  let last: PageText | null = null;
  for (const text of texts) {
    words += last !== null && last.parent !== text.parent ? ` ${text.value}` : text.value;
    last = text;
  }
  return words
    .replace(/\s+/g, ' ')
    .replace(/ (?=[,.;:])/g, '')
    .trim();
}

const NAME = /^\p{Lu}[\p{L}.’'-]+(?: (?:\p{Lu}[\p{L}.’'-]*|de|van|von|da|bin|al|of)){1,4}$/u;

/** Whoever a box "About the author" behind the text names first, set apart from what it says of them. */
function aboutAuthor(blocks: readonly PageBlock[]): string[] {
  const at = blocks.findIndex(({ text }) => /^about the authors?:?$/i.test(text));
  const below = at < 0 ? undefined : blocks[at + 1];
  const [first] = below?.texts.filter(({ value }) => value.trim() !== '') ?? [];
  const name = first?.value.trim() ?? '';
  return NAME.test(name) ? [name] : [];
}

function markedAuthor({
  tree,
  isAside,
}: {
  tree: PageTree;
  isAside: (element: PageElement) => boolean;
}): string | null {
  const names: string[] = [];
  let outer: PageElement | null = null;
  for (const element of tree.elements) {
    if (outer !== null && isWithin(element, outer)) continue;
    const { attributes } = element;
    const isAuthor =
      attributes.get('rel')?.split(/\s+/).includes('author') === true ||
      /\bauthor\b/.test(attributes.get('itemprop') ?? '') ||
      marksOf(element).some((mark) => AUTHOR_MARKS.has(mark));
    if (
      !isAuthor ||
      isHidden(element) ||
      element.tag === 'meta' ||
      element.tag === 'body' ||
      element.tag === 'article'
    )
      continue;
    const words = inPieces([...textsOf(innerName(element) ?? element)]);
    if (words === '' || words.length > LONGEST || isAside(element)) continue;
    outer = element;
    const name = namesIn(words);
    if (name !== '' && !names.includes(name)) names.push(name);
    if (attributes.get('rel') === null && attributes.get('itemprop') === null) break;
  }
  return names.length === 0 ? null : names.slice(0, 4).join(', ');
}

/** The one element within a byline that is marked as the name, or leads to its author's page. */
function innerName(element: PageElement): PageElement | null {
  const found: PageElement[] = [];
  const visit = (at: PageElement) => {
    for (const child of at.children) {
      if (child.kind === 'text') continue;
      if (isName(child)) found.push(child);
      else visit(child);
    }
  };
  visit(element);
  const [only] = found;
  return found.length === 1 && only !== undefined && NAME.test(wordsOf(only)) ? only : null;
}

const isName = ({ attributes }: PageElement) =>
  attributes.get('rel')?.split(/\s+/).includes('author') === true ||
  attributes.get('itemprop') === 'name' ||
  /\/(?:authors?|people|person|staff|by|profile|contributors?|reporters?|journalists?)\//.test(
    attributes.get('href') ?? '',
  );

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
