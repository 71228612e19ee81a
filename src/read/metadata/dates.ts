import { type Choice, type Claim, writtenDate } from '../../record/index.ts';
import type { PageBlock } from '../html/page-blocks.ts';
import { around, marksOf, type PageElement, type PageTree, textsOf, wordsOf } from '../html/page-tree.ts';
import { choose } from './choose.ts';
import { firstMeta, type Head } from './head.ts';
import type { ArticleData } from './json-ld.ts';

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

/** How far above the text a line with the date may stand, in blocks. */
const LINES_ABOVE = 12;
const LINES_BELOW = 2;
const MOST_CLAIMS = 20;
const DATE_MARKS = new Set([
  'date',
  'dates',
  'published',
  'publish',
  'pubdate',
  'posted',
  'timestamp',
  'datetime',
]);
const LONGEST_MARKED = 60;
/** Names of meta elements that sites make up for the date of publication. */
const PUBLISHED_NAME = /(?:^|[:._-])(?:first[-_])?publish(?:ed)?(?:[-_:]?(?:at|on|time|date))?$/;
const LONGEST_LINE = 140;
const UPDATED = /\b(?:updated?|modified|edited|last\s+changed|revised)\b/i;
const PUBLISHED = /\b(?:published|posted|created|issued|first)\b/i;
/** Where a line begins to say of another date: "Updated 9 February 2034. First published 7 February 2034". */
const SAYS_WHICH =
  /(?=\b(?:last )?(?:updated?|modified|edited|changed|revised)\b)|(?=\b(?:first |originally )?(?:published|posted|created|issued)\b)/i;
const IN_ADDRESS =
  /(?:[/_-](?<year>(?:19|20)\d{2})[/_-](?<month>1[0-2]|0?[1-9]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[/_-](?<date>3[01]|[12]\d|0?[1-9])|(?:\/(?<year>(?:19|20)\d{2})(?<month>0[1-9]|1[0-2])(?<date>0[1-9]|[12]\d|3[01])|[_-](?<year>(?:19|20)\d{2})(?<month>0[1-9]|1[0-2])(?<date>0[1-9]|[12]\d|3[01])(?=[/.?#]|$)))(?!\d)/i;

/** A claim of the page itself: whether it is of the last change, and whether it stands within the text or behind it. */
interface Dated extends Claim {
  readonly changed: boolean;
  readonly isBelow: boolean;
}

/** Where a page may tell its dates. */
export interface DateSources {
  readonly tree: PageTree;
  readonly head: Head;
  readonly data: ArticleData | null;
  readonly address: string | null;
  readonly blocks: readonly PageBlock[];
  /** The blocks of the report's text, and whether an element is of another part of the page. */
  readonly kept: readonly PageBlock[];
  readonly isAside: (element: PageElement) => boolean;
}

/**
 * When the report was published and last changed: what the publisher says to machines first (JSON-LD, then meta
 * elements), then `time` elements beside the text, lines above it, and at last the address. Of claims of one day the
 * first that has the hour is taken.
 */
export function datesOf(sources: DateSources): { published: Choice | null; modified: Choice | null } {
  const { head, data, address } = sources;
  const times = timeClaims(sources);
  const lines = lineClaims(sources);
  const shown = [
    ...times.filter(({ isBelow }) => !isBelow),
    ...lines,
    ...times.filter(({ isBelow }) => isBelow),
  ];
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

function claimed(text: string | null | undefined, rule: string): Claim[] {
  const value = text == null ? null : writtenDate(text);
  return value === null || isPlaceholder(value) ? [] : [{ value, rule }];
}

/** What programs write where there is no date: the first or last day that they know. */
const isPlaceholder = (value: string) =>
  /^(?:0|1900-01-0|1899|1970-01-01|[3-9]\d{3})/.test(value) || Number(value.slice(0, 4)) >= FAR;
/** No report is of so far a year; the clock is not asked, since a page reads the same on every day. */
const FAR = 2100;

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

/** `time` elements (and others marked as dates) above or in the report's text, not those of other reports beside it. */
function timeClaims({ tree, kept, isAside }: DateSources): Dated[] {
  const last = kept.at(-1)?.element.number ?? tree.elements.length;
  const first = kept.find(({ text }) => text.length > LONGEST_LINE)?.element.number ?? last;
  const claims: Dated[] = [];
  for (const element of tree.elements) {
    if (element.number > last + LINES_BELOW * 5 || claims.length >= MOST_CLAIMS) break;
    const itemprop = element.attributes.get('itemprop') ?? '';
    const isDate = /^date(?:Published|Modified|Created)$/i.test(itemprop);
    const isMarked =
      marksOf(element).some((mark) => DATE_MARKS.has(mark)) && lengthWithin(element, LONGEST_MARKED);
    if (element.tag !== 'time' && !isDate && !isMarked) continue;
    if (isAside(element)) continue;
    const written =
      element.attributes.get('datetime') ??
      element.attributes.get('content') ??
      element.attributes.get('title') ??
      '';
    const value = writtenDate(written) ?? writtenDate(partsOf(element));
    if (value === null) continue;
    const marks = `${itemprop} ${[...around(element)].slice(0, 2).flatMap(marksOf).join(' ')} ${before(element)}`;
    claims.push({
      value,
      rule: isDate ? `itemprop ${itemprop}` : element.tag === 'time' ? 'time element' : 'marked as date',
      changed: UPDATED.test(marks) || /modified/i.test(itemprop),
      isBelow: element.number > first,
    });
  }
  return claims;
}

/** The words below with a space between any two pieces: a date is often told twice, for eyes and for ears. */
const partsOf = (element: PageElement): string =>
  [...textsOf(element)].map(({ value }) => value.trim()).join(' ');

/** Whether an element has few words: those of a date and no more. */
function lengthWithin(element: PageElement, most: number): boolean {
  let length = 0;
  for (const { value } of textsOf(element)) {
    length += value.trim().length;
    if (length > most) return false;
  }
  return length > 0;
}

/** The words that stand just before an element in the one around it: "Updated". */
function before({ parent, ...element }: PageElement): string {
  if (parent === null) return '';
  const at = parent.children.findIndex(
    (child) => child.kind === 'element' && child.number === element.number,
  );
  const previous = parent.children
    .slice(Math.max(0, at - 2), at)
    .map(wordsOf)
    .join(' ');
  return previous.slice(-40);
}

/** Short lines between the headline and the text that have a date in them, "Published 2 February 2034". */
function lineClaims({ blocks, kept, isAside }: DateSources): Dated[] {
  const first = kept.find(({ text }) => text.length > LONGEST_LINE) ?? kept[0];
  const from = first === undefined ? 0 : blocks.indexOf(first);
  return blocks
    .slice(Math.max(0, from - LINES_ABOVE), from + LINES_BELOW)
    .filter(({ text, element }) => text.length <= LONGEST_LINE && !isAside(element))
    .flatMap(({ text }) => {
      const parts = text
        .split(SAYS_WHICH)
        .map((part) => [part, UPDATED.test(part) && !PUBLISHED.test(part)] as const);
      return parts.flatMap(([part, changed]) => {
        const value = writtenDate(part);
        return value === null ? [] : [{ value, rule: 'line above the text', changed, isBelow: false }];
      });
    });
}

function dateIn(address: string | null): string | null {
  const { year, month = '', date } = IN_ADDRESS.exec(address ?? '')?.groups ?? {};
  if (year === undefined) return null;
  return /\d/.test(month) ? writtenDate(`${year}-${month}-${date}`) : writtenDate(`${date} ${month} ${year}`);
}
