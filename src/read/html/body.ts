import { formsOf, partAround, partOf } from './boilerplate.ts';
import { alikeIn, freeProse, isParagraphOfProse, otherCandidate } from './candidates.ts';
import { listsBelow, unnamedLists } from './cards.ts';
import { commentsFrom } from './comments.ts';
import { boxesOfTalk, tailOf, teasersAmong, videosAmong } from './left-boxes.ts';
import type { PageBlock } from './page-blocks.ts';
import { endsSentence, pageTalk } from './page-talk.ts';
import { around, isWithin, type PageElement, type PageText } from './page-tree.ts';
import type { PageKit } from './page-words.ts';
import { proseSections } from './prose-sections.ts';
import { commonShape, shapeOf } from './shapes.ts';
import { speaksToReaders, spokenToReaders } from './spoken-to.ts';
import { holderAmong, holderOf, lengthOf, weightsOf } from './weights.ts';

/** The element that holds so much of what was chosen is the report's. */
const TRUNK_SHARE = 0.6;
/** What holds so much of it holds all of its sections. */
const FRAME_SHARE = 0.9;
/** An element with so much of what was chosen is no side part, whatever it is called. */
const MAIN_SHARE = 0.25;
const SHORTEST_REPORT = 120;
/** What is said of a page to its readers, and what a text says that speaks to them throughout. */
const SPEAKS = new Set(['addresses-the-reader', 'asks-the-reader', 'promotes-the-outlet']);
/** How many blocks before and behind what was chosen are looked at too. */
const AROUND = 40;
/** A post may end a report. */
const POSTS_BEHIND = 2;
const PROSE_TAGS = new Set(['p', 'blockquote', 'pre', 'dd', 'figcaption']);
const HEADING = /^h[2-6]$/;
const SHORTEST_PROSE = 80;
/** Items of a list that are looked back over for what opens it. */
const LONGEST_LIST = 40;

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
  const forms = formsOf(elements, kit);
  const sections = proseSections(blocks, forms, kit);
  const signs = { kit, forms, sections };
  const anywhere = new Map<PageElement, string | null>();
  const partAnywhere = (block: PageBlock) => partAround(block, signs, () => false, anywhere);
  const free = freeProse(blocks, kit, partAnywhere);
  const chosen = withoutListsBelow(
    blocks,
    chosenOf(blocks, chosenTexts, { free, partOf: partAnywhere, sections }),
    { free, kit },
  );
  if (chosen.size === 0) return { trunk: null, kept: [], left };
  const isChosen = (block: PageBlock) => chosen.has(block);
  const weights = weightsOf(chosen);
  const total = lengthOf(chosen);
  const trunk = holderOf(weights, total * TRUNK_SHARE);
  const frame = holderOf(weights, total * FRAME_SHARE);
  // A page with next to nothing on it has no report that its footer could be.
  const isReport = (element: PageElement) =>
    total >= SHORTEST_REPORT && (weights.get(element) ?? 0) > total * MAIN_SHARE;
  const known = new Map<PageElement, string | null>();
  const common = commonShape(chosen, total * TRUNK_SHARE);
  const [from, to] = [blocks.findIndex(isChosen), blocks.findLastIndex(isChosen)];
  const comments = commentsFrom(blocks, from);
  const isSpoken = speaksToReaders(chosen);
  const isOfText = (talk: string | null, index: number) => {
    const block = blocks[index];
    if (talk !== 'nothing-but-a-link' || block === undefined) return isSpoken && SPEAKS.has(talk ?? '');
    return isLinkedHeading(block, blocks[index + 1]) || isListedBehindColon(blocks, index);
  };
  const whyLeft = (block: PageBlock, index: number): string | null => {
    if (index >= comments) return 'comments';
    // What is built like most of the report is of it, whatever stands around ("teaser-content").
    const isCommon = chosen.has(block) && common !== null && shapeOf(block) === common;
    const beside = partAround(block, signs, isReport, known);
    const part = isCommon && beside !== 'form' ? null : beside;
    if (block.isPost) return part === 'social' ? null : part;
    const isNote = part === 'footer' && chosen.has(block) && isNoteOf(block, isReport);
    if (part !== null && !isNote) return part;
    const talk = pageTalk(block, kit);
    return isOfText(talk, index) ? null : talk;
  };
  for (const [index, block] of blocks.entries()) {
    if (index < from - AROUND || index >= to + AROUND) continue;
    const why = whyLeft(block, index);
    if (why !== null) left.set(block, why);
  }
  for (const block of teasersAmong(blocks, left, total)) left.set(block, 'teaser');
  for (const block of videosAmong(blocks)) left.set(block, 'video');
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
      ? isAlike ||
          isProse(block) ||
          freed.has(block) ||
          isItemBeside(block, paragraphsIn) ||
          isTerm(block, blocks[index + 1])
      : isAlike && isProse(block);
  });
  for (const block of spokenToReaders(kept)) left.set(block, 'speaks-to-readers');
  for (const block of boxesOfTalk(blocks, left, isReport)) left.set(block, 'box-of-talk');
  const said = kept.filter((block) => !left.has(block));
  for (const block of tailOf(said, blocks, left)) left.set(block, 'tail');
  return { trunk, kept: withoutLooseEnds(said.filter((block) => !left.has(block))), left };
}

