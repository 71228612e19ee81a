import type { Choice, Claim } from '../../record/index.ts';
import type { PageKit } from '../html/page-words.ts';
import { choose } from './choose.ts';
import { firstMeta, type Head } from './head.ts';
import type { ArticleData } from './json-ld.ts';
import { mayBeOwn } from './own-address.ts';

/**
 * The address that the outlet published the report at: its canonical one, unless that is of another site than the one
 * the page was fetched from, or is a front page's, a section's or another page's there; then the one it was fetched from.
 */
export function addressOf(
  head: Head,
  data: ArticleData | null,
  fetched: string | null,
  resolve: PageKit['resolve'],
): Choice | null {
  const claim = (value: string | null | undefined, rule: string): Claim[] => {
    const address = value == null ? null : resolve(value, fetched);
    if (
      address === null ||
      (fetched !== null && !(isSameSite(address, fetched) && mayBeOwn(address, fetched))) ||
      isFrontPage(address, fetched)
    )
      return [];
    return [{ value: address, rule }];
  };
  return choose('url', [
    ...claim(head.canonical, 'link canonical'),
    ...claim(firstMeta(head, ['og:url'])?.content, 'meta og:url'),
    ...claim(data?.url, 'json-ld'),
    ...(fetched === null ? [] : [{ value: fetched, rule: 'fetched' }]),
  ]);
}

const SITE = /^https?:\/\/(?:[^/@]*@)?(?<host>[^/:?#]+)(?::\d+)?(?<path>[^?#]*)/i;

/** The same host, but for what stands before it for telephones and caches. */
function isSameSite(a: string, b: string): boolean {
  const host = (address: string) =>
    SITE.exec(address)
      ?.groups?.host?.toLowerCase()
      .replace(/^(?:www\d?|m|mobile|amp)\./, '');
  return host(a) === host(b);
}

function isFrontPage(address: string, fetched: string | null): boolean {
  const path = (one: string) => (SITE.exec(one)?.groups?.path ?? '').replace(/(?<!\/)\/+$/, '');
  return path(address) === '' && path(fetched ?? 'https://x/y') !== '';
}
