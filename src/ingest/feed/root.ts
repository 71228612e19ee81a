/** Where a feed's XML begins in a text, and its root's name: of `rdf:RDF` the prefix is "rdf:", the name "rdf". */
export interface Root {
  readonly at: number;
  readonly prefix: string;
  readonly name: RootName;
}

const ROOTS = ['rss', 'feed', 'rdf', 'opml', 'urlset', 'sitemapindex'] as const;
export type RootName = (typeof ROOTS)[number];

const ROOT = new RegExp(`<([\\w-]{1,40}:)?(${ROOTS.join('|')})(?=[\\s/>])`, 'iy');
const LATER_ROOT = new RegExp(`<(?:[\\w-]{1,40}:)?(?:${ROOTS.join('|')})(?=[\\s>])`, 'gi');
/** How much of a text may stand before its feed: warnings of a server's programs are a few lines. */
const MOST_JUNK = 16_384;
const MOST_BEHIND = 1024;
/** What a page has before it shows the source of a feed among its words. */
const PAGE = /<(?:!doctype\s+html|html|head|body|main|article|p|pre|code|h1)(?=[\s>])/i;
/** What stands first within a root. */
const FIRST = /^<[^<>]{0,4000}>\s{0,1000}(?:<!--[^<>]{0,4000}>\s{0,1000})?<(?:[\w-]{1,40}:)?[a-z]/i;

/**
 * The root of a feed: behind its declaration, comments of any length and its document's type; or behind junk, where that
 * is no page and the text ends with the feed. Null for what is no feed of XML.
 */
export function rootOf(text: string): Root | null {
  const start = behindProlog(text, 0);
  return rootAt(text, start) ?? rootBehindJunk(text, start);
}

function rootAt(text: string, at: number): Root | null {
  ROOT.lastIndex = at;
  const [, prefix = '', found = ''] = ROOT.exec(text) ?? [];
  const name = ROOTS.find((one) => one === found.toLowerCase());
  return name === undefined ? null : { at, prefix: prefix.toLowerCase(), name };
}

/** The place behind white space, marks, instructions, comments and a document's type. */
export function behindProlog(text: string, from: number): number {
  for (let at = from; ; ) {
    while (/[\s\ufeff\0]/.test(text.charAt(at))) at++;
    const end = text.startsWith('<?', at)
      ? behind(text, '?>', at)
      : text.startsWith('<!--', at)
        ? behind(text, '-->', at)
        : /^<!doctype/i.test(text.slice(at, at + 9))
          ? behindType(text, at)
          : null;
    if (end === null) return at;
    at = end;
  }
}

function behind(text: string, mark: string, from: number): number | null {
  const found = text.indexOf(mark, from);
  return found < 0 ? null : found + mark.length;
}

function behindType(text: string, from: number): number | null {
  const end = behind(text, '>', from);
  if (end === null || !text.slice(from, end).includes('[')) return end;
  const inner = behind(text, ']', from);
  return inner === null ? null : behind(text, '>', inner);
}

function rootBehindJunk(text: string, from: number): Root | null {
  const near = text.slice(from, from + MOST_JUNK);
  for (const { index } of near.matchAll(LATER_ROOT)) {
    if (PAGE.test(near.slice(0, index))) return null;
    const root = rootAt(text, from + index);
    if (root !== null && FIRST.test(text.slice(root.at, root.at + MOST_JUNK)))
      return endsText(text, root) ? root : null;
  }
  return null;
}

/** Whether next to nothing stands behind the root's end: what goes on there is a text about feeds. */
function endsText(text: string, { at, prefix, name }: Root): boolean {
  const end = text.toLowerCase().lastIndexOf(`</${prefix}${name}`);
  return end < at || text.length - end < MOST_BEHIND;
}
