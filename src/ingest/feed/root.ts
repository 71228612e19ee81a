/** Where the XML of a feed begins in a text, and the names of its root: `rdf:RDF` is prefix `rdf`, name `rdf`. */
export interface Root {
  readonly at: number;
  readonly prefix: string;
  readonly name: string;
}

const ROOT = /<(?:([\w-]+):)?(rss|feed|rdf|opml|urlset|sitemapindex)(?=[\s/>])/iy;
const LATER_ROOT = /<(?:([\w-]+):)?(?:rss|feed|rdf|opml|urlset|sitemapindex)(?=[\s>])/gi;
/** Warnings of a server's programs are a few lines; what stands deeper is within somebody's text. */
const MOST_JUNK = 16_384;
const MOST_BEHIND = 1024;
/** What a page has before it shows a feed's source among its words. */
const PAGE = /<(?:!doctype\s+html|html|head|body|main|article|p|div|pre|code|h1)(?=[\s>])/i;
const ENTRY = /<(?:[\w-]+:)?(?:channel|entry|item|url|sitemap|outline|title)(?=[\s/>])/i;

/**
 * The root of a feed of XML: behind its declaration, comments of any length and its type; or behind junk, where that is no
 * page and nearly nothing stands behind the root's end.
 */
export function rootOf(text: string): Root | null {
  const start = behindProlog(text, 0);
  const root = rootAt(text, start);
  if (root !== null || text.startsWith('{', start)) return root;
  return rootBehindJunk(text, start);
}

function rootAt(text: string, at: number): Root | null {
  ROOT.lastIndex = at;
  const found = ROOT.exec(text);
  return found === null ? null : { at, prefix: found[1] ?? '', name: (found[2] ?? '').toLowerCase() };
}

/** The place behind white space, marks, instructions, comments and the type of a document of XML. */
export function behindProlog(text: string, from: number): number {
  let at = from;
  for (;;) {
    while (/[\s\ufeff\0]/.test(text.charAt(at))) at++;
    const end = text.startsWith('<?', at)
      ? behind(text, '?>', at)
      : text.startsWith('<!--', at)
        ? behind(text, '-->', at)
        : /^<!doctype(?!\s+html)/i.test(text.slice(at, at + 20))
          ? behindType(text, at)
          : -1;
    if (end < 0) return at;
    at = end;
  }
}

function behind(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? -1 : found + mark.length;
}

function behindType(text: string, from: number): number {
  const end = behind(text, '>', from);
  const inner = text.indexOf('[', from);
  return inner < 0 || inner > end ? end : behind(text, '>', behind(text, ']', inner));
}

function rootBehindJunk(text: string, from: number): Root | null {
  const within = text.slice(0, from + MOST_JUNK);
  for (const { index } of within.matchAll(LATER_ROOT)) {
    if (index < from) continue;
    const root = rootAt(text, index);
    const junk = text.slice(from, index);
    if (PAGE.test(junk)) return null;
    if (root !== null && beginsLine(junk) && ENTRY.test(text.slice(index, index + 4096)))
      return endsText(text, root) ? root : null;
  }
  return null;
}

/** Whether a root begins a line, ends a line of tags, or has its declaration before it. */
function beginsLine(junk: string): boolean {
  const declared = junk.lastIndexOf('<?xml');
  if (declared >= 0 && behindProlog(junk, declared) >= junk.length) return true;
  const words = junk.trimEnd();
  return words.endsWith('>') || junk.slice(words.length).includes('\n');
}

/** Whether the root's end, or no end of it, is the text's: what goes on behind it is a text about feeds. */
function endsText(text: string, { prefix, name }: Root): boolean {
  const end = text.toLowerCase().lastIndexOf(`</${prefix === '' ? '' : `${prefix.toLowerCase()}:`}${name}`);
  return end < 0 || text.length - behindProlog(text, behind(text, '>', end)) < MOST_BEHIND;
}
