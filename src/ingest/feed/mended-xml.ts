const OPEN = '<![CDATA[';
const CLOSE = ']]>';
const ITEM_END = /<\/(?:[\w-]+:)?(?:item|entry|channel)\s*>/gi;
/** No tag: no name behind it, or another "<" before it ends, and nothing of an attribute. */
const SIGN = /<(?![a-z_/!?])|<(?=[a-z_/][^<>"'=]*<)/gi;

/**
 * Makes sections of CDATA, and every "<" that begins no tag, plain text with references. A section that the end of an item
 * stands in was never closed: it ends where its element does, so that it does not swallow the items behind it.
 */
export function mendedXml(xml: string): string {
  const close = nextIn(xml, (from) => xml.indexOf(CLOSE, from));
  const itemEnd = nextIn(xml, (from) => {
    ITEM_END.lastIndex = from;
    return ITEM_END.exec(xml)?.index ?? -1;
  });
  const parts: string[] = [];
  let at = 0;
  for (let open = xml.indexOf(OPEN); open >= 0; open = xml.indexOf(OPEN, at)) {
    parts.push(xml.slice(at, open).replace(SIGN, '&lt;'));
    const from = open + OPEN.length;
    const until = close(from);
    const element = itemEnd(from) < until ? elementBefore(xml, open) : null;
    const section = xml.slice(from, until);
    const broken = element === null ? -1 : section.indexOf(`</${element}`);
    parts.push(escaped(broken < 0 ? section : section.slice(0, broken)));
    at = broken < 0 ? until + CLOSE.length : from + broken;
  }
  parts.push(xml.slice(at).replace(SIGN, '&lt;'));
  return parts.join('');
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Where something comes next, looked for again only once that is passed; the text's end where it never comes. */
function nextIn(text: string, find: (from: number) => number): (from: number) => number {
  let next = -1;
  return (from) => {
    if (next < from) {
      const found = find(from);
      next = found < 0 ? text.length : found;
    }
    return next;
  };
}

/** The name of the tag that ends right before a place. */
function elementBefore(xml: string, at: number): string | null {
  const before = xml.slice(Math.max(0, at - 200), at).trimEnd();
  if (!before.endsWith('>')) return null;
  return /^<([\w:-]+)/.exec(before.slice(before.lastIndexOf('<')))?.[1] ?? null;
}
