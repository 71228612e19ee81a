import { alike } from '../metadata/alike.ts';
import type { Body } from './body.ts';
import { isParagraphOfProse } from './candidates.ts';
import { isPullMarked, isStandfirstMarked } from './kinds.ts';
import type { PageBlock } from './page-blocks.ts';
import { around, isWithin, markedWith, marksOf, type PageElement } from './page-tree.ts';

const SHORTEST = 15;
const LONGEST_STANDFIRST = 600;
const SHORTEST_LAST = 80;
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
  const isOfFrame = (block: PageBlock, index: number): boolean => {
    if (index > end) return index === end + 1 && endsReport(block) && !left.has(block);
    if (index > start && isPullMarked(block.element)) return true;
    if (left.has(block)) return false;
    return isCaption(block.element) || (index < start && opens(block, description));
  };
  return blocks.filter((block, index) => {
    if (own.has(block)) return true;
    const isNear = index >= from && block.linked < 0.5 && block.text.length >= SHORTEST;
    return isNear && isWithin(block.element, frame) && isOfFrame(block, index);
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

/** Whether what stands right behind the text that was chosen is its last paragraph, in a box of its own. */
const endsReport = (block: PageBlock): boolean =>
  block.element.tag === 'p' &&
  block.linked === 0 &&
  block.text.length >= SHORTEST_LAST &&
  isParagraphOfProse(block);

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
