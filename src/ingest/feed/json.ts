import { type JSONVisitor, visit } from 'jsonc-parser';
import { type ListedItem, type Listing, linksOfId, MOST_ITEMS } from './listed.ts';

const VERSION = /"version"\s{0,100}:\s{0,100}"https?:\\?\/\\?\/(?:www\.)?jsonfeed\.org\b/i;

/** Whether a text is a JSON Feed's, marks and comments before it aside, whole or cut. */
export function isJsonFeed(text: string): boolean {
  return /^[\s\ufeff]*(?:\{|\/[*/])/.test(text.slice(0, 2048)) && VERSION.test(text);
}

/** What a JSON Feed lists; of one that is cut, the items that are whole; null where there is no list. */
export function listedInJson(text: string, address: string | null): Listing | null {
  const json = text.replace(/^\ufeff/, '');
  const found = walked(json, address);
  if (found.isWhole) return found.listing;
  // A text with a bare line break ends there for the parser.
  const mended = walked(json.replaceAll(/\p{Cc}/gu, ' '), address);
  const isMore = (mended.listing?.items.length ?? 0) > (found.listing?.items.length ?? 0);
  return isMore ? mended.listing : found.listing;
}

type Field = string | number;

function walked(json: string, base: string | null): { listing: Listing | null; isWhole: boolean } {
  const feed = new Map<string, Field>();
  const items: ListedItem[] = [];
  /** The kinds of what is open, outermost first, and the name within each. */
  const open: string[] = [];
  let item = new Map<string, Field>();
  let key = '';
  let list = '';
  let hasList = false;
  let isWhole = true;
  let isClosed = false;
  const isAt = (path: string) => open.length === path.length && open.join('') === path;
  const visitor: JSONVisitor = {
    onObjectBegin: () => {
      open.push('{');
      if (isAt('{[{')) item = new Map();
    },
    onObjectProperty: (name) => {
      key = name;
      if (isAt('{')) list = name;
    },
    onLiteralValue: (value: unknown) => {
      if (typeof value !== 'string' && typeof value !== 'number') return;
      if (isAt('{')) feed.set(key, value);
      else if (isAt('{[{') && list === 'items') item.set(key, value);
    },
    onObjectEnd: (offset) => {
      // At the end of a cut text every open object is told as ended.
      const isEnd = json.charAt(offset) === '}';
      if (isEnd && isAt('{[{') && list === 'items' && items.length < MOST_ITEMS)
        items.push(itemOf(item, base));
      if (isEnd && isAt('{')) isClosed = true;
      open.pop();
    },
    onArrayBegin: () => {
      open.push('[');
      if (isAt('{[') && list === 'items') hasList = true;
    },
    onArrayEnd: () => {
      open.pop();
    },
    onError: () => {
      isWhole = false;
    },
  };
  visit(json, visitor, { allowTrailingComma: true });
  if (!hasList || (items.length === 0 && !isWhole)) return { listing: null, isWhole };
  return {
    isWhole,
    listing: {
      title: textOf(feed.get('title')),
      home: textOf(feed.get('home_page_url')),
      items,
      feeds: [],
      isWhole: isClosed,
    },
  };
}

function textOf(value: Field | undefined): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim().toWellFormed() : null;
}

function itemOf(item: ReadonlyMap<string, Field>, base: string | null): ListedItem {
  const links = ['url', 'external_url'].flatMap((name) => {
    const href = textOf(item.get(name));
    return href === null ? [] : [{ href, base }];
  });
  return {
    links: [...links, ...linksOfId(textOf(item.get('id')) ?? '')],
    title: textOf(item.get('title')),
    at: textOf(item.get('date_modified')) ?? textOf(item.get('date_published')),
  };
}