/** The blocks that Readability chose, with the other candidate, what is built alike and whole sections. */
function chosenOf(
  blocks: readonly PageBlock[],
  chosenTexts: ReadonlySet<PageText>,
  {
    free,
    partOf,
    sections,
  }: {
    free: readonly PageBlock[];
    partOf: (block: PageBlock) => string | null;
    sections: ReadonlySet<PageElement>;
  },
): ReadonlySet<PageBlock> {
  const chosen = new Set(blocks.filter((block) => isMostlyIn(block, chosenTexts)));
  const other = otherCandidate(free, chosen);
  // Where it is doubted, what it took of other parts of the page was taken for the report.
  if (other.length > 0) for (const block of chosen) if (partOf(block) !== null) chosen.delete(block);
  for (const block of other) chosen.add(block);
  for (const block of alikeIn(free, chosen)) chosen.add(block);
  const weights = weightsOf(chosen);
  const missed = new Set([...sections].filter(({ parent }) => parent !== null && weights.has(parent)));
  for (const block of blocks) if (holderAmong(block, missed) !== null) chosen.add(block);
  return chosen;
}

/** What was chosen; of a brief above a longer list of other reports, what stands above it. */
function withoutListsBelow(
  blocks: readonly PageBlock[],
  chosen: ReadonlySet<PageBlock>,
  { free, kit }: { free: readonly PageBlock[]; kit: PageKit },
): ReadonlySet<PageBlock> {
  const least = lengthOf(chosen) * MAIN_SHARE;
  const parts = [...weightsOf(chosen)]
    .filter(
      ([element, weight]) => weight > least && [...around(element)].some((at) => partOf(at, kit) !== null),
    )
    .map(([element]) => element);
  const lists = listsBelow(blocks, { free, parts: [...parts, ...unnamedLists(blocks, free)] });
  if (lists.size === 0) return chosen;
  return new Set([...chosen, ...free].filter((block) => holderAmong(block, lists) === null));
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

const SHORTEST_OPENING = 40;

/** Whether an item is of a list that a sentence of the report opens: "The candidates are, in the order of their names:". */
function isListedBehindColon(blocks: readonly PageBlock[], index: number): boolean {
  const list = blocks[index]?.element.parent;
  if (blocks[index]?.element.tag !== 'li') return false;
  const before = blocks
    .slice(Math.max(0, index - LONGEST_LIST), index)
    .findLast(({ element }) => element.parent !== list);
  return before?.element.tag === 'p' && before.text.length >= SHORTEST_OPENING && before.text.endsWith(':');
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

function isProse({ element, text, linked }: PageBlock): boolean {
  if (linked >= 0.5) return false;
  if (HEADING.test(element.tag)) return element.parent?.tag !== 'li';
  if (element.parent?.tag === 'li' && element.tag === 'p') return false;
  if (PROSE_TAGS.has(element.tag) || element.tag.includes('-'))
    return endsSentence(text) || text.length >= SHORTEST_PROSE;
  return element.tag === 'li' && endsSentence(text);
}

/** What stands before its explanation in a list of such. */
const isTerm = ({ element, linked }: PageBlock, next: PageBlock | undefined): boolean =>
  element.tag === 'dt' && linked < 0.5 && next?.element.tag === 'dd' && isProse(next);

/** An item, no link to another page of the site, of a list that stands beside the report's paragraphs. */
const isItemBeside = (
  { element, linked, leadsAway }: PageBlock,
  paragraphsIn: ReadonlySet<PageElement | null>,
) =>
  element.tag === 'li' &&
  (linked === 0 || leadsAway) &&
  [element.parent?.parent, element.parent?.parent?.parent].some((at) => at != null && paragraphsIn.has(at));

/** A heading with nothing behind it heads something that was left out. */
function withoutLooseEnds(kept: readonly PageBlock[]): PageBlock[] {
  const last = kept.findLastIndex(({ element }) => !HEADING.test(element.tag));
  return kept.slice(0, last + 1);
}
