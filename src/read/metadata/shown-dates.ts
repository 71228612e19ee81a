import { type Claim, type DateOrder, writtenDate } from '../../record/index.ts';
import { isFurniture } from '../html/furniture.ts';
import type { PageBlock } from '../html/page-blocks.ts';
import { endsSentence } from '../html/page-talk.ts';
import {
  around,
  markedWith,
  marksOf,
  type PageElement,
  type PageTree,
  textsOf,
  wordsOf,
} from '../html/page-tree.ts';
import { isOfCard, leadsToAnother } from './of-another.ts';

/** How far above the text a line with the date may stand, in blocks. */
const LINES_ABOVE = 12;
const LINES_BELOW = 2;
const MOST_CLAIMS = 20;
const isDateMarked = markedWith([
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
const isMastheadMarked = markedWith(['masthead', 'header', 'today', 'current', 'weather']);
const LONGEST_LINE = 140;
/** The place and the day that open a report: "SKARN, 5 March 2034 (Quillwire) —". */
const DATELINE = /^(?<opening>[^.!?“”"]{0,40}(?:\.[^.!?“”"]{0,40}){0,2}?)(?:\s(?:[—–-]|--)\s|\(|:\s)/;
const UPDATED = /\b(?:updated?|modified|edited|last\s+changed|revised)\b/i;
const PUBLISHED = /\b(?:published|posted|created|issued|first)\b/i;
/** Where a line begins to say of another date: "Updated 9 February 2034. First published 7 February 2034". */
const SAYS_WHICH =
  /(?=\b(?:last )?(?:updated?|modified|edited|changed|revised)\b)|(?=\b(?:first |originally )?(?:published|posted|created|issued)\b)/i;
/** Names of attributes that hold a moment for programs. */
const IS_MOMENT = /^(?:\d{10}(?:\d{3})?|\d{4}-\d{2}-\d{2}.*)$/;
const MOMENT =
  /^data-(?:[a-z]+-){0,3}(?:date|datetime|time|timestamp|epoch|unix|utc|published)(?:-[a-z]+){0,2}$/;

/** A claim of the page itself: whether it is of the last change, and whether it stands within the text or behind it. */
export interface Dated extends Claim {
  readonly changed: boolean;
  readonly isBelow: boolean;
  /** Whether it stands above the headline, where others have theirs. */
  readonly isAbove?: boolean;
}

/** Where a page may show its dates. */
export interface ShownSources {
  readonly tree: PageTree;
  readonly blocks: readonly PageBlock[];
  /** The blocks of the report's text, and whether an element is of another part of the page. */
  readonly kept: readonly PageBlock[];
  readonly isAside: (element: PageElement) => boolean;
}

/** The dates that a page shows to its readers, the likeliest first: beside the headline, above the text, within it. */
export function shownDates(sources: ShownSources, order: DateOrder | null): Dated[] {
  const times = timeClaims(sources, order);
  const claims = [
    ...times.filter(({ isBelow, isAbove }) => !isBelow && !isAbove),
    ...lineClaims(sources, order),
    ...times.filter(({ isAbove }) => isAbove),
    ...times.filter(({ isBelow }) => isBelow),
  ];
  return claims.length > 0 ? claims : loneDate(sources, order);
}

/** `time` elements (and others marked as dates) above or in the report's text, not those of other reports beside it. */
function timeClaims({ tree, kept, isAside }: ShownSources, order: DateOrder | null): Dated[] {
  const last = kept.at(-1)?.element.number ?? tree.elements.length;
  const first = kept.find(({ text }) => text.length > LONGEST_LINE)?.element.number ?? last;
  const headline = tree.elements.findLast(({ tag, number }) => tag === 'h1' && number < first)?.number ?? 0;
  const isOfList = datedLists(tree.elements);
  const claims: Dated[] = [];
  for (const element of tree.elements) {
    if (claims.length >= MOST_CLAIMS) break;
    const itemprop = element.attributes.get('itemprop') ?? '';
    const isDate = /^date(?:Published|Modified|Created)$/i.test(itemprop);
    // Far below the text only what names itself the date of publication is the report's.
    if (element.number > last + LINES_BELOW * 5 && !isDate) continue;
    const isMarked =
      (isDateMarked(element) || (element.number < first && hasMoment(element))) &&
      lengthWithin(element, LONGEST_MARKED);
    if (element.tag !== 'time' && !isDate && !isMarked) continue;
    if (isAside(element) || isOfList(element) || isOfCard(element)) continue;
    const value = dateAt(element, order);
    if (value === null) continue;
    const marks = `${itemprop} ${[...around(element)].slice(0, 2).flatMap(marksOf).join(' ')} ${before(element)}`;
    claims.push({
      value,
      rule: isDate ? `itemprop ${itemprop}` : element.tag === 'time' ? 'time element' : 'marked as date',
      changed: UPDATED.test(marks) || /modified/i.test(itemprop),
      isBelow: element.number > first,
      isAbove: !isDate && element.number < headline,
    });
  }
  return claims;
}

/** Gives a function that tells whether an element stands in an item of a list in which others have dates too: what is on, what else there is. */
function datedLists(elements: readonly PageElement[]): (element: PageElement) => boolean {
  const dated = new Map<PageElement, Set<PageElement>>();
  for (const time of elements) {
    if (time.tag !== 'time') continue;
    for (const at of around(time)) {
      if (at.parent === null) break;
      const items = dated.get(at.parent) ?? new Set();
      if (items.has(at)) break;
      dated.set(at.parent, items.add(at));
    }
  }
  return (element) => {
    for (const at of around(element)) {
      const isOneOfMany = at.parent !== null && (dated.get(at.parent)?.size ?? 0) > 1;
      if (at.tag === 'li' && at.parent !== null) return isOneOfMany;
      if (isOneOfMany && leadsToAnother(at)) return true;
    }
    return false;
  };
}

/** The date of an element: as it tells it to machines, or else in words. */
function dateAt(element: PageElement, order: DateOrder | null): string | null {
  const { attributes } = element;
  const told = [
    ...['datetime', 'content', 'title'].map((name) => attributes.get(name)),
    ...momentsOf(element),
    partsOf(element),
  ];
  for (const text of told) {
    const value = writtenDate(text ?? '', order);
    if (value !== null) return value;
  }
  return null;
}

/** What an element's attributes tell to programs: seconds since 1970, or a date by ISO 8601. */
const momentsOf = ({ attributes }: PageElement): string[] =>
  [...attributes].flatMap(([name, value]) => (IS_MOMENT.test(value) && MOMENT.test(name) ? value : []));

const hasMoment = (element: PageElement): boolean => momentsOf(element).length > 0;

/** The words below with a space between any two pieces: a date is often told twice, for eyes and for ears. */
const partsOf = (element: PageElement): string =>
  [...textsOf(element)].map(({ value }) => value.trim()).join(' ');

/** Whether an element has few words or none: those of a date and no more. */
function lengthWithin(element: PageElement, most: number): boolean {
  let length = 0;
  for (const { value } of textsOf(element)) {
    length += value.trim().length;
    if (length > most) return false;
  }
  return true;
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

/** Short lines between the headline and the text that have a date in them, "Published 2 February 2034"; then those above the headline. */
function lineClaims({ blocks, kept, isAside }: ShownSources, order: DateOrder | null): Dated[] {
  const first = kept.find(({ text }) => text.length > LONGEST_LINE) ?? kept[0];
  const from = first === undefined ? 0 : blocks.indexOf(first);
  const texts = new Set(kept);
  const near = blocks.slice(Math.max(0, from - LINES_ABOVE), from + LINES_BELOW);
  const below = near.findLastIndex(({ element }) => element.tag === 'h1') + 1;
  return [...near.slice(below), ...near.slice(0, below)]
    .filter(({ element }) => !isAside(element))
    .map((block) => (texts.has(block) ? openingOf(block.text) : block.text))
    .filter((line) => line.length <= LONGEST_LINE)
    .flatMap((line) => {
      const parts = line
        .split(SAYS_WHICH)
        .map((part) => [part, UPDATED.test(part) && !PUBLISHED.test(part)] as const);
      return parts.flatMap(([part, changed]) => {
        const value = writtenDate(part, order);
        return value === null ? [] : [{ value, rule: 'line above the text', changed, isBelow: false }];
      });
    });
}

/** Of a line: all. Of a sentence: what stands before it; the days that it tells are of what it tells. */
const openingOf = (text: string): string =>
  endsSentence(text) && !isFurniture(text, null) ? (DATELINE.exec(text)?.groups?.opening ?? '') : text;

/** Pages without marks may show one day, wherever it stands: old ones set it in a column beside the text. Mastheads show today. */
function loneDate({ blocks, kept, isAside }: ShownSources, order: DateOrder | null): Dated[] {
  const last = kept.at(-1);
  const end = last === undefined ? blocks.length : blocks.indexOf(last) + LINES_BELOW;
  const days = blocks
    .slice(0, end + 1)
    .filter(
      ({ text, element }) =>
        text.length <= LONGEST_MARKED && isFurniture(text, null) && !isAside(element) && !isMasthead(element),
    )
    .map(({ text }) => writtenDate(text, order));
  const [value, ...others] = new Set(days);
  return value == null || others.length > 0
    ? []
    : [{ value, rule: 'the only day that the page shows', changed: false, isBelow: false }];
}

function isMasthead(element: PageElement): boolean {
  for (const at of around(element)) if (at.tag === 'header' || isMastheadMarked(at)) return true;
  return false;
}
