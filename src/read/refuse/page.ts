import { type Block, type Refusal, refuse } from '../../record/index.ts';
import { cardsOf } from '../html/cards.ts';
import { isHidden } from '../html/display.ts';
import { firstLinkOf } from '../html/links.ts';
import type { PageBlock } from '../html/page-blocks.ts';
import { endsSentence } from '../html/page-talk.ts';
import { around, isWithin, marksOf, type PageElement, type PageTree } from '../html/page-tree.ts';
import { holderAmong, lengthOf } from '../html/weights.ts';
import { firstMeta, type Head } from '../metadata/head.ts';
import type { ArticleData } from '../metadata/json-ld.ts';
import { primary } from '../tongues.ts';
import { notEnglish } from './language.ts';
import { asksForConsent, asksForScripts, noticeIn } from './notice.ts';

/** A text of fewer characters in sentences is a notice, a teaser or a caption unless something says that it is a report. */
const SHORT = 250;
/** Publishers show the beginning of what they sell: up to some paragraphs. */
const STUB = 1_800;
/** A page with so many headings that are links lists other pages. */
const MANY_LINKED = 8;
const LINKED = 0.8;
const LONGEST_NOTICE = 90;
/** Teasers of other reports, and how much of the text stands in them, on a page that lists them. */
const FEWEST_CARDS = 4;
const MOSTLY_CARDS = 0.6;
/** A brief has two sentences, a day and a headline; a section's page has a name. */
const SHORTEST_BRIEF = 100;
const FEWEST_WORDS = 4;
const MANY_PICTURES = 5;
const SHORT_OF_GALLERY = 600;

