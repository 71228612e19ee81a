import { boxesOf } from './boxes.ts';
import type { PageBlock } from './page-blocks.ts';
import type { PageElement } from './page-tree.ts';

/** A teaser is a heading and some lines. */
const LONGEST_CARD = 700;
const CARD = /^(?:article|li|div|section|a|td)$/;
const HEADING = /^h[1-6]$/;
const LINKED = 0.8;

/** The entries of lists of other reports: the largest element of a teaser's length around each heading that is a link. */
export function cardsOf(blocks: readonly PageBlock[]): ReadonlySet<PageElement> {
  const cardAround = boxesOf({ most: LONGEST_CARD, isBox: ({ tag }) => CARD.test(tag) });
  const headings = blocks.filter(
    ({ element, linked }) =>
      linked >= LINKED && [element, element.parent].some((at) => HEADING.test(at?.tag ?? '')),
  );
  return new Set(headings.flatMap(({ element }) => cardAround(element.parent) ?? []));
}
