import type { PageBlock } from './page-blocks.ts';
import { endsSentence } from './page-talk.ts';
import { around, type PageElement } from './page-tree.ts';

/** An element with so much of a page's prose is where its report stands, if it is one. */
const HOLDS = 0.7;
/** What was chosen is doubted where it is less than this share of the prose around it. */
const DOUBTED = 0.6;
const SHORTEST_PROSE = 60;
const FEWEST = 2;

/** Whether a block reads like a paragraph of a report. */
export const isParagraphOfProse = ({ text, linked, element }: PageBlock): boolean =>
  linked < 0.3 && text.length >= SHORTEST_PROSE && endsSentence(text) && element.tag !== 'figcaption';

/**
 * What else may be the page's report: all paragraphs of prose in the innermost element that holds most of those of the
 * page, where what was chosen is much less. A chooser that goes by marks throws a wrapper away for its name, takes a list
 * of names in place of the letter above it, or the longest of several boxes. `prose` is free of other parts of the page
 * and of entries of lists. Empty where there is nothing to doubt.
 */
export function otherCandidate(
  prose: readonly PageBlock[],
  isChosen: (block: PageBlock) => boolean,
): readonly PageBlock[] {
  const length = (some: readonly PageBlock[]) => some.reduce((sum, { text }) => sum + text.length, 0);
  const total = length(prose);
  const weights = new Map<PageElement, number>();
  for (const { element, text } of prose)
    for (const at of around(element)) weights.set(at, (weights.get(at) ?? 0) + text.length);
  let holder: PageElement | null = null;
  for (const [element, weight] of weights)
    if (weight >= total * HOLDS && (holder === null || element.number > holder.number)) holder = element;
  const inside = prose.filter(({ element }) => holder !== null && [...around(element)].includes(holder));
  const chosen = length(inside.filter(isChosen));
  return inside.length >= FEWEST && chosen < length(inside) * DOUBTED ? inside : [];
}
