import { linkAround } from './links.ts';
import type { PageElement, PageText } from './page-tree.ts';

const HOST = /^https?:\/\/(?:www\.)?([^/?#:]+)/i;
/** Where pages are shared, saved and followed: what leads there is of the page, not of its report. */
const NETWORK =
  /(?:^|\.)(?:facebook|twitter|x|whatsapp|linkedin|pinterest|reddit|tumblr|instagram|youtube|telegram|t|threads|bsky|flipboard|google|apple)\.(?:com|net|org|me|app)$/i;

export const hostOf = (address: string): string | null => HOST.exec(address)?.[1]?.toLowerCase() ?? null;

/** The host that a page says it stands on; where it does not, the one that most of its links name. Null where none does. */
export function ownHostOf(elements: readonly PageElement[]): string | null {
  for (const { tag, attributes } of elements) {
    if (tag !== 'link' && tag !== 'meta') continue;
    const isOwn = attributes.get('rel') === 'canonical' || attributes.get('property') === 'og:url';
    const host = isOwn ? hostOf(attributes.get('href') ?? attributes.get('content') ?? '') : null;
    if (host !== null) return host;
  }
  const hosts = elements.flatMap(({ tag, attributes }) =>
    tag === 'a' ? (hostOf(attributes.get('href') ?? '') ?? []) : [],
  );
  const [most] = [...Map.groupBy(hosts, (host) => host)].toSorted(([, a], [, b]) => b.length - a.length);
  return most?.[0] ?? null;
}

/** Whether the first link of some texts leads to another site, and not to a network where pages are shared. */
export function leadsAway(texts: readonly PageText[], own: string | null): boolean {
  for (const { parent } of texts) {
    const link = linkAround(parent);
    if (link === null) continue;
    const host = hostOf(link.attributes.get('href') ?? '');
    return host !== null && own !== null && !isSame(host, own) && !NETWORK.test(host);
  }
  return false;
}

/** The same host, or one of the same site. */
function isSame(a: string, b: string): boolean {
  const site = (host: string) => host.split('.').slice(-2).join('.');
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`) || (site(a) === site(b) && site(a).length > 6);
}
