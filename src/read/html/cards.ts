import { boxesOf } from './boxes.ts';
import type { PageBlock } from './page-blocks.ts';
import { isWithin, type PageElement } from './page-tree.ts';
import { holderAmong, lengthOf } from './weights.ts';

/** A teaser is a heading and some lines. */
const LONGEST_CARD = 700;
const CARD = /^(?:article|li|div|section|a|td)$/;
const HEADING = /^h[1-6]$/;
const LINKED = 0.8;
/** A line of a list that is a link but for its day. */
const MOSTLY_LINKED = 0.6;
const SHORTEST_LINE = 15;
const FEWEST_CARDS = 4;
const MOSTLY_CARDS = 0.8;

const cardAround = () => boxesOf({ most: LONGEST_CARD, isBox: ({ tag }) => CARD.test(tag) });

/** The entries of lists of other reports: the largest element of a teaser's length around each heading that is a link. */
export function cardsOf(blocks: readonly PageBlock[]): ReadonlySet<PageElement> {
  const around = cardAround();
  const headings = blocks.filter(
    ({ element, linked }) =>
      linked >= LINKED && [element, element.parent].some((at) => HEADING.test(at?.tag ?? '')),
  );
  return new Set(headings.flatMap(({ element }) => around(element.parent) ?? []));
}

/**
 * The elements, of some that are named like another part of the page, that list other reports below a brief one: nearly
 * all that they hold stands in cards, and prose stands before them.
 */
export function listsBelow(
  blocks: readonly PageBlock[],
  { free, parts }: { free: readonly PageBlock[]; parts: Iterable<PageElement> },
): ReadonlySet<PageElement> {
  const [prose] = free;
  const around = cardAround();
  const lines = blocks.filter(({ linked, text }) => linked >= MOSTLY_LINKED && text.length >= SHORTEST_LINE);
  const cards = new Set(lines.flatMap(({ element }) => around(element) ?? []));
  const lists = new Set<PageElement>();
  for (const part of parts) {
    if (prose === undefined || prose.element.number > part.number) continue;
    const inside = blocks.filter(({ element }) => isWithin(element, part));
    const held = inside.filter((block) => holderAmong(block, cards) !== null);
    const shown = new Set(held.map((block) => holderAmong(block, cards)));
    if (shown.size >= FEWEST_CARDS && lengthOf(held) >= lengthOf(inside) * MOSTLY_CARDS) lists.add(part);
  }
  return lists;
}
