import { type Choice, type Claim, type DateOrder, writtenDate } from '../../record/index.ts';
import { choose } from './choose.ts';
import { orderOf } from './date-order.ts';
import { firstMeta, type Head } from './head.ts';
import type { ArticleData } from './json-ld.ts';
import { type Dated, type ShownSources, shownDates } from './shown-dates.ts';

const PUBLISHED_META = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'datepublished',
  'parsely-pub-date',
  'citation_publication_date',
  'citation_online_date',
  'dcterms.issued',
  'dcterms.created',
  'dcterms.date',
  'dc.date.issued',
  'dc.date.created',
  'dc.date',
  'sailthru.date',
  'cxenseparse:recs:publishtime',
  'cxenseparse:publishtime',
  'article.published',
  'published-date',
  'published_time',
  'publish-date',
  'publish_date',
  'publishdate',
  'publication_date',
  'pubdate',
  'pdate',
  'iso-8601-publish-date',
  'article_date_original',
  'originalpublicationdate',
  'displaydate',
  'ptime',
  'date',
] as const;
const MODIFIED_META = [
  'article:modified_time',
  'og:article:modified_time',
  'og:updated_time',
  'datemodified',
  'dcterms.modified',
  'dc.date.modified',
  'article.updated',
  'last-modified',
  'lastmod',
  'utime',
] as const;

/** Names of meta elements that sites make up for the date of publication. */
const PUBLISHED_NAME = /(?:^|[:._-])(?:first[-_])?publish(?:ed)?(?:[-_:]?(?:at|on|time|date))?$/;
const IN_ADDRESS =
  /(?:[/_-](?<year>(?:19|20)\d{2})[/_-](?<month>1[0-2]|0?[1-9]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[/_-](?<date>3[01]|[12]\d|0?[1-9])|(?:\/(?<year>(?:19|20)\d{2})(?<month>0[1-9]|1[0-2])(?<date>0[1-9]|[12]\d|3[01])|[_-](?<year>(?:19|20)\d{2})(?<month>0[1-9]|1[0-2])(?<date>0[1-9]|[12]\d|3[01])(?=[/.?#]|$)))(?!\d)/i;

/** Where a page may tell its dates. */
export interface DateSources extends ShownSources {
  readonly head: Head;
  readonly data: ArticleData | null;
  readonly address: string | null;
}

/**
 * When the report was published and last changed: what the publisher says to machines first (JSON-LD, then meta
 * elements), then `time` elements beside the text, lines above it, and at last the address. Of claims of one day the
 * first that has the hour is taken.
 */
export function datesOf(sources: DateSources): { published: Choice | null; modified: Choice | null } {
  const { head, data, address } = sources;
  const order = orderOf(head, address);
  const shown = shownDates(sources, order).filter(({ value }) => !isPlaceholder(value));
  const claimed = (text: string | null | undefined, rule: string) => claims(text, rule, order);
  const inMeta = (names: readonly string[]) =>
    names.flatMap((name) => {
      const found = firstMeta(head, [name]);
      return claimed(found?.content, `meta ${name}`);
    });
  const inAddress = claimed(dateIn(address), 'address');
  const published = [
    ...claimed(data?.published, 'json-ld'),
    ...inMeta(PUBLISHED_META),
    ...inMeta([...head.meta.keys()].filter((name) => PUBLISHED_NAME.test(name))),
    ...shown.filter(({ changed }) => !changed),
    ...inAddress,
  ];
  const modified = [
    ...claimed(data?.modified, 'json-ld'),
    ...inMeta(MODIFIED_META),
    ...shown.filter(({ changed }) => changed),
  ];
  return {
    published: choose('published', thereFirst(preciseFirst(published), shown, inAddress), sameDate),
    modified: choose('modified', preciseFirst(modified), sameDate),
  };
}

function claims(text: string | null | undefined, rule: string, order: DateOrder | null): Claim[] {
  const value = text == null ? null : writtenDate(text, order);
  return value === null || isPlaceholder(value) ? [] : [{ value, rule }];
}

/** What programs write where there is no date: the first or last day that they know. */
const isPlaceholder = (value: string) =>
  /^(?:0|1900-01-0|1899|1970-01-01|2037-12-31|2038-01-19|[3-9]\d{3})/.test(value) ||
  Number(value.slice(0, 4)) >= FAR;
/** No report is of so far a year; the clock is not asked, since a page reads the same on every day. */
const FAR = 2050;

/** The first claim, unless it has no hour and a later one of the same day has: then that one. The hours of entries below are theirs. */
function preciseFirst(claims: readonly (Claim & { isBelow?: boolean })[]): Claim[] {
  const [first] = claims;
  if (first === undefined) return [];
  const finer = claims.find(
    ({ value, isBelow }) =>
      isBelow !== true && value.length > first.value.length && value.startsWith(first.value),
  );
  return putFirst(claims, finer ?? null);
}

const putFirst = (claims: readonly Claim[], first: Claim | null): Claim[] =>
  first === null ? [...claims] : [first, ...claims.filter((claim) => claim !== first)];

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Hours by which clocks differ from UTC at most, west and east. */
const [WEST, EAST] = [12, 14];

/** The claims, that of the publisher's own clock first. */
const thereFirst = (claims: readonly Claim[], shown: readonly Dated[], inAddress: readonly Claim[]) =>
  putFirst(claims, asThere(claims, shown, inAddress));

/**
 * Where the page tells machines a moment in UTC: the same moment as somebody wrote it there, else the day that the page
 * shows, else the one in its address, where that may be the moment's day somewhere. A story of half past ten in the evening
 * in New York is not tomorrow's. Null where UTC's own day is shown.
 */
function asThere(
  claims: readonly Claim[],
  shown: readonly Dated[],
  inAddress: readonly Claim[],
): Claim | null {
  const [first] = claims;
  if (first === undefined || zoneOf(first) !== 'UTC') return null;
  const moment = Date.parse(first.value);
  const same = claims.find(
    (claim) => zoneOf(claim) === 'another' && Math.abs(Date.parse(claim.value) - moment) < MINUTE,
  );
  if (same !== undefined) return same;
  const ofDay = ({ value }: Claim) => /^\d{4}-\d{2}-\d{2}$/.test(value);
  const seen = shown.filter(({ changed, isBelow }) => !changed && !isBelow);
  if (seen.some(({ value }) => first.value.startsWith(value.slice(0, 10)))) return null;
  const days = (seen.length > 0 ? seen : inAddress).filter(ofDay);
  const isOfMoment = ({ value }: Claim) => {
    const from = Date.parse(value);
    return moment >= from - EAST * HOUR && moment < from + (24 + WEST) * HOUR;
  };
  return days.find(isOfMoment) ?? null;
}

function zoneOf({ value }: Claim): 'UTC' | 'another' | null {
  if (!value.includes('T')) return null;
  return value.endsWith('Z') || /[+-]00:00$/.test(value) ? 'UTC' : 'another';
}

/** Two dates that do not contradict: the same moment, or one is the other's day or month. */
function sameDate(a: string, b: string): boolean {
  if (a.startsWith(b) || b.startsWith(a)) return true;
  return a.includes('T') && b.includes('T') && Date.parse(a) === Date.parse(b);
}

function dateIn(address: string | null): string | null {
  const { year, month = '', date } = IN_ADDRESS.exec(address ?? '')?.groups ?? {};
  if (year === undefined) return null;
  return /\d/.test(month) ? writtenDate(`${year}-${month}-${date}`) : writtenDate(`${date} ${month} ${year}`);
}
