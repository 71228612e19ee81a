import { alike } from '../metadata/alike.ts';
import type { Body } from './body.ts';
import { isParagraphOfProse } from './candidates.ts';
import { isPullMarked, isStandfirstMarked } from './kinds.ts';
import type { PageBlock } from './page-blocks.ts';
import { around, isWithin, markedWith, marksOf, type PageElement } from './page-tree.ts';

const SHORTEST = 15;
const LONGEST_STANDFIRST = 600;
/** How far below an element with a caption's mark or tag its words stand. */
const NEAR = 3;

/**
 * What stands around a report's paragraphs and is of it: a standfirst or a first paragraph between the headline and the
 * text, captions, pull quotes. Choosers of text leave them out or keep them as it happens; here they are kept by what marks them.
 */
export function withFrame(
  blocks: readonly PageBlock[],
  { kept, trunk, left }: Body,
  { headline, description }: { headline: PageBlock | null; description: string | null },
): PageBlock[] {
  const [first] = kept;
  const last = kept.at(-1);
  if (first === undefined || last === undefined || trunk === null) return [...kept];
  const frame = headline === null ? trunk : commonOf(trunk, headline.element);
  const from =
    headline === null ? blocks.indexOf(first) : Math.min(blocks.indexOf(headline), blocks.indexOf(first));
  const start = blocks.indexOf(first);
  const end = blocks.indexOf(last);
  const own = new Set(kept);
  return blocks.filter((block, index) => {
    if (own.has(block)) return true;
    if (index < from || index > end || block.linked >= 0.5 || !isWithin(block.element, frame)) return false;
    const { text, element } = block;
    if (text.length < SHORTEST) return false;
    if (index > start && isPullMarked(element)) return true;
    if (left.has(block)) return false;
    if (isCaption(element)) return true;
    return index < start && opens(block, description);
  });
}

/** Whether a block above the text that was chosen is its standfirst, or its first paragraph in a box of its own. */
function opens(block: PageBlock, description: string | null): boolean {
  const { element, text } = block;
  if (text.length > LONGEST_STANDFIRST) return false;
  if (isStandfirstMarked(element) || isParagraphOfProse(block)) return true;
  const isTold = description !== null && alike(description, text) >= 0.9;
  return isTold && text.length >= description.length * 0.5;
}

const isCreditMarked = markedWith(['credit', 'copyright', 'source', 'photographer']);

/** Words below a picture, not whose picture it is. */
function isCaption(element: PageElement): boolean {
  const near = [...around(element)].slice(0, NEAR);
  return (
    !isCreditMarked(element) && near.some((at) => at.tag === 'figcaption' || marksOf(at).includes('caption'))
  );
}

/** The innermost element that holds both. */
function commonOf(a: PageElement, b: PageElement): PageElement {
  const holders = new Set(around(a));
  for (const at of around(b)) if (holders.has(at)) return at;
  return a;
}
