import { around, type PageElement, type PageText, textsOf } from './page-tree.ts';

/** A card that is a link as a whole has a heading and a few lines. */
const LONGEST_LINK = 800;

/**
 * The links of a page. One that nobody closed goes on over everything behind it, as elements that begin at the same place
 * of the source: so long a link is none.
 */
export function linksOf(elements: readonly PageElement[]): ReadonlySet<PageElement> {
  const links = elements.filter((element) => element.tag === 'a' && !isAnchorOfHeading(element));
  const lengths = new Map<number, number>();
  for (const link of links) lengths.set(link.start, (lengths.get(link.start) ?? 0) + lengthOf(link));
  return new Set(links.filter(({ start }) => (lengths.get(start) ?? 0) <= LONGEST_LINK));
}

/** How many characters of some texts are the words of links, from 0 to 1. */
export function linkedShare(texts: readonly PageText[], links: ReadonlySet<PageElement>): number {
  const length = (some: readonly PageText[]) => some.reduce((sum, { value }) => sum + value.trim().length, 0);
  return length(texts.filter((node) => isLinked(node, links))) / Math.max(1, length(texts));
}

function isLinked(text: PageText, links: ReadonlySet<PageElement>): boolean {
  for (const at of around(text.parent)) if (links.has(at)) return true;
  return false;
}

const SHORTEST_HEADLINE = 15;

/** Where the link leads that some texts begin with, if it has the length of a headline; null where there is none to another page. */
export function firstLinkOf(texts: readonly PageText[]): string | null {
  const first = texts.find(({ value }) => /\S/.test(value));
  if (first === undefined || first.value.trim().length < SHORTEST_HEADLINE) return null;
  const link = [...around(first.parent)].slice(0, 3).find(({ tag }) => tag === 'a');
  const place = link?.attributes.get('href') ?? '#';
  return place.startsWith('#') ? null : place;
}

/** The link around an element or which it is; null where there is none. */
export function linkAround(element: PageElement | null): PageElement | null {
  for (const at of around(element)) if (at.tag === 'a') return at;
  return null;
}

/** A heading that leads to itself, so that others can link to it, leads nowhere. */
function isAnchorOfHeading(element: PageElement): boolean {
  if (!(element.attributes.get('href') ?? '#').startsWith('#')) return false;
  for (const { tag } of around(element)) if (/^h[1-6]$/.test(tag)) return true;
  return false;
}

function lengthOf(element: PageElement): number {
  let length = 0;
  for (const { value } of textsOf(element)) length += value.trim().length;
  return length;
}
