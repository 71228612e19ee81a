import { Parser } from 'htmlparser2';
import { type Link, type ListedItem, type Listing, MOST_ITEMS } from './listed.ts';
import { mendedXml } from './mended-xml.ts';
import type { Root } from './root.ts';
import { type Element, elementOf, itemOf, wordsOf } from './xml-item.ts';

/** Feeds are five deep, but one may hold the tags of pages as they are; beyond this, what was whole before counts. */
const DEEPEST = 1024;
/** Characters of an element's text that are kept: titles and addresses have fewer. */
const LONGEST = 10_000;
/** How deep the words of a title may stand below it: it may be marked up. */
const MARKED_UP = 8;
/** Elements of one item that are looked at. */
const MOST_SAID = 200;

const ITEMS: Readonly<Record<Root['name'], string | null>> = {
  rss: 'item',
  rdf: 'item',
  feed: 'entry',
  urlset: 'url',
  sitemapindex: 'sitemap',
  opml: null,
};
const HEADS: ReadonlySet<string> = new Set(['channel', 'feed', 'rss', 'rdf', 'head']);

/**
 * Walks a feed's XML from its root on and gives what it lists, as far as it goes: of a feed that is cut, the items that
 * are whole; null where it is cut before the first. References that nobody defines stay as they are written.
 */
export function listedInXml(text: string, root: Root, address: string | null): Listing | null {
  const walk = new Walk(root, address);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        walk.open(name, attributes);
        // A parser that pauses keeps the rest, and takes nothing more of it.
        if (walk.isOver()) parser.pause();
      },
      ontext: (words) => walk.words(words),
      onclosetag: () => walk.close(),
    },
    { xmlMode: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.write(mendedXml(text.slice(root.at)));
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
  #isWhole = false;

  constructor(root: Root, address: string | null) {
    this.#root = root;
    this.#address = address;
  }

  /** Whether the rest is not looked at: too deep, too many, or behind the root's end. */
  isOver(): boolean {
    const { length } = this.#path;
    return this.#isWhole || length > DEEPEST || this.#items.length + this.#feeds.length >= MOST_ITEMS;
  }

  open(tag: string, attributes: Record<string, string>): void {
    if (this.isOver()) return;
    const above = this.#path.at(-1);
    const base = above === undefined ? this.#address : above.base;
    const element = elementOf(tag, attributes, { base, prefix: this.#root.prefix });
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
    if (this.#isWhole) return;
    const element = this.#path.pop();
    if (element === undefined) return;
    if (element === this.#item?.element) this.#keep();
    else if (this.#item !== null) this.#say(element, this.#item);
    else this.#head(element);
    this.#isWhole = this.#path.length === 0;
  }

  listing(): Listing | null {
    const isEmpty = this.#items.length + this.#feeds.length === 0;
    if (isEmpty && !this.#isWhole) return null;
    return {
      title: this.#title,
      home: this.#home,
      items: this.#items,
      feeds: this.#feeds,
      isWhole: this.#isWhole,
    };
  }

  #isItem({ name, isOwn }: Element): boolean {
    return isOwn && this.#path.length > 0 && name === ITEMS[this.#root.name];
  }

  /** What stands right within an item, or within its `news:news`. */
  #say(element: Element, { element: item, said }: { element: Element; said: Element[] }): void {
    const above = this.#path.at(-1);
    const isWithin = above === item || (above?.name === 'news' && this.#path.at(-2) === item);
    if (isWithin && said.length < MOST_SAID) said.push(element);
  }

  /** Title and page of the feed itself. */
  #head({ name, isOwn, text, attributes }: Element): void {
    if (!isOwn || !HEADS.has(this.#path.at(-1)?.name ?? '')) return;
    if (name === 'title') this.#title ??= wordsOf(text);
    else if (name === 'link' && (attributes.rel ?? 'alternate') === 'alternate')
      this.#home ??= wordsOf(attributes.href ?? text);
  }

  #outline({ attributes: { xmlurl, url, type = '' }, base }: Element): void {
    const href = xmlurl ?? (/^(?:rss|atom|feed)$/i.test(type) ? url : undefined);
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
