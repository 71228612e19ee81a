import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom/worker';
import { isHidden } from './display.ts';
import type { PageBlock } from './page-blocks.ts';
import { endsSentence } from './page-talk.ts';
import {
  isWithin,
  type PageElement,
  type PageNode,
  type PageText,
  type PageTree,
  textsOf,
} from './page-tree.ts';

/** The attribute that carries an element's number through Readability. */
const NUMBER = 'data-number';
/** What Readability weighs an element by. */
const WEIGHED = ['class', 'id', 'role', 'rel', 'itemprop', 'href'];
/** Parts that are never a report's text, and whose words would weigh in. */
const ASIDE = new Set(['nav', 'button', 'dialog']);
const VOID = new Set([
  'br',
  'hr',
  'img',
  'input',
  'wbr',
  'source',
  'track',
  'col',
  'area',
  'link',
  'meta',
  'base',
]);

/** A page of more elements takes Readability longer than a reader waits: a tenth of a millisecond for each. */
const MOST_WEIGHED = 20_000;
const SHORTEST_PROSE = 60;

/** The little that is asked of a DOM node. */
interface DomNode {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly childNodes: Iterable<DomNode>;
  getAttribute?(name: string): string | null;
}
const TEXT_NODE = 3;
/** How many text nodes with the same words are looked at for the one that is meant. */
const MOST_ALIKE = 100;

/**
 * The text nodes that Readability takes for the page's article; none where it finds no article, and all that read like
 * prose where the page is too large for it.
 * It works on a DOM of its own, made from the parser's tree; what it keeps is found again by the numbers of elements.
 */
export function chosenTexts(
  tree: PageTree,
  { blocks, links }: { blocks: readonly PageBlock[]; links: ReadonlySet<PageElement> },
): ReadonlySet<PageText> {
  if (tree.elements.length > MOST_WEIGHED) return proseOf(blocks);
  try {
    return byReadability(tree, links);
  } catch {
    // Pages that nobody wrote break what is made for those that somebody did.
    return proseOf(blocks);
  }
}

/** The texts of all blocks that read like prose: what there is to go by on a page that is too large to weigh. */
function proseOf(blocks: readonly PageBlock[]): ReadonlySet<PageText> {
  const prose = blocks.filter(
    ({ text, linked }) => linked < 0.3 && text.length >= SHORTEST_PROSE && endsSentence(text),
  );
  return new Set(prose.flatMap(({ texts }) => texts));
}

function byReadability(tree: PageTree, links: ReadonlySet<PageElement>): ReadonlySet<PageText> {
  const { root, elements } = tree;
  const { document } = parseHTML(`<!doctype html>${written(tree.root, links)}`);
  const article = new Readability<DomNode>(document as never, {
    disableJSONLD: true,
    serializer: (node) => node as unknown as DomNode,
  }).parse();
  const chosen = new Set<PageText>();
  if (article?.content == null) return chosen;
  const byWords = Map.groupBy(textsOf(root), ({ value }) => harmless(value).trim());
  const take = (words: string, within: PageElement) => {
    const left = byWords.get(words) ?? [];
    const at = left.slice(0, MOST_ALIKE).findIndex(({ parent }) => isWithin(parent, within));
    const [found] = at < 0 ? [] : left.splice(at, 1);
    if (found !== undefined) chosen.add(found);
  };
  const keep = (node: DomNode, within: PageElement) => {
    if (node.nodeType === TEXT_NODE) {
      const words = (node.textContent ?? '').trim();
      if (words !== '') take(words, within);
      return;
    }
    const number = node.getAttribute?.(NUMBER);
    const element = number == null ? within : (elements[Number(number)] ?? within);
    for (const child of node.childNodes) keep(child, element);
  };
  keep(article.content, root);
  return chosen;
}

/** The tree as HTML with numbered elements, without what is hidden. */
function written(root: PageElement, links: ReadonlySet<PageElement>): string {
  const parts: string[] = [];
  write(root, notWeighed(root, links), parts);
  return parts.join('');
}

