import { boxesOf } from './boxes.ts';
import type { PageBlock } from './page-blocks.ts';
import { around, isWithin, type PageElement } from './page-tree.ts';
import { holderAmong, lengthOf } from './weights.ts';

/** A teaser is a heading and some lines. */
const LONGEST_CARD = 700;
const CARD = new Set('article li div section a td'.split(' '));
const HEADING = /^h[1-6]$/;
const LINKED = 0.8;
/** A line of a list that is a link but for its day. */
const MOSTLY_LINKED = 0.6;
const SHORTEST_LINE = 15;
const FEWEST_CARDS = 4;
const MOSTLY_CARDS = 0.8;

/** The largest element of a teaser's length around each of some blocks, with none of the others in it and no first heading. */
function cardsAround(blocks: readonly PageBlock[], isHead: (block: PageBlock) => boolean): Set<PageElement> {
  const counts = new Map<PageElement, number>();
  for (const block of blocks)
    if (block.element.tag === 'h1' || isHead(block))
      for (const at of around(block.element)) counts.set(at, (counts.get(at) ?? 0) + 1);
  const cardAround = boxesOf({
    most: LONGEST_CARD,
    isBox: ({ tag }) => CARD.has(tag) || tag.includes('-'),
    isEnd: (element) => (counts.get(element) ?? 0) > 1,
  });
  return new Set(blocks.filter(isHead).flatMap(({ element }) => cardAround(element) ?? []));
}

/** The entries of lists of other reports: what stands around each heading that leads to another page of the site. */
export const cardsOf = (blocks: readonly PageBlock[]): ReadonlySet<PageElement> =>
  cardsAround(
    blocks,
    ({ element, linked, leadsAway }) =>
      linked >= LINKED && !leadsAway && [element, element.parent].some((at) => HEADING.test(at?.tag ?? '')),
  );

/** A brief has so many characters of prose before other reports are listed below it. */
const SHORTEST_BRIEF = 150;

/** Elements that hold several entries of other reports, with a brief's prose before them, whatever they are called. */
export function unnamedLists(
  blocks: readonly PageBlock[],
  free: readonly PageBlock[],
): readonly PageElement[] {
  const counts = new Map<PageElement, number>();
  for (const { parent } of cardsOf(blocks))
    if (parent !== null) counts.set(parent, (counts.get(parent) ?? 0) + 1);
  return [...counts].flatMap(([element, count]) => {
    const before = free.filter((block) => block.element.number < element.number);
    return count >= FEWEST_CARDS && lengthOf(before) >= SHORTEST_BRIEF ? element : [];
  });
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
  const cards = cardsAround(
    blocks,
    ({ linked, text }) => linked >= MOSTLY_LINKED && text.length >= SHORTEST_LINE,
  );
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
