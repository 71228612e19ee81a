import type { PageBlock } from './page-blocks.ts';
import { around, type PageElement } from './page-tree.ts';

/** How many characters some blocks have. */
export const lengthOf = (blocks: Iterable<PageBlock>): number => {
  let length = 0;
  for (const { text } of blocks) length += text.length;
  return length;
};

/** How many characters of some blocks stand in each element. */
export function weightsOf(blocks: Iterable<PageBlock>): Map<PageElement, number> {
  const weights = new Map<PageElement, number>();
  for (const { element, text } of blocks)
    for (const at of around(element)) weights.set(at, (weights.get(at) ?? 0) + text.length);
  return weights;
}

/** The innermost element that holds so much. */
export function holderOf(weights: ReadonlyMap<PageElement, number>, least: number): PageElement | null {
  let holder: PageElement | null = null;
  for (const [element, weight] of weights)
    if (weight >= least && (holder === null || element.number > holder.number)) holder = element;
  return holder;
}

/** The innermost of some elements that a block stands in; null where it stands in none. */
export function holderAmong({ element }: PageBlock, some: ReadonlySet<PageElement>): PageElement | null {
  for (const at of around(element)) if (some.has(at)) return at;
  return null;
}
