import type { PageBlock } from './page-blocks.ts';
import { around, type PageElement, textsOf } from './page-tree.ts';

/** A teaser is a heading and some lines. */
const LONGEST_CARD = 700;
const CARD = /^(?:article|li|div|section|a|td)$/;
const HEADING = /^h[1-6]$/;
const LINKED = 0.8;

/** The entries of lists of other reports: the largest element of a teaser's length around each heading that is a link. */
export function cardsOf(blocks: readonly PageBlock[]): ReadonlySet<PageElement> {
  const cards = new Set<PageElement>();
  const lengths = new Map<PageElement, number>();
  const lengthOf = (element: PageElement): number => {
    const known = lengths.get(element);
    if (known !== undefined) return known;
    let length = 0;
    for (const { value } of textsOf(element)) {
      length += value.trim().length;
      if (length > LONGEST_CARD) break;
    }
    lengths.set(element, length);
    return length;
  };
  for (const { element, linked } of blocks) {
    if (linked < LINKED || ![element, element.parent].some((at) => HEADING.test(at?.tag ?? ''))) continue;
    let card: PageElement | null = null;
    for (const at of around(element.parent)) {
      if (lengthOf(at) > LONGEST_CARD) break;
      if (CARD.test(at.tag)) card = at;
    }
    if (card !== null) cards.add(card);
  }
  return cards;
}
