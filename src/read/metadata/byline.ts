import type { Choice } from '../../record/index.ts';
import type { PageBlock } from '../html/page-blocks.ts';
import { endsSentence } from '../html/page-talk.ts';
import type { PageElement, PageTree } from '../html/page-tree.ts';
import { BY, inPieces, NAME, namesIn } from './author-names.ts';
import { choose } from './choose.ts';
import { firstMeta, type Head } from './head.ts';
import type { ArticleData } from './json-ld.ts';
import { leadsToReportsOf, markedAuthor, namesWithin } from './marked-author.ts';

const LONGEST = 160;
/** A line that begins with "By" and goes on with names. */
const BY_LINE =
  /^(?:(?:Written|Story|Words|Text|Report|Reporting|Posted) by|By|BY|(?:Text|Words|Story|Report|Author)(?=:)):? \p{Lu}[\p{L}.'’-]*(?:,? (?:\p{Lu}[\p{L}.'’-]*|and|in|for|of|the|de|van|von|da|bin|al|&))*/u;
/** In small letters it is a byline where nothing but a name follows, or a name and a date. */
const isSmallByLine = (words: string): boolean => /^by /.test(words) && NAME.test(namesIn(words));

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
  first: number;
  isAside: (element: PageElement) => boolean;
}): Choice | null {
  const { head, data, blocks, first } = sources;
  const near = blocks.slice(Math.max(0, first - 12), Math.max(0, first) + 3);
  // Pieces of a line may stand in elements that only their style parts: "By" "Ada Lunn" "Staff Writer".
  const line = near
    .filter(({ text }) => text.length <= LONGEST)
    .map(({ texts, element }) => ({ words: inPieces(texts), element }))
    .find(({ words }) => (BY_LINE.test(words) && !isSentence(words)) || isSmallByLine(words));
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
  const marked = markedAuthor(sources);
  const printed = line === undefined ? null : toLastName(namesIn(line.words), namesWithin(line.element));
  // "By Ada Lunn The Courier": where machines are told how the names begin and end, that is where they do.
  const exact = told.find(({ value }) => printed !== null && printed !== value && printed.startsWith(value));
  const claims = [
    ...(exact === undefined ? [] : [exact]),
    ...(printed === null ? [] : [{ value: printed, rule: 'line above the text' }]),
    ...(marked === null ? [] : [{ value: marked, rule: 'marked as author' }]),
    ...told.filter((one) => one !== exact),
    ...[...aboutAuthor(blocks), ...leadsToReportsOf(sources.tree)].map((value) => ({
      value,
      rule: 'about the author',
    })),
  ];
  // What is marked as author may hold a biography or nothing but a button; names that machines are told are surer then.
  const best = claims.filter(
    ({ value, rule }) =>
      value !== '' &&
      (rule !== 'marked as author' || told.length === 0 || told.some((one) => sharesWord(one.value, value))),
  );
  return choose('byline', best, (a, b) => a.toLowerCase() === b.toLowerCase());
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
