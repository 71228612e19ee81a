import { formsOf, partAround } from './boilerplate.ts';
import { isParagraphOfProse, otherCandidate } from './candidates.ts';
import { cardsOf } from './cards.ts';
import { commentsFrom } from './comments.ts';
import type { PageBlock } from './page-blocks.ts';
import { endsSentence, pageTalk } from './page-talk.ts';
import { around, isWithin, type PageElement, type PageText } from './page-tree.ts';
import type { PageKit } from './page-words.ts';

/** The element that holds so much of what was chosen is the report's. */
const TRUNK_SHARE = 0.6;
/** What holds so much of it holds all of its sections. */
const FRAME_SHARE = 0.9;
/** An element with so much of what was chosen is no side part, whatever it is called. */
const MAIN_SHARE = 0.25;
const SHORTEST_REPORT = 120;
/** How many blocks before and behind what was chosen are looked at too. */
const AROUND = 40;
/** A post may end a report. */
const POSTS_BEHIND = 2;
const PROSE_TAGS = new Set(['p', 'blockquote', 'pre', 'dd', 'figcaption']);
const HEADING = /^h[2-6]$/;
const SHORTEST_PROSE = 80;

/** The blocks of a page that are its report's text, and the element that holds them; what stays out has a reason. */
export interface Body {
  readonly trunk: PageElement | null;
  readonly kept: readonly PageBlock[];
  readonly left: ReadonlyMap<PageBlock, string>;
}

/**
 * Which blocks are the report's text. Readability says what the page's article is; where that is much less than the prose
 * beside it, the other candidate is taken along. What is of other parts of the page is left out, and paragraphs between
 * those that are kept, or beside them in the same kind of element, are taken back.
 */
export function bodyOf(
  { blocks, elements }: { blocks: readonly PageBlock[]; elements: readonly PageElement[] },
  chosenTexts: ReadonlySet<PageText>,
  kit: PageKit,
): Body {
  const left = new Map<PageBlock, string>();
  const chosen = new Set(blocks.filter((block) => isMostlyIn(block, chosenTexts)));
  const signs = { kit, forms: formsOf(elements) };
  const free = freeProse(blocks, signs);
  const other = otherCandidate(free, (one) => chosen.has(one));
  if (other.length > 0)
    for (const block of chosen)
      if (partAround(block, signs, () => false, new Map()) !== null) chosen.delete(block);
  for (const block of other) chosen.add(block);
  for (const block of alikeIn(free, chosen)) chosen.add(block);
  if (chosen.size === 0) return { trunk: null, kept: [], left };
  const isChosen = (block: PageBlock) => chosen.has(block);
  const weights = weightsOf(chosen);
  const total = [...chosen].reduce((sum, { text }) => sum + text.length, 0);
  const trunk = holderOf(weights, total * TRUNK_SHARE);
  const frame = holderOf(weights, total * FRAME_SHARE);
  // A page with next to nothing on it has no report that its footer could be.
  const isReport = (element: PageElement) =>
    total >= SHORTEST_REPORT && (weights.get(element) ?? 0) > total * MAIN_SHARE;
  const known = new Map<PageElement, string | null>();
  const common = commonShape(chosen, total);
  const [from, to] = [blocks.findIndex(isChosen), blocks.findLastIndex(isChosen)];
  const comments = commentsFrom(blocks, from);
  for (const [index, block] of blocks.entries()) {
    if (index < from - AROUND || index >= to + AROUND) continue;
    // What is built like most of the report is of it, whatever stands around ("teaser-content").
    const isCommon = chosen.has(block) && common !== null && shapeOf(block) === common;
    const part = isCommon ? null : partAround(block, signs, isReport, known);
    const why =
      index >= comments
        ? 'comments'
        : block.isPost
          ? part === 'social'
            ? null
            : part
          : ((part === 'footer' && chosen.has(block) && isNoteOf(block, isReport) ? null : part) ??
            (isLinkedHeading(block, blocks[index + 1]) ? null : pageTalk(block, kit)));
    if (why !== null) left.set(block, why);
  }
  const first = blocks.findIndex((block) => chosen.has(block) && !left.has(block));
  const last = blocks.findLastIndex((block) => chosen.has(block) && !left.has(block));
  const shapes = new Set([...chosen].filter((block) => !left.has(block)).map(shapeOf));
  const freed = new Set(free);
  const paragraphsIn = new Set([...chosen].filter(isParagraphOfProse).map(({ element }) => element.parent));
  const kept = blocks.filter((block, index) => {
    if (left.has(block)) return false;
    if (chosen.has(block)) return true;
    if (frame === null || !isWithin(block.element, frame)) return false;
    if (block.isPost) return index > first && index <= last + POSTS_BEHIND;
    const isAlike = shapes.has(shapeOf(block)) && block.linked < 0.5;
    const isBetween = index > first && index < last;
    if (trunk === null || !isWithin(block.element, trunk))
      return (
        (freed.has(block) && index < last) ||
        (isBetween && HEADING.test(block.element.tag) && block.linked < 0.5)
      );
    return isBetween
      ? isAlike || isProse(block) || isItemBeside(block, paragraphsIn)
      : isAlike && isProse(block);
  });
  return { trunk, kept: withoutLooseEnds(kept), left };
}

