import { questionWithout } from './trackers.ts';

const MOBILE_HOST = /^(?:m|mobile|mobil|amp|touch|wap)\.(?=[^.]+\.)/;
const MOBILE_PATH = /^\/(?:amp|mobile)(?=\/.)|\/amp\/?$|\.amp(?=(?:\.html?)?$)/;
/** Parameters that ask for a page's mobile double. */
const MOBILE =
  /^(?:amp|(?:output|outputtype|view|mode|type|format|site)=(?:amp|mobile)|(?:amp|m|mobile)=(?:1|true))$/;
/** Addresses within the caches of AMP: the host and path of the page stand in theirs. */
const CACHED = /^\/(?:amp|[cv])\/(?:s\/)?([\w-]+(?:\.[\w-]+)+(?::\d+)?)(\/.*)?$/;

/**
 * What the addresses of one story have in common: schemes, "www.", an end slash, the order of parameters and its mobile
 * doubles make no difference. No address to visit.
 */
export function storyOf(address: string): string {
  const url = originalOf(new URL(address));
  const host = url.host.replace(/^www\./, '').replace(MOBILE_HOST, '');
  const path = url.pathname.replace(MOBILE_PATH, '').replace(/\/$/, '');
  const question = questionWithout(url.search, isMobile).slice(1).split('&').toSorted().join('&');
  return `${host}${path}?${question}`;
}

/** How far an address is from the one that readers at a desk are shown: of a story's addresses the nearest is visited. */
export function distance(address: string): number {
  const url = new URL(address);
  const isDouble =
    isCached(url) ||
    MOBILE_HOST.test(url.host.replace(/^www\./, '')) ||
    MOBILE_PATH.test(url.pathname) ||
    questionWithout(url.search, isMobile) !== url.search;
  return (isDouble ? 2 : 0) + (url.protocol === 'https:' ? 0 : 1);
}

const isMobile = (name: string, value: string): boolean =>
  MOBILE.test(value === '' ? name : `${name}=${value}`);

const isCached = ({ host }: URL): boolean =>
  host.endsWith('.cdn.ampproject.org') || /^(?:www\.)?google\.(?:com|[a-z]{2}|co\.[a-z]{2})$/.test(host);

function originalOf(url: URL): URL {
  const [, host, path = '/'] = (isCached(url) && CACHED.exec(url.pathname)) || [];
  return (host === undefined ? null : URL.parse(`https://${host}${path}${url.search}`)) ?? url;
}
