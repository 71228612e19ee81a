import type { Segment } from '../../record/index.ts';
import { canonicalText } from './canonical.ts';
import {
  around,
  marksOf,
  type PageElement,
  type PageNode,
  type PageText,
  type PageTree,
  textsOf,
} from './page-tree.ts';

/** A stretch of a page's text that stands by itself: a paragraph, a heading, a list item, a cell, a line of a menu. */
export interface PageBlock {
  /** The element that sets it apart. */
  readonly element: PageElement;
  readonly texts: readonly PageText[];
  /** Its words with single spaces, and where each stands in the source; null where that cannot be told for all of them. */
  readonly text: string;
  readonly segments: readonly Segment[] | null;
  /** How many of its characters are the words of links, from 0 to 1. */
  readonly linked: number;
}

const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q rp rt ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
/** Parts of a page that people press and fill in. */
const CONTROLS = new Set(['button', 'input', 'option', 'datalist', 'progress', 'meter', 'dialog']);
/** A card that is a link as a whole has a heading and a few lines. */
const LONGEST_LINK = 800;
/** Paragraphs that single line breaks part: so many at least, most of them of some length. */
const FEWEST_LINES = 3;
const SHORTEST_LINE = 60;
const MOSTLY = 0.7;
const SENTENCE = /[.!?…]["'”’»)\]]*$/u;
/** What is only read aloud: "opens in a new window". */
const READ_ALOUD = /(?:^| )(?:sr only|visually ?hidden|screen ?reader)(?: |$)/;

/** Whether an element is not shown, by its own attributes. */
export function isHidden(element: PageElement): boolean {
  const { attributes } = element;
  const style = attributes.get('style') ?? '';
  return (
    attributes.has('hidden') ||
    attributes.get('aria-hidden') === 'true' ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style) ||
    READ_ALOUD.test(marksOf(element).join(' '))
  );
}

/** All blocks of a page's body, in the order of the page. Two line breaks in a row part blocks, one is a space. */
export function blocksOf({ source, root }: PageTree, links: ReadonlySet<PageElement>): PageBlock[] {
  const blocks: PageBlock[] = [];
  let run: (PageText | PageElement)[] = [];
  const end = (element: PageElement) => {
    for (const line of paragraphsOf(run)) {
      const block = blockOf(source, element, { run: line, links });
      if (block !== null) blocks.push(block);
    }
    run = [];
  };
  const visit = (node: PageNode, block: PageElement): void => {
    if (node.kind === 'text') {
      run.push(node);
      return;
    }
    if (CONTROLS.has(node.tag) || isHidden(node)) return;
    if (node.tag === 'br') {
      if (isBreak(lastOf(run))) end(block);
      else run.push(node);
    } else if (INLINE.has(node.tag)) for (const child of node.children) visit(child, block);
    else {
      end(block);
      for (const child of node.children) visit(child, node);
      end(node);
    }
  };
  const body = root.children.find((node) => node.kind === 'element' && node.tag !== 'head');
  if (body !== undefined) visit(body, root);
  return blocks;
}

/** A run whose single line breaks stand between whole sentences is of several paragraphs; else they are spaces. */
function paragraphsOf(run: (PageText | PageElement)[]): (PageText | PageElement)[][] {
  const lines: (PageText | PageElement)[][] = [[]];
  for (const node of run)
    if (node.kind === 'element') lines.push([]);
    else lines.at(-1)?.push(node);
  if (lines.length < FEWEST_LINES) return [run];
  const written = lines.map((line) =>
    line
      .map((node) => ('value' in node ? node.value : ''))
      .join('')
      .trim(),
  );
  const whole = written.filter((line) => SENTENCE.test(line) && line.length >= SHORTEST_LINE);
  return whole.length >= lines.length * MOSTLY ? lines : [run];
}

/** What stands last but for white space. */
function lastOf(run: readonly (PageText | PageElement)[]): PageText | PageElement | undefined {
  return run.findLast((node) => node.kind === 'element' || /\S/.test(node.value));
}

const isBreak = (node: PageText | PageElement | undefined) => node?.kind === 'element';

function blockOf(
  source: string,
  element: PageElement,
  { run, links }: { run: readonly (PageText | PageElement)[]; links: ReadonlySet<PageElement> },
): PageBlock | null {
  const texts = run.filter((node) => node.kind === 'text');
  const { text, segments } = canonicalText(source, run);
  if (text === '') return null;
  const length = (some: readonly PageText[]) => some.reduce((sum, { value }) => sum + value.trim().length, 0);
  const linked = length(texts.filter((node) => isLinked(node, links)));
  return { element, texts, text, segments, linked: linked / Math.max(1, length(texts)) };
}

function isLinked(text: PageText, links: ReadonlySet<PageElement>): boolean {
  for (const at of around(text.parent)) if (links.has(at)) return true;
  return false;
}

/**
 * The links of a page. One that nobody closed goes on over everything behind it, as elements that begin at the same place
 * of the source: so long a link is none.
 */
export function linksOf(elements: readonly PageElement[]): ReadonlySet<PageElement> {
  const links = elements.filter((element) => element.tag === 'a' && !isAnchorOfHeading(element));
  const lengths = new Map<number, number>();
  for (const link of links) lengths.set(link.start, (lengths.get(link.start) ?? 0) + lengthOf(link));
  return new Set(links.filter(({ start }) => (lengths.get(start) ?? 0) <= LONGEST_LINK));
}

/** A heading that leads to itself, so that others can link to it, leads nowhere. */
function isAnchorOfHeading(element: PageElement): boolean {
  if (!(element.attributes.get('href') ?? '#').startsWith('#')) return false;
  for (const { tag } of around(element)) if (/^h[1-6]$/.test(tag)) return true;
  return false;
}

function lengthOf(element: PageElement): number {
  let length = 0;
  for (const { value } of textsOf(element)) length += value.trim().length;
  return length;
}
