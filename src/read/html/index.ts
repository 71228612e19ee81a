import {
  type Block,
  type Origin,
  type RawPage,
  type Refusal,
  type Report,
  refuse,
  type Segment,
} from '../../record/index.ts';
import { metadataOf } from '../metadata/index.ts';
import { mustBePage } from '../must-be-page.ts';
import { LONGEST_TEXT, refuseText } from '../refuse/index.ts';
import { refusePage } from '../refuse/page.ts';
import { reportIdOf } from '../report-id.ts';
import { bodyOf } from './body.ts';
import { partOf } from './boilerplate.ts';
import { chosenTexts } from './choose.ts';
import { cutCopiesAmong } from './cut-copies.ts';
import { withFrame } from './frame.ts';
import { isFurniture } from './furniture.ts';
import { kindOf, wordsBetween } from './kinds.ts';
import { linksOf } from './links.ts';
import { ownTalk } from './own-talk.ts';
import { blocksOf, type PageBlock } from './page-blocks.ts';
import { endsSentence } from './page-talk.ts';
import { around, type PageElement, parsePage, textsOf } from './page-tree.ts';
import type { PageKit } from './page-words.ts';
import { segmentsHold } from './source-map.ts';
import { timesAmong } from './timeline.ts';

export type { PageKit } from './page-words.ts';
export { isInSource } from './source-map.ts';

/** What is to be known of a page to read it: not its bytes, which may stay where they are. */
export type PageSource = Pick<RawPage, 'path' | 'text' | 'encoding' | 'snapshot' | 'given' | 'web'>;

/** A report read from a page, and how it came out of it. */
export interface PageReading {
  readonly report: Report;
  readonly origin: Origin;
}

const BETWEEN = '\n\n';
/** Characters of a page, what belongs to no report among them: menus, lists of links, comments of readers. */
const MOST_TEXT = 2 * LONGEST_TEXT;
/** A repeated block of fewer characters may be a list's or an interview's own. */
const SHORTEST_COPY = 40;

/**
 * Takes the source of a page. Gives its report: headline first, then the text block by block, each with the place of its
 * characters in the source; or the reason why the page is no report that can be read. A block whose characters cannot be
 * found in the source is left out: it is no evidence.
 * @throws Fault where it is handed something else than a page.
 */
export function readHtml(page: PageSource, kit: PageKit): PageReading | Refusal {
  mustBePage(page);
  const source = page.text;
  const address = page.web?.address ?? null;
  const tree = parsePage(source);
  if ('tangled' in tree) return refuse('not-text', `expected a page, found ${tree.tangled}`);
  const raw = [...textsOf(tree.root)].reduce((sum, { value }) => sum + value.length, 0);
  if (raw > MOST_TEXT)
    return refuse('too-long', `expected at most ${MOST_TEXT} characters of text, found ${raw}`);
  const links = linksOf(tree.elements);
  const blocks = blocksOf(tree, links);
  const length = blocks.reduce((sum, { text }) => sum + text.length, 0);
  if (length > LONGEST_TEXT)
    return refuse('too-long', `expected at most ${LONGEST_TEXT} characters, found ${length}`);
  const body = bodyOf({ blocks, elements: tree.elements }, chosenTexts(tree, { blocks, links }), kit);
  const isAside = asideOf(kit, body.trunk);
  const sources = { tree, given: page.given, address, blocks, kept: body.kept, isAside };
  const { metadata, choices, headline, description, head, data } = metadataOf(sources, kit);
  const framed = withFrame(blocks, body, { headline, description });
  const above = new Set(headline === null ? [] : blocks.slice(0, blocks.indexOf(headline)));
  const isTime = timesAmong(framed);
  const isOwnTalk = ownTalk(metadata.outlet, framed, kit);
  const kept = framed.filter(
    (block, index) =>
      !(above.has(block) && isAboveIt(block)) &&
      !isOwnTalk(block) &&
      (!isFurniture(block.text, metadata.byline) || block.element.tag === 'dt' || isTime(index)),
  );
  const laid = layOut(source, { headline, kept, trunk: body.trunk });
  const refusal =
    refusePage({
      tree,
      head,
      data,
      metadata,
      trunk: body.trunk,
      page: blocks,
      kept,
      left: body.left,
      ...laid,
    }) ?? refuseText(laid.text);
  if (refusal !== null) return refusal;
  const { text, segments } = laid;
  return {
    origin: { encoding: page.encoding, address, segments, choices },
    report: {
      id: reportIdOf(metadata.url ?? metadata.outlet ?? '', text),
      path: page.path,
      ...metadata,
      text,
      snapshot: page.snapshot,
      blocks: laid.blocks,
    },
  };
}

