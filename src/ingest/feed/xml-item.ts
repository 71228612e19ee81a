import { decodeHTML } from 'entities';
import { type Link, type ListedItem, linksOfId } from './listed.ts';

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

/** What an element has from around it: the base, and the prefix of the feed's own names, with its colon. */
interface Around {
  readonly base: string | null;
  readonly prefix: string;
}

/** An element by its tag, in lower case with its prefix. */
export function elementOf(
  tag: string,
  attributes: Readonly<Record<string, string>>,
  around: Around,
): Element {
  const prefix = tag.slice(0, tag.indexOf(':') + 1);
  return {
    name: tag.slice(prefix.length),
    prefix,
    isOwn: prefix === '' || prefix === around.prefix || prefix === 'rss:',
    attributes,
    base: baseWithin(around.base, attributes['xml:base']),
    text: '',
  };
}

function baseWithin(above: string | null, own: string | undefined): string | null {
  if (own === undefined) return above;
  return URL.parse(own.trim(), above ?? undefined)?.href ?? above;
}

/** Words of a feed in one line, with the references of HTML that XML does not know; null where there are none. */
export function wordsOf(text: string): string | null {
  const words = decodeHTML(text)
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return words === '' ? null : words.toWellFormed();
}

/** When an item was last changed, else published: of RSS, Atom, RDF and sitemaps. */
const DATES = [
  'updated',
  'modified',
  'atom:updated',
  'dcterms:modified',
  'lastmod',
  'pubdate',
  'dc:date',
  'published',
  'issued',
  'news:publication_date',
];

/** What an item says by what stands within it. */
export function itemOf({ attributes }: Element, said: readonly Element[]): ListedItem {
  const all = (...names: string[]) => names.flatMap((name) => said.filter((one) => isNamed(one, name)));
  const written = (...names: string[]) => all(...names).map((one) => ({ href: one.text, base: one.base }));
  const words = (...names: string[]) => all(...names).flatMap(({ text }) => wordsOf(text) ?? [])[0] ?? null;
  const sounds = new Set(all('enclosure').map((one) => one.attributes.url));
  const { pages, others } = alternates(all('link', 'atom:link'));
  const links = [
    ...written('origlink', 'link', 'loc'),
    ...pages,
    ...all('guid', 'id').flatMap((one) => (isAddress(one) ? linksOfId(one.text) : [])),
    ...linksOfId(attributes['rdf:about'] ?? attributes.about ?? ''),
    ...others,
  ].filter(({ href }) => href.trim() !== '' && !sounds.has(href.trim()));
  return { links, title: words('title', 'news:title'), at: words(...DATES) };
}

/** A guid is its page's address unless it says that it is not. */
const isAddress = ({ attributes }: Element) => attributes.ispermalink?.trim().toLowerCase() !== 'false';

/** Prefixes that programs give to Atom's names. */
const ATOM = /^a(?:tom)?\d{0,3}:$/;
const ATOMS = 'atom:';

/** Whether an element has a name: one of the feed's own, one of a prefix, or one of whatever prefix (`feedburner:origLink`). */
function isNamed({ name, prefix, isOwn }: Element, wanted: string): boolean {
  if (wanted === 'origlink') return name === wanted;
  if (wanted.startsWith(ATOMS)) return name === wanted.slice(ATOMS.length) && !isOwn && ATOM.test(prefix);
  return wanted.includes(':') ? prefix + name === wanted : isOwn && name === wanted;
}

const PAGE = /^(?:text\/html|application\/xhtml\+xml)\b/i;
/** What no report is read from: sound, pictures, data, and feeds of one item's comments. */
const NO_PAGE = /^(?:audio|video|image)\/|[/+](?:json|xml)\b/i;

/** The links of Atom's kind that lead to an item's page: those to HTML and of no type, and those to other kinds of text. */
function alternates(links: readonly Element[]): { pages: Link[]; others: Link[] } {
  const found = links.flatMap(({ attributes: { href, rel = '', type = '', hreflang = 'en' }, base }) => {
    const isAlternate = rel.trim() === '' || /(?:^|[\s/])alternate(?:\s|$)/i.test(rel);
    if (href === undefined || !isAlternate) return [];
    return [{ href, base, type: type.trim(), isEnglish: /^en\b/i.test(hreflang) }];
  });
  const inOrder = [...found.filter((one) => one.isEnglish), ...found.filter((one) => !one.isEnglish)];
  const of = (isOf: (type: string) => boolean): Link[] =>
    inOrder.flatMap(({ type, href, base }) => (isOf(type) ? [{ href, base }] : []));
  return {
    pages: [...of((type) => PAGE.test(type)), ...of((type) => type === '')],
    others: of((type) => type !== '' && !PAGE.test(type) && !NO_PAGE.test(type)),
  };
}
