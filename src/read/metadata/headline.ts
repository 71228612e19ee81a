import type { Choice } from '../../record/index.ts';
import { linkAround } from '../html/links.ts';
import type { PageBlock } from '../html/page-blocks.ts';
import { alike, formsOf } from './alike.ts';
import { choose } from './choose.ts';
import { firstMeta, type Head, written } from './head.ts';
import type { ArticleData } from './json-ld.ts';

/** Two headlines of one report share so many of the shorter one's words. */
const ALIKE = 0.6;
/** A page with more headings is no report, and a longer headline none. */
const MOST_HEADINGS = 500;
const LONGEST = 400;
const HEADINGS = /^h[1-6]$/;
/** Spaces are single ones in what is told. */
const PREFIX_OR_SUFFIX = /\s[|–—·»•-]\s|\s?\|\s?|\s?::?\s/;
const SUFFIX = /\s[|–—·»•-]\s|\s?\|\s?|\s::\s/;

/**
 * The headline: the heading on the page that says what the publisher tells machines and the title bar; where headings say
 * something else, the first of the first rank above the text; where there is none, what machines are told.
 * Gives the block too, where the page shows it.
 */
export function headlineOf({
  head,
  data,
  blocks,
  first,
}: {
  head: Head;
  data: ArticleData | null;
  blocks: readonly PageBlock[];
  first: number;
}): { choice: Choice | null; block: PageBlock | null } {
  const sites = blocks.filter((block) => HEADINGS.test(block.element.tag) && leadsHome(block));
  const names = new Set(sites.map(({ text }) => formsOf(text)));
  const told = [
    ...claim(data?.headline, 'json-ld'),
    ...claim(firstMeta(head, ['og:title'])?.content, 'meta og:title'),
    ...claim(
      firstMeta(head, ['twitter:title', 'headline', 'dc.title', 'parsely-title', 'sailthru.title'])?.content,
      'meta title',
    ),
    ...claim(head.title, 'title'),
  ].filter(({ value }) => !names.has(formsOf(value)));
  const headings = blocks
    .map((block, index) => ({ block, index }))
    .filter(
      ({ block, index }) =>
        block.element.tag === 'h1' || (isHeading(block.element.tag) && (first < 0 || index <= first + 1)),
    )
    .filter(({ block }) => !sites.includes(block))
    .slice(0, MOST_HEADINGS);
  const scored = headings.map(({ block, index }) => ({
    block,
    score:
      likeness(block.text, told) * 4 +
      (block.element.tag === 'h1' ? 2 : block.element.tag === 'h2' ? 1 : 0) +
      nearness(index, first) +
      (block.linked < 0.5 ? 0.5 : 0),
  }));
  const best = scored.toSorted((a, b) => b.score - a.score)[0];
  const isSite = best !== undefined && isShortPart(best.block.text, told);
  const isTold = best !== undefined && told.some(({ value }) => alike(value, best.block.text) >= ALIKE);
  const isFirstRank =
    best?.block.element.tag === 'h1' || (names.size > 0 && best?.block.element.tag === 'h2');
  const shown =
    best !== undefined && !isSite && (isTold || (isFirstRank && (told.length === 0 || best.score >= 3)))
      ? best.block
      : (lineLike(blocks, told) ?? null);
  const claims = [
    ...(shown === null
      ? []
      : [
          {
            value: written(withoutKicker(shown.text, told)),
            rule: isTold ? 'heading as told' : 'first heading',
          },
        ]),
    ...told.map(({ value, rule }) => ({
      value: (shown === null ? partWithin(value, blocks) : null) ?? withoutOutlet(value, head),
      rule,
    })),
  ];
  return { choice: choose('headline', claims, (a, b) => alike(a, b) === 1), block: shown };
}

/** A heading that is the longest part of a title is the headline, surer where it stands first; a shorter part may be the site. */
const FIRST_OF_TITLE = 1.25;
const OTHER_OF_TITLE = 1.1;
const PART_OF_TITLE = 0.75;

/** How much a heading says what is told. */
function likeness(heading: string, told: readonly { value: string }[]): number {
  const own = formsOf(heading);
  return Math.max(
    0,
    ...told.map(({ value }) => {
      const parts = value.split(SUFFIX).map(formsOf);
      const place = parts.length > 1 ? parts.indexOf(own) : -1;
      if (place < 0) return alike(value, heading);
      const isShorter = parts.some((part) => part.length > own.length);
      return isShorter ? PART_OF_TITLE : place === 0 ? FIRST_OF_TITLE : OTHER_OF_TITLE;
    }),
  );
}

