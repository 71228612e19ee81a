import type { PageBlock } from './page-blocks.ts';
import type { PageElement } from './page-tree.ts';
import { lengthOf } from './weights.ts';

/** What an element is like: its tag and classes, and those of the element around it. */
export function shapeOf({ element }: PageBlock): string {
  const own = (at: PageElement | null) => `${at?.tag ?? ''}.${at?.attributes.get('class') ?? ''}`;
  return `${own(element.parent)} ${own(element)}`;
}

/** The shape that so much of some blocks has, where classes make it one; null where it is no shape of its own. */
export function commonShape(blocks: ReadonlySet<PageBlock>, least: number): string | null {
  const lengths = [...Map.groupBy(blocks, shapeOf)].map(([shape, alike]) => ({
    shape,
    length: lengthOf(alike),
  }));
  const [most] = lengths.toSorted((a, b) => b.length - a.length);
  const isMarked = most !== undefined && /^\S*(?:\.\S|\w-\w)/.test(most.shape);
  return isMarked && most.length >= least ? most.shape : null;
}