const ERROR =
  /^(?:error\W+)?(?:4\d\d|50\d)(?:\W+(?:error|page|not|forbidden|unauthori[sz]ed|gone|bad|service|internal|gateway|too many|access|unavailable)\b.*)?\W*$|\b(?:page|article|story) (?:(?:was|is|could) )?(?:not|cannot|can't) (?:be )?found\b|\baccess denied\b|\bpage (?:you (?:requested|are looking for)|unavailable)|\btoo many requests\b|\bbad gateway\b/i;
/** What headlines of short reports say too. */
const PERHAPS_ERROR =
  /^(?:not found|forbidden|unauthori[sz]ed|service unavailable|something went wrong|oops\b.*|error)\W*$|\b(?:no longer|not) available\b/i;
const ASKS_FOR_MONEY =
  /\b(?:subscribe|sign in|log in|register|create an? (?:free )?account|become a (?:member|subscriber))\b[^.]{0,60}\b(?:to (?:continue|keep|read|access|unlock|view|see)|for (?:full|unlimited) access)|\b(?:this (?:article|story|content|report) is (?:for|available (?:only )?to|reserved for|exclusive to)|for subscribers only|subscriber[- ]only|already a (?:subscriber|member)|for registered (?:users|readers) only|keep reading for\b|to continue reading|to read the (?:full|rest)|unlock this (?:article|story)|you(?:'|’)ve reached your (?:free )?(?:article )?limit)\b/i;
/** What stands above what a search has found. */
const FOUND = /^(?:about |showing )?\d[\d,. –-]{0,12}(?: of \d[\d,.]{0,9})? (?:search )?results?\b/i;
/** Where the text that is shown ends and what is sold begins. */
const STOPS =
  /\byou(?:['’]ve| have) (?:reached|read|used) (?:all |your )|\b(?:keep|continue) reading (?:for|with)\b|\bfor (?:subscribers|members|registered (?:users|readers)) only\b|\bto (?:keep|continue) reading\b|\bto read the (?:full|rest)\b/i;
const LIVE = /\blive ?(?:blog|feed|ticker|updates?|reporting)\b/;

export interface PageFindings {
  readonly tree: PageTree;
  readonly head: Head;
  readonly data: ArticleData | null;
  readonly metadata: {
    readonly language: string | null;
    readonly headline: string | null;
    readonly published: string | null;
  };
  /** The element that holds the report, where there is one. */
  readonly trunk: PageElement | null;
  /** All blocks of the page. */
  readonly page: readonly PageBlock[];
  /** The blocks that were kept, and the text made of them. */
  readonly kept: readonly PageBlock[];
  /** Why the others were not. */
  readonly left: ReadonlyMap<PageBlock, string>;
  readonly text: string;
  readonly blocks: readonly Block[];
}

/**
 * Why a page holds no report that can be read, or null. In this order: an error is told before the page is looked at as a
 * list, since error pages list; what is sold, before what is short, since a stub is short; and the language last, since
 * it needs a text.
 */
export function refusePage(found: PageFindings): Refusal | null {
  const { head, data } = found;
  const sentences = proseOf(found);
  const prose = sentences.reduce((sum, { length }) => sum + length, 0);
  return (
    errorPage(found, head, prose) ??
    questionOfConsent(found) ??
    noticeIn({
      tree: found.tree,
      title: head.title,
      headline: found.metadata.headline,
      prose: [...sentences, ...aboutBrowser(found)].join(' '),
      length: prose,
    }) ??
    paywallStub(found, head, data, prose) ??
    emptyTicker(found, data, prose) ??
    gallery(found, head, data, prose) ??
    indexPage(found, head, data, prose) ??
    emptyPage(found) ??
    foreign(found)
  );
}

/** Of a line with no headline above it, which a page says while it does something else, as of none. */
function emptyPage(found: PageFindings): Refusal | null {
  const isLine = found.blocks.length === 1 && found.text.length < SHORTEST_BRIEF;
  if (textOf(found) !== '' && !isLine) return null;
  const asking = found.tree.unscripted.find(asksForScripts);
  return asking === undefined
    ? refuse('empty', 'expected a page with a text, found none')
    : refuse('script-wall', `expected a report, found a page that says "${asking.slice(0, LONGEST_NOTICE)}"`);
}

/** Where all that was kept stands in a dialogue, and the page's words are those of one about consent. */
function questionOfConsent({ kept, page }: PageFindings): Refusal | null {
  const isAsked = ({ element }: PageBlock) =>
    [...around(element)].some(
      ({ attributes }) => attributes.get('aria-modal') === 'true' || attributes.get('role') === 'dialog',
    );
  if (kept.length === 0 || !kept.every(isAsked)) return null;
  const said = page
    .filter(isAsked)
    .map(({ text }) => text)
    .join(' ');
  return asksForConsent(said)
    ? refuse(
        'consent-wall',
        `expected a report, found a question of consent: "${said.slice(0, LONGEST_NOTICE)}"`,
      )
    : null;
}

/** What there is besides the headline. */
const textOf = ({ text, blocks }: PageFindings): string =>
  blocks
    .filter(({ kind }) => kind !== 'headline')
    .map(({ start, end }) => text.slice(start, end))
    .join(' ')
    .replace(/[^\p{L}\p{N} ]+/gu, '')
    .trim();

/** What of the text stands in sentences. */
function proseOf({ text, blocks }: PageFindings): string[] {
  return blocks
    .filter(({ kind }) => kind !== 'headline' && kind !== 'subhead' && kind !== 'caption')
    .map(({ start, end }) => text.slice(start, end))
    .filter((words) => endsSentence(words) || words.length > 120);
}

const aboutBrowser = ({ page, left }: PageFindings): string[] =>
  page.filter((block) => left.get(block) === 'about-the-browser').map(({ text }) => text);

function errorPage({ metadata }: PageFindings, { title }: Head, prose: number): Refusal | null {
  if (prose > SHORT * 4) return null;
  const isError = (said: string) =>
    (ERROR.test(said) && (prose < SHORT || !goesOn(said))) || (prose < SHORT && PERHAPS_ERROR.test(said));
  const said = [metadata.headline, title].find(
    (one) => one !== null && one.length < LONGEST_NOTICE && isError(one),
  );
  return said == null ? null : refuse('error-page', `expected a report, found a page that says "${said}"`);
}

/** Whether a headline that begins like an error goes on: "Page not found: library loses a leaf". */
const goesOn = (said: string): boolean => /[a-z]:\s+\S+(?:\s+\S+){2}/i.test(said);

function paywallStub(
  { page, tree, kept }: PageFindings,
  head: Head,
  data: ArticleData | null,
  prose: number,
): Refusal | null {
  if (prose >= STUB) return null;
  const tier = firstMeta(head, [
    'article:content_tier',
    'content_tier',
    'og:article:content_tier',
    'access',
  ])?.content;
  const isSold = data?.isFree === false || /^(?:locked|metered|paid|premium|subscriber)/i.test(tier ?? '');
  const holders = new Set(kept.flatMap(({ element }) => [...around(element)]));
  // What is sold stands within the wall where the page shows it.
  const isWalled = tree.elements.some(
    (element) =>
      !isHidden(element) &&
      !holders.has(element) &&
      marksOf(element)
        .join(' ')
        .match(
          /\b(?:paywall|regwall|subscribe wall|subscription wall|pay wall|tp container inner|piano)\b/,
        ) !== null,
  );
  if (data?.isFree === true || /^(?:free|open|public)$/i.test(tier ?? '')) return null;
  const first = kept[0] === undefined ? 0 : page.indexOf(kept[0]);
  // A label above the text says for whom it is, not that it ends.
  const asks = page.find(
    ({ text }, index) =>
      text.length < LONGEST_ASKING &&
      (index >= first || text.length > LONGEST_LABEL) &&
      ASKS_FOR_MONEY.test(text) &&
      !/\b(?:comments?|discussion)\b/i.test(text),
  );
  const lacks = data?.length != null && data.length > prose * 2 + 500;
  const last = kept.at(-1)?.text ?? '';
  const breaksOff = breaksOffBefore(asks, kept);
  const isCut = kept.length === 0 || breaksOff || !endsSentence(last);
  const isWhole = data?.length != null && data.length <= prose * 1.2;
  if (
    (isSold && !isWhole && (asks !== undefined || isWalled || lacks || isCut)) ||
    (asks !== undefined && (isWalled || breaksOff || stopsReading(kept, page)))
  )
    return refuse(
      'paywall-stub',
      `expected a whole report, found ${prose} characters of one that is sold${asks === undefined ? '' : `: "${asks.text.slice(0, 80)}"`}`,
    );
  return null;
}

const LONGEST_ASKING = 300;
const LONGEST_LABEL = 30;

/** Whether the text breaks off, at its end or before what asks for money. */
function breaksOffBefore(asks: PageBlock | undefined, kept: readonly PageBlock[]): boolean {
  const end = asks !== undefined && kept.includes(asks) ? kept.indexOf(asks) : kept.length;
  return kept.slice(Math.max(0, end - 2), end).some(({ text }) => /(?:…|\.\.\.)["”’]?$/.test(text));
}

/** Whether the text ends, or what stands right behind it begins, with words that keep readers from reading on. */
function stopsReading(kept: readonly PageBlock[], page: readonly PageBlock[]): boolean {
  const last = kept.at(-1);
  const behind = last === undefined ? 0 : page.indexOf(last) + 1;
  return [...kept.slice(-3), ...page.slice(behind, behind + 2)].some(
    ({ text }) => text.length < LONGEST_ASKING && STOPS.test(text) && !/\bcomment/i.test(text),
  );
}

function emptyTicker({ tree }: PageFindings, data: ArticleData | null, prose: number): Refusal | null {
  if (prose >= SHORT) return null;
  const isLive =
    data?.types.includes('LiveBlogPosting') === true ||
    tree.elements.some((element) => LIVE.test(marksOf(element).join(' ')));
  return isLive
    ? refuse('live-ticker', 'expected the entries of a live ticker in the page, found none')
    : null;
}

function gallery(
  { tree, kept }: PageFindings,
  head: Head,
  data: ArticleData | null,
  prose: number,
): Refusal | null {
  if (prose >= SHORT_OF_GALLERY) return null;
  const says =
    data?.types.some((type) => /Gallery$/.test(type)) === true ||
    /gallery|slideshow/i.test(firstMeta(head, ['og:type', 'section', 'template'])?.content ?? '');
  const captions = kept.filter(({ element }) =>
    [...around(element)].slice(0, 3).some(({ tag }) => tag === 'figcaption'),
  ).length;
  const pictures = tree.elements.filter(({ tag }) => tag === 'figure').length;
  const isGallery = says
    ? prose < SHORT * 2
    : pictures >= MANY_PICTURES && captions >= MANY_PICTURES && prose < SHORT;
  return isGallery
    ? refuse('gallery', `expected a report, found a gallery of ${Math.max(pictures, captions)} pictures`)
    : null;
}

/** A page that lists others: headings or lines that are links follow each other, with no text of any length between two. */
function indexPage(
  { page, kept, trunk, metadata }: PageFindings,
  head: Head,
  data: ArticleData | null,
  prose: number,
): Refusal | null {
  const isArticle =
    data?.types.some((type) => /(?:Article|Posting|Report)$/.test(type)) === true ||
    /article/i.test(firstMeta(head, ['og:type'])?.content ?? '');
  const inside = trunk === null ? page : page.filter(({ element }) => isWithin(element, trunk));
  const texts = new Set(kept);
  let listed = 0;
  let run = 0;
  let longest = 0;
  for (const block of inside) {
    if (block.linked > LINKED && isHeading(block.element)) {
      listed++;
      run = 0;
    } else if (texts.has(block)) run += block.text.length;
    longest = Math.max(longest, run);
  }
  const cards = cardsOf(page);
  const inCards = kept.filter((block) => holderAmong(block, cards) !== null);
  const { headline, published } = metadata;
  const isBrief =
    prose >= SHORTEST_BRIEF &&
    published !== null &&
    (headline?.split(' ').length ?? 0) >= FEWEST_WORDS &&
    inCards.length === 0;
  const lists = !isBrief && listed >= MANY_LINKED && longest < (isArticle ? SHORT : SHORT * 3);
  const lines = page.filter(({ linked }) => linked > LINKED).length;
  const leads = !isArticle && !isBrief && prose < SHORT && lines >= MANY_LINKED * 2;
  const shown = new Set(inCards.map((block) => holderAmong(block, cards)));
  const shows = shown.size >= FEWEST_CARDS && lengthOf(inCards) > lengthOf(kept) * MOSTLY_CARDS;
  const headed = isArticle ? 0 : headedByLinks(kept);
  const isThin = !isArticle && prose < SHORTEST_BRIEF && cards.size >= FEWEST_CARDS;
  const finds = kept.slice(0, 3).some(({ text }) => FOUND.test(text));
  const heads = headed >= MANY_LINKED && headed > kept.length * MOSTLY_CARDS;
  return lists || leads || shows || heads || finds || isThin
    ? refuse(
        'index-page',
        `expected one report, found a page that leads to ${Math.max(listed, headed, leads ? lines : 0, shows || isThin ? cards.size : 0)} others`,
      )
    : null;
}

/** How many blocks begin with a link that is a headline, each with another: old pages set their teasers so. */
const headedByLinks = (kept: readonly PageBlock[]): number =>
  new Set(kept.flatMap(({ texts }) => firstLinkOf(texts) ?? [])).size;

const isHeading = (element: PageElement) =>
  [element, element.parent].some((at) => /^h[1-6]$/.test(at?.tag ?? ''));

function foreign({ metadata }: PageFindings): Refusal | null {
  const { language } = metadata;
  if (language === null || primary(language) === 'en') return null;
  return notEnglish(language);
}
