import { isHidden } from '../html/display.ts';
import { once } from '../html/once.ts';
import {
  isWithin,
  markedWith,
  type PageElement,
  type PageNode,
  type PageTree,
  textsOf,
  wordsOf,
} from '../html/page-tree.ts';
import { inPieces, NAME, namesIn } from './author-names.ts';

const LONGEST = 160;
const isAuthorMarked = markedWith([
  'byline',
  'author',
  'authors',
  'authorname',
  'contributor',
  'contributors',
  'writer',
]);
const MOST_AUTHORS = 4;
const HOLDS_PAGE = new Set(['meta', 'body', 'article', 'main']);

/** Who wrote it, by the elements that are marked so: their names, or their words where no name is marked within. */
export function markedAuthor({
  tree,
  isAside,
}: {
  tree: PageTree;
  isAside: (element: PageElement) => boolean;
}): string | null {
  const found = new Set<string>();
  let outer: PageElement | null = null;
  const isOfTeaser = ofTeasers();
  for (const element of tree.elements) {
    if (outer !== null && isWithin(element, outer)) continue;
    if (!isAuthor(element) || isHidden(element) || HOLDS_PAGE.has(element.tag)) continue;
    const words = wordsOfAuthors(element);
    if (words === '' || words.length > LONGEST || isAside(element) || isOfTeaser(element)) continue;
    outer = element;
    const name = namesIn(words);
    if (name !== '') found.add(name);
    const { attributes } = element;
    if (name !== '' && attributes.get('rel') === undefined && attributes.get('itemprop') === undefined) break;
  }
  return found.size === 0 ? null : [...found].slice(0, MOST_AUTHORS).join(', ');
}

const SHORTEST_HEADLINE = 15;

/**
 * Gives a function that tells whether a link of a headline's length, or an element that begins with one, stands beside an
 * element: it says who wrote what is behind the link.
 */
function ofTeasers(): (element: PageElement) => boolean {
  const linksIn = once(({ children }: PageElement) => children.filter(isHeadline));
  return (element) =>
    element.parent !== null &&
    linksIn(element.parent).some((link) => link.kind === 'element' && link.number < element.number);
}

function isHeadline(node: PageNode): boolean {
  if (node.kind === 'text' || isName(node)) return false;
  const link =
    node.tag === 'a' ? node : node.children.find((child) => child.kind === 'element' && child.tag === 'a');
  return link?.kind === 'element' && !isName(link) && wordsOf(link).length >= SHORTEST_HEADLINE;
}

/** The names that are marked within, joined as printed where nothing else is printed; else all its words. */
function wordsOfAuthors(element: PageElement): string {
  const each = element.children.filter((child) => child.kind === 'element' && isAuthorMarked(child));
  const own = each.flatMap((child) => nameOf(child) ?? []);
  if (own.length > 1) return own.join(', ');
  const printed = inPieces([...textsOf(element)]);
  const names = namesWithin(element, ({ tag }) => tag === 'a').join(', ');
  const isAll =
    namesIn(printed)
      .split(/,? and | & /)
      .join(', ') === names;
  return names === '' || isAll ? printed : names;
}

/** The name of one author among several: marked as such, or what the element begins with. */
function nameOf(author: PageNode): string | null {
  if (author.kind === 'text') return null;
  const [marked] = namesWithin(author);
  const texts = [...textsOf(author)].map(({ value }) => value.replace(/(?<![\s,])[\s,]+$/, '').trim());
  return marked ?? texts.slice(0, 2).find((text) => NAME.test(text)) ?? null;
}

const isAuthor = (element: PageElement): boolean =>
  leadsToAuthor(element) ||
  /\bauthor\b/.test(element.attributes.get('itemprop') ?? '') ||
  isAuthorMarked(element);

const leadsToAuthor = ({ attributes }: PageElement): boolean =>
  attributes.get('rel')?.split(/\s+/).includes('author') === true;

/** The names below an element that are marked as such (`isMarked` too), or lead to their authors' pages. */
export function namesWithin(
  element: PageElement,
  isMarked: (element: PageElement) => boolean = isName,
): string[] {
  const names = new Set<string>();
  const visit = (at: PageElement) => {
    for (const child of at.children) {
      if (child.kind === 'text') continue;
      const words = isName(child) || isMarked(child) ? wordsOf(child) : '';
      if (NAME.test(words)) names.add(words);
      else visit(child);
    }
  };
  visit(element);
  return [...names];
}

const isName = (element: PageElement): boolean =>
  leadsToAuthor(element) ||
  element.attributes.get('itemprop') === 'name' ||
  /\/(?:authors?|people|person|staff|by|profiles?|contributors?|reporters?|journalists?)\//.test(
    element.attributes.get('href') ?? '',
  );

/** Whoever's other reports a page leads to. */
export function leadsToReportsOf({ elements }: PageTree): string[] {
  const names = elements
    .filter((element) => leadsToAuthor(element) && !isHidden(element))
    .map((element) => namesIn(wordsOf(element)))
    .filter((name) => NAME.test(name));
  const [name, ...others] = new Set(names);
  return name === undefined || others.length > 0 ? [] : [name];
}
