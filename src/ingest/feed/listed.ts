/** An address as a feed writes it, and what it is relative to: the nearest `xml:base`, else the feed's own address. */
export interface Link {
  readonly href: string;
  readonly base: string | null;
}

/** What a feed says of an item before its addresses are looked at: they are tried in their order. */
export interface ListedItem {
  readonly links: readonly Link[];
  readonly title: string | null;
  /** When it was last changed, else published, as the feed writes it. */
  readonly at: string | null;
}

/** What a feed of any kind says, as far as it goes. */
export interface Listing {
  readonly title: string | null;
  /** The page that the feed is of: what a feed from no address has its addresses relative to. */
  readonly home: string | null;
  readonly items: readonly ListedItem[];
  readonly feeds: readonly Link[];
  /** Whether it was read to its end. */
  readonly isWhole: boolean;
}

/** More than any outlet lists; a sitemap may have 50,000 by its standard. */
export const MOST_ITEMS = 50_000;

/** An id as an address: "12345" or "tag:…" is none, and is relative to nothing. */
export function linksOfId(id: string): Link[] {
  return /^\s*https?:\/\//i.test(id) ? [{ href: id, base: null }] : [];
}
