import type { DateOrder } from '../../record/index.ts';
import { hostOf } from '../html/hosts.ts';
import { firstMeta, type Head } from './head.ts';

/** Top-level domains of countries whose papers in English write the day first, where a page says no more of its place. */
const DAY_FIRST = new Set('uk ie au nz in za ng ke gh ug zw zm pk bd lk sg my hk mt jm tt'.split(' '));

/** Which of two numbers is the month where the page was written, as far as its language names a country or its address lies in one. */
export function orderOf(head: Head, address: string | null): DateOrder | null {
  const named = [head.language, firstMeta(head, ['og:locale', 'content-language'])?.content]
    .map((tag) => /^[a-z]{2,3}[-_](?<country>[a-z]{2})\b/i.exec(tag ?? '')?.groups?.country?.toUpperCase())
    .filter((country) => country !== undefined);
  const host = hostOf(address ?? '') ?? '';
  if (DAY_FIRST.has(host.split('.').at(-1) ?? '')) return 'day-first';
  // Many a system says "en-US" of everything, so that it tells the least.
  const country = named.find((one) => one !== 'US') ?? named[0];
  return country === undefined ? null : customOf(country);
}

/** The custom of a country, in English. */
function customOf(country: string): DateOrder {
  const parts = new Intl.DateTimeFormat(`en-${country}`).formatToParts(0).map(({ type }) => type);
  return parts.indexOf('day') < parts.indexOf('month') ? 'day-first' : 'month-first';
}