const LISTED = /^(?:li|h[2-6]|td|dt|dd)$/;
const LONGEST_KICKER = 60;

/** What stands above the headline and is not of the report: a ticker, what is on, the name of a series. */
const isAboveIt = ({ element, text }: PageBlock): boolean =>
  LISTED.test(element.tag) || (text.length <= LONGEST_KICKER && !endsSentence(text));

/** Whether an element is of another part of the page than the report, or of an entry or teaser: none that holds the report is. */
function asideOf(kit: PageKit, trunk: PageElement | null): (element: PageElement) => boolean {
  const holders = new Set(around(trunk));
  // What says who wrote it and when is set beside the headline in an aside or a footer on some sites.
  const isAbove = ({ tag, number }: PageElement) =>
    (tag === 'aside' || tag === 'footer') && trunk !== null && number < trunk.number;
  return (element) =>
    [...around(element)].some(
      (at) =>
        !holders.has(at) &&
        !isAbove(at) &&
        (at.tag === 'article' || (![null, 'author'].includes(partOf(at, kit)) && !isFooterOfEntry(at))),
    );
}

const OFTEN = 3;

/** Whether several lines of a text come again and again: a plan, a table of scores. */
function hasRefrains(forms: readonly string[]): boolean {
  const often = [...Map.groupBy(forms, (form) => form)].filter(
    ([form, some]) => form.length >= SHORTEST_COPY && some.length >= OFTEN,
  );
  return often.length >= OFTEN;
}

/** What stands below an entry says who posted it and when. */
const isFooterOfEntry = ({ attributes }: PageElement): boolean =>
  /\b(?:post|entry|article)[-_]?footer/i.test(attributes.get('class') ?? '');

/** The report's text out of the blocks that were kept, the headline first. */
function layOut(
  source: string,
  {
    headline,
    kept,
    trunk,
  }: { headline: PageBlock | null; kept: readonly PageBlock[]; trunk: PageElement | null },
): { text: string; blocks: Block[]; segments: Segment[] } {
  const blocks: Block[] = [];
  const segments: Segment[] = [];
  const copies = new Set<string>();
  const isCutCopy = cutCopiesAmong(kept.map(({ text }) => text));
  const forms = kept.map((block) => wordsBetween(block.text));
  const head = headline === null ? '' : wordsBetween(headline.text);
  const told = { paragraphs: forms, asked: 0 };
  const isRefrain = hasRefrains(forms);
  let text = '';
  let isOpening = true;
  const put = (block: PageBlock, kind: Block['kind']) => {
    if (block.segments === null || !segmentsHold(block.text, source, block.segments)) return;
    if (text !== '') text += BETWEEN;
    const start = text.length;
    text += block.text;
    blocks.push({ start, end: text.length, kind });
    for (const { start: from, end, ...place } of block.segments)
      segments.push({ start: start + from, end: start + end, ...place });
  };
  if (headline !== null) put(headline, 'headline');
  for (const [index, block] of kept.entries()) {
    const own = forms[index] ?? '';
    if (block === headline || own === head || copies.has(own) || isCutCopy(block.text)) continue;
    if (block.text.length >= SHORTEST_COPY && !isRefrain) copies.add(own);
    const kind = kindOf(block, { told, isOpening, isLast: index === kept.length - 1, trunk });
    put(block, kind);
    if (kind === 'paragraph' || kind === 'item') isOpening = false;
  }
  return { text, blocks, segments };
}
