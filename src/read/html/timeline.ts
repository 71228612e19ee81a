import { isFurniture } from './furniture.ts';
import type { PageBlock } from './page-blocks.ts';

const DAY = /^h[2-6]$/;

/**
 * Gives a function that tells whether a line among a report's, by its place, is a day or a clock that heads what happened
 * then: reports that are written on through a day have them, and timelines.
 */
export function timesAmong(kept: readonly PageBlock[]): (at: number) => boolean {
  const days = Map.groupBy(
    kept.filter(({ element, text }) => DAY.test(element.tag) && isFurniture(text, null)),
    ({ element }) => element.tag,
  );
  const alike = new Map([...days].map(([tag, some]) => [tag, new Set(some)]));
  return (at) => {
    const [before, block, behind] = [kept[at - 1], kept[at], kept[at + 1]];
    if (block === undefined) return false;
    const others = alike.get(block.element.tag);
    const isDay = others !== undefined && others.size > 1 && behind !== undefined && !others.has(behind);
    return at > 0 && (isDay || isClockAmong(block, before));
  };
}

/** A clock among paragraphs. */
const isClockAmong = ({ element, text }: PageBlock, before: PageBlock | undefined): boolean =>
  element.tag === 'p' &&
  before?.element.tag === 'p' &&
  before.element.parent === element.parent &&
  /^\d{1,2}(?:[:.]\d{2})? ?[ap]\.? ?m\.?$/i.test(text);