const HOME = /^(?:https?:\/\/[^/]+)?\/?(?:(?:index|home|default)(?:\.\w{2,5})?)?\/?$/i;

/** A heading that leads to the front page names the site. */
function leadsHome({ texts }: PageBlock): boolean {
  const link = linkAround(texts[0]?.parent ?? null);
  return link !== null && HOME.test(link.attributes.get('href') ?? '#');
}

const LONGEST_SITE = 4;

/** Whether a heading is the last part of a longer title, and of the length of a site's name. */
function isShortPart(heading: string, told: readonly { value: string }[]): boolean {
  const own = formsOf(heading);
  return told.some(({ value }) => {
    const parts = value.split(SUFFIX).map(formsOf);
    const isLast = parts.length > 1 && parts.at(-1) === own;
    return isLast && own.split(' ').length <= LONGEST_SITE && parts.some((part) => part.length > own.length);
  });
}

/** A headline stands above the text; of two the nearer one, since the farther may be the site's name. */
function nearness(index: number, first: number): number {
  if (first < 0) return 1;
  return index > first + 1 ? 0 : 1 + (0.5 * index) / (first + 1);
}

const claim = (value: string | null | undefined, rule: string) =>
  value == null || value.trim() === '' || value.length > LONGEST ? [] : [{ value: written(value), rule }];

const isHeading = (tag: string) => /^h[1-3]$/.test(tag);

const LONGEST_KICKER = 40;

/** The headline of a heading that holds its section's name or a label too, where machines are told where it begins. */
function withoutKicker(heading: string, told: readonly { value: string; rule: string }[]): string {
  const own = formsOf(heading);
  const within = told.find(({ value, rule }) => {
    const form = formsOf(value);
    const isPart = own.endsWith(` ${form}`);
    return (
      rule !== 'title' && isPart && own.length - form.length <= LONGEST_KICKER && form.length > own.length / 2
    );
  });
  return within?.value ?? heading;
}

const SHORTEST = 12;

/** A headline that the page shows without a heading element: all that is told, or the longest part of a title. */
function lineLike(blocks: readonly PageBlock[], told: readonly { value: string }[]): PageBlock | undefined {
  const whole = new Set(told.map(({ value }) => formsOf(value)));
  const parts = new Set(
    told.flatMap(({ value }) =>
      value
        .split(SUFFIX)
        .toSorted((a, b) => b.length - a.length)
        .slice(0, 1)
        .map(formsOf),
    ),
  );
  const longer = blocks.filter(
    ({ text, linked }) => text.length > SHORTEST && text.length <= LONGEST && linked < 0.5,
  );
  return (
    longer.find(({ text }) => whole.has(formsOf(text))) ?? longer.find(({ text }) => parts.has(formsOf(text)))
  );
}

/** Headlines are longer than names of sites. */
const MUCH_LONGER = 1.5;

/** The part of a title that stands within some block, much longer than others that do: a headline that nothing but its size sets apart from the text. */
function partWithin(title: string, blocks: readonly PageBlock[]): string | null {
  const parts = title.split(PREFIX_OR_SUFFIX).filter(({ length }) => length > SHORTEST);
  const [longest, next] = parts
    .filter((part) => blocks.some(({ text }) => text !== part && ` ${text} `.includes(` ${part} `)))
    .toSorted((a, b) => b.length - a.length);
  return longest !== undefined && longest.length > (next?.length ?? 0) * MUCH_LONGER ? longest : null;
}

/** "Bridge closed | The Courier" without the outlet: the longest part, where the others are short or name the site. */
export function withoutOutlet(title: string, head: Head): string {
  const site = firstMeta(head, ['og:site_name', 'application-name'])?.content ?? '';
  if (site !== '' && title.startsWith(site) && /^\s*[:|–—·»•-]/.test(title.slice(site.length)))
    return title.slice(site.length).replace(/^[\s|–—·»•:-]+/, '');
  const parts = title.split(SUFFIX);
  if (parts.length < 2) return title;
  const [first = ''] = parts;
  const last = parts.at(-1) ?? '';
  const words = (text: string) => text.split(/\s+/).length;
  if (site !== '' && alike(site, last) === 1)
    return title.slice(0, title.lastIndexOf(last)).replace(/(?<![\s|–—·»•:-])[\s|–—·»•:-]+$/, '');
  if (site !== '' && alike(site, first) === 1) return title.slice(first.length).replace(/^[\s|–—·»•:-]+/, '');
  return words(last) <= 4 && words(first) > words(last)
    ? title.slice(0, title.lastIndexOf(last)).replace(/(?<![\s|–—·»•:-])[\s|–—·»•:-]+$/, '')
    : title;
}
