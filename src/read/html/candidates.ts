import { cardsOf } from './cards.ts';
import { commentsFrom } from './comments.ts';
import { firstLinkOf } from './links.ts';
import type { PageBlock } from './page-blocks.ts';
import { endsSentence, pageTalk } from './page-talk.ts';
import { isWithin, type PageElement } from './page-tree.ts';
import type { PageKit } from './page-words.ts';
import { shapeOf } from './shapes.ts';
import { holderAmong, holderOf, lengthOf, weightsOf } from './weights.ts';

/** An element with so much of a page's prose is where its report stands, if it is one. */
const HOLDS = 0.7;
/** What holds so much of it holds all of its sections. */
const HOLDS_ALL = 0.9;
/** What was chosen is doubted where it is less than this share of the prose around it. */
const DOUBTED = 0.6;
/** A quarter of the prose outside lists makes those of headed items other reports. */
const OUTSIDE_LISTS = 0.25;
const SHORTEST_PROSE = 60;
const FEWEST = 2;
const HEADING = /^h[2-6]$/;
/** A shape with a class, or of a web component. */
const NAMED = /\.\S|\w-\w/;

/** Whether a block reads like a paragraph of a report. */
export const isParagraphOfProse = ({ text, linked, element }: PageBlock): boolean =>
  linked < 0.3 && text.length >= SHORTEST_PROSE && endsSentence(text) && element.tag !== 'figcaption';

/** Paragraphs of prose that stand in no other part of the page (`partOf`) and in no entry of a list of reports. */
export function freeProse(
  blocks: readonly PageBlock[],
  kit: PageKit,
  partOf: (block: PageBlock) => string | null,
): PageBlock[] {
  const cards = cardsOf(blocks);
  const comments = commentsFrom(blocks, 0);
  const free = blocks.filter(
    (block, index) =>
      index < comments &&
      isParagraphOfProse(block) &&
      !(block.element.tag === 'li' && firstLinkOf(block.texts) !== null) &&
      pageTalk(block, kit) === null &&
      partOf(block) === null &&
      holderAmong(block, cards) === null,
  );
  const headed = headedItems(blocks);
  const others = free.filter((block) => holderAmong(block, headed) === null);
  return lengthOf(others) >= lengthOf(free) * OUTSIDE_LISTS ? others : free;
}

/** Items of lists with headings of their own: a report's points where they are nearly all of its prose, else other reports. */
function headedItems(blocks: readonly PageBlock[]): ReadonlySet<PageElement> {
  const items = blocks
    .filter(({ element }) => HEADING.test(element.tag) && element.parent?.tag === 'li')
    .flatMap(({ element }) => element.parent ?? []);
  return new Set(items);
}

/**
 * What else may be the page's report: all paragraphs of prose in the innermost element that holds most of those of the
 * page, where what was chosen is much less. A chooser that goes by marks throws a wrapper away for its name, takes a list
 * of names in place of the letter above it, or the longest of several boxes. `free` is free of other parts of the page
 * and of entries of lists. Empty where there is nothing to doubt.
 */
export function otherCandidate(
  free: readonly PageBlock[],
  chosen: ReadonlySet<PageBlock>,
): readonly PageBlock[] {
  const inside = heldBy(free, HOLDS);
  const own = lengthOf(inside.filter((block) => chosen.has(block)));
  return inside.length >= FEWEST && own < lengthOf(inside) * DOUBTED ? inside : [];
}

/** Paragraphs in elements built like those of the chosen ones, where both stand in what holds nearly all of the page's prose. */
export function alikeIn(free: readonly PageBlock[], chosen: ReadonlySet<PageBlock>): readonly PageBlock[] {
  const shapes = new Set([...chosen].filter(isParagraphOfProse).map(shapeOf));
  const marked = new Set([...shapes].filter((shape) => NAMED.test(shape)));
  return heldBy(free, HOLDS_ALL).filter((block) => marked.has(shapeOf(block)));
}

/** The blocks in the innermost element that holds such a share of all of them. */
function heldBy(blocks: readonly PageBlock[], share: number): readonly PageBlock[] {
  const holder = holderOf(weightsOf(blocks), lengthOf(blocks) * share);
  return holder === null ? [] : blocks.filter(({ element }) => isWithin(element, holder));
}
