/** An address as a feed writes it: `base` is what its `xml:base` says, or null; `id` an address only where it is absolute. */
export interface Link {
  readonly href: string;
  readonly base: string | null;
}

/** What a feed says of an item, before its addresses are looked at: those are tried in their order. */
export interface ListedItem {
  readonly links: readonly Link[];
  readonly title: string | null;
  /** The last change that it names, as it writes it. */
  readonly at: string | null;
}

/** What a feed of any kind says. */
export interface Listing {
  readonly title: string | null;
  /** The page that the feed is of: addresses of a feed that comes from no address are relative to it. */
  readonly home: string | null;
  readonly items: readonly ListedItem[];
  readonly feeds: readonly Link[];
}

/** More than any outlet lists; a sitemap may have 50,000 by its standard. */
export const MOST_ITEMS = 50_000;

/** An id as an address: a bare one, "12345" or "tag:…", is none, and never relative to anything. */
export function linkOfId(id: string): Link[] {
  return /^\s*https?:\/\//i.test(id) ? [{ href: id, base: null }] : [];
}
