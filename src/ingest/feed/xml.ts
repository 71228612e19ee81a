import { Parser } from 'htmlparser2';
import { type Link, type ListedItem, type Listing, MOST_ITEMS } from './listed.ts';
import { mendedXml } from './mended-xml.ts';
import type { Root } from './root.ts';
import { type Element, elementOf, itemOf, wordsOf } from './xml-item.ts';

/** Feeds are five deep; beyond this, only what was whole before counts. */
const DEEPEST = 256;
/** What an element may say, in characters: a title's, and the part of a text that nobody reads here. */
const LONGEST = 10_000;
/** How deep words may stand below a title: it may be marked up. */
const MARKED_UP = 8;
/** Elements of one item that are looked at. */
const MOST_SAID = 200;

const ITEMS: Readonly<Record<string, string>> = {
  rss: 'item',
  rdf: 'item',
  feed: 'entry',
  urlset: 'url',
  sitemapindex: 'sitemap',
};
const HEADS: ReadonlySet<string> = new Set(['channel', 'feed', 'rss', 'rdf', 'head']);

/** Thrown within the walk where the rest is not looked at. */
class Enough extends Error {}

/**
 * Walks a feed's XML from its root on and gives what it lists, as far as it goes: of a feed that is cut, the items that are
 * whole; null where it is cut before the first. Entities that it does not know stay as they are written.
 */
export function listedInXml(text: string, root: Root, address: string | null): Listing | null {
  const walk = new Walk(root, address);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => walk.open(name, attributes),
      ontext: (words) => walk.words(words),
      onclosetag: () => walk.close(),
    },
    { xmlMode: true },
  );
  try {
    parser.write(mendedXml(text.slice(root.at)));
    walk.endOfText();
    parser.end();
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
  return walk.listing();
}

class Walk {
  readonly #root: Root;
  readonly #address: string | null;
  readonly #path: Element[] = [];
  readonly #items: ListedItem[] = [];
  readonly #feeds: Link[] = [];
  #item: { readonly element: Element; readonly said: Element[] } | null = null;
  #title: string | null = null;
  #home: string | null = null;
  #isCut = false;
  #isWhole = false;

  constructor(root: Root, address: string | null) {
    this.#root = root;
    this.#address = address;
  }

  open(tag: string, attributes: Record<string, string>): void {
    if (this.#path.length >= DEEPEST || this.#items.length + this.#feeds.length >= MOST_ITEMS)
      throw new Enough();
    const above = this.#path.at(-1);
    const element = elementOf(tag, attributes, {
      base: above === undefined ? this.#address : above.base,
      prefix: this.#root.prefix,
    });
    if (this.#isItem(element)) {
      this.#keep();
      this.#item = { element, said: [] };
    } else if (this.#root.name === 'opml' && element.name === 'outline') this.#outline(element);
    this.#path.push(element);
  }

  words(words: string): void {
    for (const element of this.#path.slice(-MARKED_UP))
      if (element.text.length < LONGEST) element.text += words.slice(0, LONGEST);
  }

  close(): void {
    const element = this.#path.pop();
    if (element === undefined || this.#isCut) return;
    if (element === this.#item?.element) this.#keep();
    else if (this.#item !== null) this.#say(element, this.#item);
    else this.#head(element);
    if (this.#path.length > 0) return;
    this.#isWhole = true;
    throw new Enough();
  }

  /** What closes from here on was not closed by the feed. */
  endOfText(): void {
    this.#isCut = true;
  }

  listing(): Listing | null {
    if (!this.#isWhole && this.#items.length + this.#feeds.length === 0) return null;
    return { title: this.#title, home: this.#home, items: this.#items, feeds: this.#feeds };
  }

  #isItem({ name, isOwn }: Element): boolean {
    return isOwn && this.#path.length > 0 && name === ITEMS[this.#root.name];
  }

  /** What stands right within an item, or within its `news:news`. */
  #say(element: Element, item: { readonly element: Element; readonly said: Element[] }): void {
    const above = this.#path.at(-1);
    const isWithin = above === item.element || (above?.name === 'news' && this.#path.at(-2) === item.element);
    if (isWithin && item.said.length < MOST_SAID) item.said.push(element);
  }

  /** Title and page of the feed itself. */
  #head({ name, isOwn, text, attributes }: Element): void {
    const above = this.#path.at(-1)?.name ?? '';
    if (!isOwn || !HEADS.has(above)) return;
    if (name === 'title') this.#title ??= wordsOf(text);
    else if (name === 'link' && (attributes.rel ?? 'alternate') === 'alternate')
      this.#home ??= wordsOf(attributes.href ?? text);
  }

  #outline({ attributes, base }: Element): void {
    const href = Object.entries(attributes).find(([name]) => name.toLowerCase() === 'xmlurl')?.[1];
    if (href !== undefined) this.#feeds.push({ href, base });
  }

  /** Keeps the item that ends here, or that the next one begins in. */
  #keep(): void {
    const item = this.#item;
    this.#item = null;
    if (item === null) return;
    const listed = itemOf(item.element, item.said);
    if (this.#root.name === 'sitemapindex') this.#feeds.push(...listed.links.slice(0, 1));
    else this.#items.push(listed);
  }
}
