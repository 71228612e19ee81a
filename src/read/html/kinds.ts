import type { Block } from '../../record/index.ts';
import { formsOf } from '../metadata/alike.ts';
import type { PageBlock } from './page-blocks.ts';
import { around, markedWith, marksOf, type PageElement } from './page-tree.ts';

const isStandfirst = markedWith([
  'standfirst',
  'blurb',
  'dek',
  'deck',
  'subtitle',
  'subheadline',
  'subhead',
  'lede',
  'excerpt',
  'summary',
  'description',
  'intro',
  'strapline',
  'sell',
  'kicker',
]);
const PULL = /\bpull ?quotes?\b|\bpulled quote\b|\bquote pull\b/;
/** Fewer words are repeated by chance. */
const FEWEST_REPEATED = 4;
const LONGEST_SUBHEAD = 160;
/** A page that sets more of them apart writes in quotations. */
const MOST_PULL_QUOTES = 50;

/** The words of the text so far, for what repeats them. */
export interface Told {
  /** Each paragraph's words in one form, with single spaces and one at each end. */
  readonly paragraphs: readonly string[];
  /** How many blocks were looked at as pull quotes. */
  asked: number;
}

/** The words of a block with a space at each end, so that words within others are not found. */
export const wordsBetween = (text: string): string => ` ${formsOf(text)} `;

/** What a kept block is in the layout of the report; `isOpening` says that no paragraph has come yet. */
export function kindOf(
  block: PageBlock,
  {
    told,
    isOpening,
    isLast,
    trunk,
  }: { told: Told; isOpening: boolean; isLast: boolean; trunk: PageElement | null },
): Block['kind'] {
  const { element, text } = block;
  const inside = [...around(element)].slice(0, 6);
  const edge = trunk === null ? -1 : inside.indexOf(trunk);
  const within = edge < 0 ? inside : inside.slice(0, Math.max(1, edge));
  const isIn = (...tags: string[]) => within.some(({ tag }) => tags.includes(tag));
  if (block.isPost) return 'post';
  if (isPullQuote(block, within, told)) return 'pullquote';
  if (isIn('figcaption', 'caption') || isBelowPicture(block, within)) return 'caption';
  if (isIn('blockquote') && !isOpening) return 'quotation';
  if (isOpening && isStandfirstMarked(element)) return 'standfirst';
  if (isHeading(block, isLast)) return 'subhead';
  return isIn('li', 'dt', 'dd') || BULLET.test(text) ? 'item' : 'paragraph';
}

const BULLET = /^[•‣▪●◦]\s/;
const LONGEST_BOLD = 80;

const isHeading = (block: PageBlock, isLast: boolean): boolean =>
  /^h[1-6]$/.test(block.element.tag) ? block.text.length <= LONGEST_SUBHEAD : !isLast && isBold(block);

/** A short line, all of it in bold, that ends no sentence: older pages head their sections so. */
const isBold = ({ element, texts, text }: PageBlock): boolean =>
  element.tag === 'p' &&
  text.length <= LONGEST_BOLD &&
  /\p{L}$/u.test(text) &&
  texts.every(
    ({ value, parent }) =>
      !/\S/.test(value) || [...around(parent)].slice(0, 3).some(({ tag }) => tag === 'b' || tag === 'strong'),
  );

const LONGEST_CAPTION = 400;
const PICTURE = new Set(['photo', 'image', 'picture', 'imgtop']);

/** Whether some words are marked as a caption, or stand in what is marked as a picture. */
function isBelowPicture({ text }: PageBlock, within: readonly PageElement[]): boolean {
  const near = within.slice(0, 2).map(marksOf);
  if (near.some((marks) => marks.includes('caption'))) return true;
  return text.length <= LONGEST_CAPTION && near.some((marks) => marks.some((mark) => PICTURE.has(mark)));
}

/** Whether an element, or the one around it, is marked as what stands between headline and text. */
export function isStandfirstMarked(element: PageElement): boolean {
  return [...around(element)]
    .slice(0, 2)
    .some((at) => at.attributes.get('itemprop') === 'description' || isStandfirst(at));
}

/** Whether an element, or one of those around it, is marked as a pull quote. */
export function isPullMarked(element: PageElement): boolean {
  return [...around(element)].slice(0, 4).some((at) => PULL.test(marksOf(at).join(' ')));
}

/** A pull quote is marked as one, or it is a quotation set apart that only repeats what a paragraph says. */
function isPullQuote({ element, text }: PageBlock, within: readonly PageElement[], told: Told): boolean {
  if (isPullMarked(element)) return true;
  const isApart =
    within.some(({ tag }) => tag === 'blockquote' || tag === 'aside' || tag === 'q') || element.tag === 'q';
  if (!isApart || told.asked++ > MOST_PULL_QUOTES) return false;
  const words = wordsBetween(text);
  return (
    words.trim().split(' ').length >= FEWEST_REPEATED &&
    told.paragraphs.some((said) => said !== words && said.includes(words))
  );
}
