import { decodeHTML } from 'entities';
import { type Link, type ListedItem, linkOfId } from './listed.ts';

/** An element of a feed while it is walked; `text` grows. */
export interface Element {
  /** The name without its prefix, in lower case, and whether it is the feed's own: `title` is, `media:title` is not. */
  readonly name: string;
  readonly prefix: string;
  readonly isOwn: boolean;
  readonly attributes: Readonly<Record<string, string>>;
  /** What its addresses are relative to. */
  readonly base: string | null;
  text: string;
}

/** Of an element: what the one above has as its base, and the prefix of the feed's own names. */
interface Within {
  readonly base: string | null;
  readonly prefix: string;
}

export function elementOf(
  tag: string,
  attributes: Readonly<Record<string, string>>,
  within: Within,
): Element {
  const colon = tag.indexOf(':');
  const prefix = tag.slice(0, Math.max(0, colon)).toLowerCase();
  return {
    name: tag.slice(colon + 1).toLowerCase(),
    prefix,
    isOwn: prefix === '' || prefix === within.prefix.toLowerCase() || prefix === 'rss',
    attributes,
    base: baseWithin(within.base, attributes['xml:base']),
    text: '',
  };
}

function baseWithin(above: string | null, own: string | undefined): string | null {
  return own === undefined ? above : (URL.parse(own.trim(), above ?? undefined)?.href ?? above);
}

/** Words of a feed in one line, without references to characters that XML does not know; null where there are none. */
export function wordsOf(text: string): string | null {
  const words = decodeHTML(text)
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return words === '' ? null : words.toWellFormed();
}

/** What an item says by what stands within it: its addresses in the order in which they are tried. */
export function itemOf(element: Element, said: readonly Element[]): ListedItem {
  const all = (...names: string[]) => names.flatMap((name) => said.filter((one) => isNamed(one, name)));
  const texts = (...names: string[]) => all(...names).map(({ text, base }) => ({ href: text.trim(), base }));
  const [pages, others] = alternates(all('link', 'atom:link'));
  const ids = all('guid', 'id').flatMap(({ text, attributes }) => {
    const isPage = Object.entries(attributes).every(
      ([name, value]) => name.toLowerCase() !== 'ispermalink' || value.trim().toLowerCase() !== 'false',
    );
    return isPage ? linkOfId(text) : [];
  });
  const { attributes } = element;
  return {
    links: [
      ...texts('origlink'),
      ...texts('link', 'loc').filter(({ href }) => href !== ''),
      ...pages,
      ...ids,
      ...linkOfId(attributes['rdf:about'] ?? attributes.about ?? ''),
      ...others,
    ],
    title: all('title', 'news:title').flatMap(({ text }) => wordsOf(text) ?? [])[0] ?? null,
    at: all(...DATES).flatMap(({ text }) => wordsOf(text) ?? [])[0] ?? null,
  };
}

/** When an item was last changed, else published: of RSS, Atom, RDF and sitemaps. */
const DATES = [
  'pubdate',
  'updated',
  'modified',
  'dc:date',
  'published',
  'issued',
  'lastmod',
  'news:publication_date',
];
const ATOM = /^a(?:tom)?\d*$/;

/** Whether an element has a name: the feed's own, one of a prefix, or of whatever prefix ("feedburner:origLink"). */
function isNamed({ name, prefix, isOwn }: Element, wanted: string): boolean {
  if (wanted === 'origlink') return name === wanted;
  if (wanted === 'atom:link') return name === 'link' && !isOwn && ATOM.test(prefix);
  return wanted.includes(':') ? `${prefix}:${name}` === wanted : isOwn && name === wanted;
}

const PAGE = /^(?:text\/html|application\/xhtml\+xml)\b/i;
const NO_TEXT = /^(?:audio|video|image)\//i;

/** Addresses of links of Atom's kind that name the item's page: those of pages, then those of other kinds of text. */
function alternates(links: readonly Element[]): [Link[], Link[]] {
  const found = links.flatMap(({ attributes: { href, rel = '', type = '' }, base }) => {
    const isPage = rel.trim() === '' || /(?:^|[\s/])alternate(?:\s|$)/i.test(rel);
    return href === undefined || !isPage || NO_TEXT.test(type) ? [] : [{ href, base, type: type.trim() }];
  });
  const of = (isOf: (type: string) => boolean) =>
    found.flatMap(({ type, href, base }) => (isOf(type) ? [{ href, base }] : []));
  return [
    [...of((type) => PAGE.test(type)), ...of((type) => type === '')],
    of((type) => type !== '' && !PAGE.test(type)),
  ];
}
