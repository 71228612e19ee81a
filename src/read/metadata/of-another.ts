import { around, type PageElement, wordsOf } from '../html/page-tree.ts';

const SHORTEST_HEADLINE = 15;
/** What tells of another report has a headline and little else. */
const LONGEST_CARD = 400;

/** Whether an element holds a link of a headline's length. */
export const leadsToAnother = ({ children }: PageElement): boolean =>
  children.some(
    (child) => child.kind === 'element' && child.tag === 'a' && wordsOf(child).length >= SHORTEST_HEADLINE,
  );

/** Whether an element stands in a few words that tell programs of another work, which they lead to (`itemscope`). */
export function isOfCard(element: PageElement): boolean {
  for (const at of around(element))
    if (at.attributes.has('itemscope')) return leadsToAnother(at) && wordsOf(at).length <= LONGEST_CARD;
  return false;
}