/** Paragraphs of prose that stand in no other part of the page and in no entry of a list of reports. */
function freeProse(
  blocks: readonly PageBlock[],
  signs: { kit: PageKit; forms: ReadonlySet<PageElement> },
): PageBlock[] {
  const known = new Map<PageElement, string | null>();
  const cards = cardsOf(blocks);
  const comments = commentsFrom(blocks, 0);
  const free = blocks.filter(
    (block, index) =>
      index < comments &&
      isParagraphOfProse(block) &&
      pageTalk(block, signs.kit) === null &&
      partAround(block, signs, () => false, known) === null &&
      ![...around(block.element)].some((at) => cards.has(at)),
  );
  const headed = headedItems(blocks);
  const others = free.filter(({ element }) => ![...around(element)].some((at) => headed.has(at)));
  const length = (some: readonly PageBlock[]) => some.reduce((sum, { text }) => sum + text.length, 0);
  return length(others) >= length(free) * MAIN_SHARE ? others : free;
}

/** Items of lists with headings of their own: a report's points where they are nearly all of its prose, else other reports. */
function headedItems(blocks: readonly PageBlock[]): ReadonlySet<PageElement> {
  const items = blocks
    .filter(({ element }) => HEADING.test(element.tag) && element.parent?.tag === 'li')
    .flatMap(({ element }) => element.parent ?? []);
  return new Set(items);
}

/** Paragraphs in elements built like those of the chosen ones, where both stand in what holds nearly all of the page's prose. */
function alikeIn(free: readonly PageBlock[], chosen: ReadonlySet<PageBlock>): PageBlock[] {
  const shapes = new Set([...chosen].filter(isParagraphOfProse).map(shapeOf));
  const marked = new Set([...shapes].filter((shape) => /\.\S/.test(shape)));
  const total = free.reduce((sum, { text }) => sum + text.length, 0);
  const holder = holderOf(weightsOf(new Set(free)), total * FRAME_SHARE);
  return free.filter(
    (block) => marked.has(shapeOf(block)) && holder !== null && isWithin(block.element, holder),
  );
}

/** A heading that is a link stands above a paragraph of the same element: a name in a list of things, not another report. */
function isLinkedHeading(block: PageBlock, next: PageBlock | undefined): boolean {
  return (
    HEADING.test(block.element.tag) &&
    next !== undefined &&
    next.element.tag === 'p' &&
    next.element.parent === block.element.parent &&
    next.linked < 0.5 &&
    endsSentence(next.text)
  );
}

/** A note of the publisher's that stands among the paragraphs, and not below all of them. */
const isNoteOf = ({ element }: PageBlock, isReport: (element: PageElement) => boolean) =>
  element.tag === 'p' && element.parent !== null && isReport(element.parent);

function isMostlyIn({ texts }: PageBlock, chosen: ReadonlySet<PageText>): boolean {
  let inside = 0;
  let all = 0;
  for (const text of texts) {
    const length = text.value.trim().length;
    all += length;
    if (chosen.has(text)) inside += length;
  }
  return inside * 2 > all;
}

/** How many characters of some blocks stand in each element. */
function weightsOf(blocks: ReadonlySet<PageBlock>): Map<PageElement, number> {
  const weights = new Map<PageElement, number>();
  for (const { element, text } of blocks)
    for (const at of around(element)) weights.set(at, (weights.get(at) ?? 0) + text.length);
  return weights;
}

/** The innermost element that holds so much. */
function holderOf(weights: ReadonlyMap<PageElement, number>, least: number): PageElement | null {
  let holder: PageElement | null = null;
  for (const [element, weight] of weights)
    if (weight >= least && (holder === null || element.number > holder.number)) holder = element;
  return holder;
}

/** What an element is like: its tag and classes, and those of the element around it. */
function shapeOf({ element }: PageBlock): string {
  const own = (at: PageElement | null) => `${at?.tag ?? ''}.${at?.attributes.get('class') ?? ''}`;
  return `${own(element.parent)} ${own(element)}`;
}

/** The shape that most of the chosen text has, where classes make it one; null where it is no shape of its own. */
function commonShape(chosen: ReadonlySet<PageBlock>, total: number): string | null {
  const lengths = new Map<string, number>();
  for (const block of chosen) {
    const shape = shapeOf(block);
    lengths.set(shape, (lengths.get(shape) ?? 0) + block.text.length);
  }
  const [most] = [...lengths].toSorted(([, a], [, b]) => b - a);
  const isMarked = most !== undefined && /^\S*\.\S/.test(most[0]);
  return isMarked && most[1] >= total * TRUNK_SHARE ? most[0] : null;
}

function isProse({ element, text, linked }: PageBlock): boolean {
  if (linked >= 0.5) return false;
  if (HEADING.test(element.tag)) return element.parent?.tag !== 'li';
  if (element.parent?.tag === 'li' && element.tag === 'p') return false;
  if (PROSE_TAGS.has(element.tag)) return endsSentence(text) || text.length >= SHORTEST_PROSE;
  return element.tag === 'li' && endsSentence(text);
}

/** An item, not a link, of a list that stands beside the report's paragraphs. */
const isItemBeside = ({ element, linked }: PageBlock, paragraphsIn: ReadonlySet<PageElement | null>) =>
  element.tag === 'li' && linked === 0 && element.parent !== null && paragraphsIn.has(element.parent.parent);

/** A heading with nothing behind it heads something that was left out. */
function withoutLooseEnds(kept: readonly PageBlock[]): PageBlock[] {
  const last = kept.findLastIndex(({ element }) => !HEADING.test(element.tag));
  return kept.slice(0, last + 1);
}
