import { Parser } from 'htmlparser2';
import { addressOf } from './address.ts';

/** Types by which a page names a feed, the surest first. */
const TYPES = [
  /^application\/(?:rss|atom|rdf)\+xml\b/,
  /^application\/feed\+json\b/,
  /^(?:text|application)\/xml\b/,
];
const COMMENTS = /\bcomments?\b/i;
/** More links than a page names feeds by. */
const MOST = 200;

interface Named {
  readonly href: string;
  readonly rank: number;
}

/**
 * The feeds that a page names by `<link rel="alternate">`, absolute, the best first: not one of comments, and one of XML
 * before one of JSON. Empty where it names none.
 */
export function feedsNamedBy(html: string, address: string): string[] {
  const found: Named[] = [];
  let base: string | null = null;
  const parser = new Parser({
    onopentag: (name, { rel = '', type = '', href, title = '' }) => {
      if (name === 'base') base ??= addressOf(href ?? '', address);
      if (name !== 'link' || href === undefined || found.length >= MOST) return;
      const kind = TYPES.findIndex((one) => one.test(type.trim().toLowerCase()));
      if (kind < 0 || !/(?:^|\s)(?:alternate|feed)(?:\s|$)/i.test(rel)) return;
      const isOfComments = COMMENTS.test(title) || COMMENTS.test(href);
      found.push({ href, rank: kind + (isOfComments ? TYPES.length : 0) });
    },
  });
  parser.end(html);
  const inOrder = found.toSorted((a, b) => a.rank - b.rank);
  return [...new Set(inOrder.flatMap(({ href }) => addressOf(href, base ?? address) ?? []))];
}
