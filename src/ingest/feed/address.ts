/**
 * An address of the web as a feed or a page writes it, without its fragment: made absolute, in a section of CDATA that is
 * written out, broken into lines, with references that are escaped twice, "feed://…", "www.a.example/1", "//a.example/1"
 * in a file. Null for what leads elsewhere than to the web.
 */
export function addressOf(href: string, base: string | null): string | null {
  const written = href
    .split(/[\r\n\t]+/)
    .map((line) => line.trim())
    .join('')
    .replace(/^<!\[CDATA\[/i, '')
    .replace(/\]\]>$/, '')
    .replaceAll(/&(?:amp|#38|#x26);/gi, '&')
    .trim();
  const place = withScheme(written, base);
  const url = place === '' ? null : URL.parse(place, base ?? undefined);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null;
  url.hash = '';
  return url.href;
}

function withScheme(place: string, base: string | null): string {
  if (/^feed:https?:/i.test(place)) return place.slice('feed:'.length);
  if (/^feed:\/\//i.test(place)) return `http:${place.slice('feed:'.length)}`;
  if (place.startsWith('//') && base === null) return `https:${place}`;
  return /^www\.[\w-]+\.\w/i.test(place) ? `https://${place}` : place;
}
