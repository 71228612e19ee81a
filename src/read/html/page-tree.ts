import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';
import { once } from './once.ts';

/** An element of a page, as the HTML standard's parser places it. */
export interface PageElement {
  readonly kind: 'element';
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly parent: PageElement | null;
  readonly children: readonly PageNode[];
  /** Its place among the page's elements, in the order of the page. */
  readonly number: number;
  /** The range of its start tag in the source; empty where the parser supplied it. */
  readonly start: number;
  readonly end: number;
  /** The range of its end tag in the source; null where it has none. */
  readonly closed: { readonly start: number; readonly end: number } | null;
}

/** A run of characters of a page: what they say, and the range of the source that they were parsed from. */
export interface PageText {
  readonly kind: 'text';
  readonly value: string;
  readonly start: number;
  readonly end: number;
  readonly parent: PageElement;
}

export type PageNode = PageElement | PageText;

/** The tree of a page without what nobody reads, its elements in the order of the page, and the JSON-LD that its scripts hold. */
export interface PageTree {
  readonly source: string;
  readonly root: PageElement;
  readonly elements: readonly PageElement[];
  readonly jsonLd: readonly string[];
  /** What it says to readers without scripts, each in one line without tags. */
  readonly unscripted: readonly string[];
}

/** Elements deeper than this cannot be a page that people read (browsers stop at 512), and cost the parser quadratic time. */
const DEEPEST = 512;
/** More elements than a page has that people read; misnested formatting elements could make billions of them. */
const MOST_NODES = 250_000;

const NOT_READ = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'math',
  'iframe',
  'object',
  'embed',
  'canvas',
  'audio',
  'video',
  'select',
  'textarea',
  'noframes',
  'amp-ad',
  'amp-analytics',
  'amp-audio',
  'amp-iframe',
  'amp-video',
]);

/** Thrown within the parser, which has no other way to be stopped. */
class Tangled extends Error {}

/** Takes the source of a page. Gives its tree, or what is wrong with it where it is a tangle that no browser shows. */
export function parsePage(source: string): PageTree | { readonly tangled: string } {
  const parsed = (scriptingEnabled: boolean) =>
    parse(source, { sourceCodeLocationInfo: true, treeAdapter: bounded(), scriptingEnabled });
  try {
    const { tree, noscripts } = toTree(source, parsed(true));
    // Where a script writes the report, what the page has for readers without scripts is all there is.
    return saysMore(noscripts, tree) ? toTree(source, parsed(false)).tree : tree;
  } catch (error) {
    if (error instanceof Tangled) return { tangled: error.message };
    throw error;
  }
}

/** parse5's own tree, made by a parser that stops at bounds. */
function bounded(): typeof defaultTreeAdapter {
  let depth = 0;
  let nodes = 0;
  return {
    ...defaultTreeAdapter,
    createElement(...made) {
      if (++nodes > MOST_NODES) throw new Tangled(`more than ${MOST_NODES} elements`);
      return defaultTreeAdapter.createElement(...made);
    },
    onItemPush() {
      if (++depth > DEEPEST) throw new Tangled(`elements nested more than ${DEEPEST} deep`);
    },
    onItemPop() {
      depth--;
    },
  };
}

type Mutable = Omit<PageElement, 'children'> & { children: PageNode[] };

function toTree(
  source: string,
  document: DefaultTreeAdapterTypes.Document,
): { tree: PageTree; noscripts: readonly string[] } {
  const elements: PageElement[] = [];
  const jsonLd: string[] = [];
  const noscripts: string[] = [];
  const html = document.childNodes.find(
    (node): node is DefaultTreeAdapterTypes.Element => node.nodeName === 'html',
  );
  const root = made('html', html, null);
  if (html !== undefined) fill(root, html);
  return { tree: { source, root, elements, jsonLd, unscripted: noscripts.map(withoutTags) }, noscripts };

  function made(
    tag: string,
    from: DefaultTreeAdapterTypes.Element | undefined,
    parent: PageElement | null,
  ): Mutable {
    const attributes = new Map(from?.attrs.map(({ name, value }) => [name, value]));
    const { startOffset = 0, endOffset = 0, startTag, endTag } = from?.sourceCodeLocation ?? {};
    const end = startTag?.endOffset ?? endOffset;
    const closed = endTag == null ? null : { start: endTag.startOffset, end: endTag.endOffset };
    const element: Mutable = {
      kind: 'element',
      tag,
      attributes,
      parent,
      children: [],
      number: elements.length,
      start: startOffset,
      end,
      closed,
    };
    elements.push(element);
    return element;
  }

  function fill(parent: Mutable, from: DefaultTreeAdapterTypes.ParentNode): void {
    for (const node of from.childNodes) {
      if ('value' in node) {
        const { startOffset = 0, endOffset = 0 } = node.sourceCodeLocation ?? {};
        parent.children.push({
          kind: 'text',
          value: node.value,
          start: startOffset,
          end: endOffset,
          parent: parent as PageElement,
        });
      } else if ('tagName' in node) {
        if (isJsonLd(node)) jsonLd.push(rawText(node));
        if (node.tagName === 'noscript' && parent.tag !== 'head') noscripts.push(rawText(node));
        if (NOT_READ.has(node.tagName) && !isShadow(node) && !isUnscripted(node) && !isProse(node)) continue;
        const element = made(node.tagName, node, parent as PageElement);
        parent.children.push(element as PageElement);
        fill(element, 'content' in node ? node.content : node);
      }
    }
  }
}

