const OPEN = '<![CDATA[';
const CLOSE = ']]>';
const ITEM_END = /<\/(?:[\w-]{1,40}:)?(?:item|entry|channel)\s{0,20}>/gi;
/** A sign of the text and no tag: no name behind it, or another "<" before it ends, and nothing of an attribute. */
const SIGN = /<(?![a-z_/!?])|<(?=[a-z_][^<>"'=]{0,1000}<)/gi;

/**
 * Makes sections of CDATA, and every "<" that begins no tag, plain text with references. A section that the end of an
 * item stands in, and then another section or nothing that closes it, was never closed: it ends where its element does, so
 * that it does not swallow the items behind it.
 */
export function mendedXml(xml: string): string {
  const close = nextIn(xml, (from) => xml.indexOf(CLOSE, from));
  const next = nextIn(xml, (from) => xml.indexOf(OPEN, from));
  const itemEnd = nextIn(xml, (from) => {
    ITEM_END.lastIndex = from;
    return ITEM_END.exec(xml)?.index ?? -1;
  });
  const parts: string[] = [];
  let at = 0;
  for (let open = xml.indexOf(OPEN); open >= 0; open = xml.indexOf(OPEN, at)) {
    parts.push(xml.slice(at, open).replace(SIGN, '&lt;'));
    const from = open + OPEN.length;
    const isOpen = itemEnd(from) < close(from) && (close(from) === xml.length || next(from) < close(from));
    const until = isOpen ? itemEnd(from) : close(from);
    const section = xml.slice(from, until);
    const end = isOpen ? endWithin(section, elementBefore(xml, open)) : -1;
    parts.push(escaped(end < 0 ? section : section.slice(0, end)));
    at = end >= 0 ? from + end : isOpen ? until : until + CLOSE.length;
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

const endWithin = (section: string, element: string | null): number =>
  element === null ? -1 : section.indexOf(`</${element}`);