function write(node: PageNode, left: ReadonlySet<PageElement>, parts: string[]): void {
  if (node.kind === 'text') {
    parts.push(harmless(node.value));
    return;
  }
  const { tag, attributes, number, children } = node;
  if (tag === 'head') {
    parts.push('<head></head>');
    return;
  }
  if (ASIDE.has(tag) || (tag !== 'html' && tag !== 'body' && (isHidden(node) || left.has(node)))) return;
  parts.push('<', tag, ' ', NUMBER, '="', String(number), '"');
  for (const name of WEIGHED) {
    const value = attributes.get(name);
    if (value !== undefined) parts.push(' ', name, '="', harmless(value), '"');
  }
  parts.push('>');
  if (VOID.has(tag)) return;
  for (const child of children) write(child, left, parts);
  parts.push('</', tag, '>');
}

/** An element with so many others in it, most of whose words are links, and none of which is prose, lists other pages. */
const MANY = 24;
const MOSTLY_LINKED = 0.5;
const SHORTEST_SENTENCE = 60;

/** What an element holds: elements, characters, those of links, and whether some words stand that may be a report's. */
interface Held {
  readonly elements: number;
  readonly length: number;
  readonly linked: number;
  readonly hasProse: boolean;
  /** It has words, a picture or a line break. */
  readonly shows: boolean;
}

/** What is seen without words. */
const SHOWN = new Set(['img', 'br', 'hr', 'picture', 'video', 'figure']);

/**
 * What Readability need not weigh: the elements that only list other pages, alone or with those beside them that are
 * alike (the cards of a page), and those with nothing in them. On a page of news they are most of it, and leaving them
 * out one by one would be most of its time.
 */
function notWeighed(root: PageElement, links: ReadonlySet<PageElement>): ReadonlySet<PageElement> {
  const left = new Set<PageElement>();
  const leaveLists = (below: readonly { child: PageNode; held: Held }[]) => {
    const alike = Map.groupBy(below, ({ child }) => (child.kind === 'element' ? likenessOf(child) : ''));
    for (const [likeness, some] of alike)
      if (likeness !== '' && isListOfLinks(sum(some.map(({ held }) => held))))
        for (const { child } of some) if (child.kind === 'element') left.add(child);
  };
  const hold = (node: PageNode, isLinked: boolean): Held => {
    if (node.kind === 'text') {
      const { length } = node.value.trim();
      return {
        elements: 0,
        length,
        linked: isLinked ? length : 0,
        hasProse: !isLinked && length >= SHORTEST_SENTENCE,
        shows: length > 0,
      };
    }
    const inLink = isLinked || links.has(node);
    const below = node.children.map((child) => ({ child, held: hold(child, inLink) }));
    for (const { child, held } of below) if (child.kind === 'element' && !held.shows) left.add(child);
    const own = sum(below.map(({ held }) => held));
    if (own.elements >= MANY && own.linked > 0) leaveLists(below);
    return { ...own, elements: own.elements + 1, shows: own.shows || SHOWN.has(node.tag) };
  };
  hold(root, false);
  return left;
}

/** What elements side by side have in common that are of one kind: the tag and the first class. */
function likenessOf({ tag, attributes }: PageElement): string {
  return `${tag}.${attributes.get('class')?.trim().split(/\s/)[0] ?? ''}`;
}

function isListOfLinks({ hasProse, elements, linked, length }: Held): boolean {
  return !hasProse && elements >= MANY && linked > 0 && linked >= length * MOSTLY_LINKED;
}

function sum(some: readonly Held[]): Held {
  const all = { elements: 0, length: 0, linked: 0, hasProse: false, shows: false };
  for (const { elements, length, linked, hasProse, shows } of some) {
    all.elements += elements;
    all.length += length;
    all.linked += linked;
    all.hasProse ||= hasProse;
    all.shows ||= shows;
  }
  return all;
}

/**
 * The signs that mean something in HTML, as others that do not: references would do, but linkedom makes a node of each,
 * and what is kept is found again by its words anyway.
 */
function harmless(text: string): string {
  return text.replaceAll('&', '\ue000').replaceAll('<', '\ue001').replaceAll('"', '\ue002');
}