/** Words for readers without scripts, parsed as if there were none. */
const isUnscripted = ({ tagName, childNodes }: DefaultTreeAdapterTypes.Element) =>
  tagName === 'noscript' && childNodes.some(({ nodeName }) => nodeName !== '#text');

/** A report for readers without scripts has so many characters at least. */
const FEWEST_UNSCRIPTED = 400;
/** Where the page says next to nothing else, a shorter one will do. */
const FEWEST_ALONE = 150;
const NOTHING_ELSE = 60;
const SAMPLE = 60;

/** What a page says of scripts, and not of the world. */
const OF_SCRIPTS = /script|\bbrowsers?\b|\bcookies?\b|\benabled?\b/i;

/** Whether there is a report, or a paragraph of one, for readers without scripts whose beginning stands nowhere else on the page. */
function saysMore(noscripts: readonly string[], { root, unscripted }: PageTree): boolean {
  const paragraphs = noscripts.flatMap((part) => part.match(/<p\b/gi) ?? []).length;
  if (paragraphs === 0) return false;
  const words = root.children
    .map((part) => (part.kind === 'element' && part.tag === 'head' ? '' : wordsOf(part)))
    .join(' ');
  const isNew = (said: string) => !words.includes(said.slice(0, SAMPLE).trim());
  const all = unscripted.join(' ');
  const fewest = words.length < NOTHING_ELSE ? FEWEST_ALONE : FEWEST_UNSCRIPTED;
  return (
    (paragraphs > 1 && all.length >= fewest && isNew(all)) ||
    unscripted.some((part) => isSentence(part) && !OF_SCRIPTS.test(part) && isNew(part))
  );
}

const withoutTags = (html: string): string =>
  html
    .replace(/<[^<>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const isSentence = (said: string): boolean => said.length >= SAMPLE && /[.!?]["”’»]?$/.test(said);

/** A template that holds paragraphs as they are, with no place for a script to fill: a script shows them. */
function isProse(node: DefaultTreeAdapterTypes.Element): boolean {
  if (node.tagName !== 'template' || !('content' in node)) return false;
  const { childNodes } = (node as DefaultTreeAdapterTypes.Template).content;
  const own = childNodes.filter((child) => 'tagName' in child);
  return (
    own.length > 0 &&
    own.every(({ tagName }) => tagName === 'p') &&
    own.some((child) => isSentence(textIn(child)) && !/[{}[\]]/.test(textIn(child)))
  );
}

/** A template that browsers show in place: the inside of an element of the page's own. */
const isShadow = ({ tagName, attrs }: DefaultTreeAdapterTypes.Element) =>
  tagName === 'template' && attrs.some(({ name }) => name === 'shadowrootmode');

function isJsonLd({ tagName, attrs }: DefaultTreeAdapterTypes.Element): boolean {
  const type = attrs.find(({ name }) => name === 'type')?.value ?? '';
  return tagName === 'script' && /^application\/ld\+json\b/i.test(type.trim());
}

function rawText({ childNodes }: DefaultTreeAdapterTypes.Element): string {
  return childNodes.map((node) => ('value' in node ? node.value : '')).join('');
}

/** The words that the parser found within a node, with single spaces. */
const textIn = (node: DefaultTreeAdapterTypes.ChildNode): string =>
  ('value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textIn).join('') : '')
    .replace(/\s+/g, ' ')
    .trim();

/** Marks of no more characters are looked at: no name of a part comes so late. */
const MOST_MARKED = 500;

/** What an element is marked with: its classes and its id, cut into the words that they are made of. */
export const marksOf = once(({ attributes }: PageElement): readonly string[] =>
  wordsOfMarks(MARKS.map((name) => attributes.get(name) ?? '').join(' ')),
);

/** The words that marks are made of, in lower case; digits are none. */
export function wordsOfMarks(marks: string): readonly string[] {
  return marks
    .slice(0, MOST_MARKED)
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
}

const MARKS = ['class', 'id', 'data-component', 'data-testid'];

/** Gives a function that tells whether an element is marked with one of some words; it cuts no marks that have none of them. */
export function markedWith(words: readonly string[]): (element: PageElement) => boolean {
  const names = new Set(words);
  const hint = new RegExp(words.join('|'), 'i');
  return (element) =>
    MARKS.some((name) => hint.test(element.attributes.get(name) ?? '')) &&
    marksOf(element).some((mark) => names.has(mark));
}

/** The element and all around it, innermost first. */
export function* around(element: PageElement | null): Generator<PageElement> {
  for (let at = element; at !== null; at = at.parent) yield at;
}

export function isWithin(element: PageElement, outer: PageElement): boolean {
  let at: PageElement | null = element;
  // What stands within an element comes behind it.
  while (at !== null && at.number > outer.number) at = at.parent;
  return at === outer;
}

/** All text nodes below, in the order of the page. */
export function* textsOf(node: PageNode): Generator<PageText> {
  const left: PageNode[] = [node];
  for (let at = left.pop(); at !== undefined; at = left.pop()) {
    if (at.kind === 'text') yield at;
    else
      for (let index = at.children.length - 1; index >= 0; index--) left.push(at.children[index] as PageNode);
  }
}

/** The words below, with single spaces. */
export function wordsOf(node: PageNode): string {
  let words = '';
  for (const { value } of textsOf(node)) words += value;
  return words.replace(/\s+/g, ' ').trim();
}
