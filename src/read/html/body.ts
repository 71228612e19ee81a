import { endsSentence, pageTalk, partAround } from './boilerplate.ts';
import type { PageBlock } from './page-blocks.ts';
import { around, isWithin, type PageElement, type PageText } from './page-tree.ts';
import type { PageKit } from './page-words.ts';

/** The element that holds so much of what was chosen is the report's. */
const TRUNK_SHARE = 0.6;
/** An element with so much of what was chosen is no side part, whatever it is called. */
const MAIN_SHARE = 0.25;
/** How many blocks before and behind what was chosen are looked at too. */
const AROUND = 40;
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
 * Which blocks are the report's text. Readability says what the page's article is; what it took along of other parts of
 * the page is left out, and paragraphs that it lost between those it kept, or beside them in the same kind of element,
 * are taken back.
 */
export function bodyOf(blocks: readonly PageBlock[], chosenTexts: ReadonlySet<PageText>, kit: PageKit): Body {
  const left = new Map<PageBlock, string>();
  const chosen = new Set(blocks.filter((block) => isMostlyIn(block, chosenTexts)));
  if (chosen.size === 0) return { trunk: null, kept: [], left };
  const isChosen = (block: PageBlock) => chosen.has(block);
  const weights = weightsOf(chosen);
  const total = [...chosen].reduce((sum, { text }) => sum + text.length, 0);
  const trunk = trunkOf(weights, total);
  const isReport = (element: PageElement) => (weights.get(element) ?? 0) > total * MAIN_SHARE;
  const known = new Map<PageElement, string | null>();
  const common = commonShape(chosen, total);
  const [from, to] = [blocks.findIndex(isChosen), blocks.findLastIndex(isChosen)];
  for (const block of blocks.slice(Math.max(0, from - AROUND), to + AROUND)) {
    // What is built like most of the report is of it, whatever stands around ("teaser-content").
    const isCommon = chosen.has(block) && common !== null && shapeOf(block) === common;
    const why = (isCommon ? null : partAround(block, kit, isReport, known)) ?? pageTalk(block, kit);
    if (why !== null) left.set(block, why);
  }
  const first = blocks.findIndex((block) => chosen.has(block) && !left.has(block));
  const last = blocks.findLastIndex((block) => chosen.has(block) && !left.has(block));
  const shapes = new Set([...chosen].filter((block) => !left.has(block)).map(shapeOf));
  const kept = blocks.filter((block, index) => {
    if (left.has(block)) return false;
    if (chosen.has(block)) return true;
    if (trunk === null || !isWithin(block.element, trunk)) return false;
    const isAlike = shapes.has(shapeOf(block)) && block.linked < 0.5;
    return index > first && index < last ? isAlike || isProse(block) : isAlike && isProse(block);
  });
  return { trunk, kept: withoutLooseEnds(kept), left };
}

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

/** How many chosen characters stand in each element. */
function weightsOf(chosen: ReadonlySet<PageBlock>): Map<PageElement, number> {
  const weights = new Map<PageElement, number>();
  for (const { element, text } of chosen)
    for (const at of around(element)) weights.set(at, (weights.get(at) ?? 0) + text.length);
  return weights;
}

/** The innermost element with most of what was chosen. */
function trunkOf(weights: ReadonlyMap<PageElement, number>, total: number): PageElement | null {
  let trunk: PageElement | null = null;
  for (const [element, weight] of weights)
    if (weight >= total * TRUNK_SHARE && (trunk === null || element.number > trunk.number)) trunk = element;
  return trunk;
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
  if (HEADING.test(element.tag)) return true;
  if (PROSE_TAGS.has(element.tag)) return endsSentence(text) || text.length >= SHORTEST_PROSE;
  return element.tag === 'li' && endsSentence(text);
}

/** A heading with nothing behind it heads something that was left out. */
function withoutLooseEnds(kept: readonly PageBlock[]): PageBlock[] {
  const last = kept.findLastIndex(({ element }) => !HEADING.test(element.tag));
  return kept.slice(0, last + 1);
}
