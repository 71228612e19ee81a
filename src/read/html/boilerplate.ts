import { foldedWords } from '../../text/index.ts';
import type { PageBlock } from './page-blocks.ts';
import { around, marksOf, type PageElement } from './page-tree.ts';
import type { PageKit } from './page-words.ts';

const PART_TAGS = new Set(['nav', 'footer', 'aside', 'form', 'dialog', 'menu']);
const PART_ROLES = new Set([
  'navigation',
  'complementary',
  'contentinfo',
  'dialog',
  'alertdialog',
  'search',
  'banner',
]);
/** The most words of a mark in `page-parts.tsv`. */
const LONGEST_MARK = 3;

/** Which part of the page, other than its report, an element is by its tag, its role or its marks; null where nothing says so. */
export function partOf(element: PageElement, { parts }: Pick<PageKit, 'parts'>): string | null {
  if (PART_TAGS.has(element.tag)) return element.tag;
  const role = element.attributes.get('role') ?? '';
  if (PART_ROLES.has(role)) return role;
  const marks = marksOf(element);
  for (let first = 0; first < marks.length; first++)
    for (let length = 1; length <= LONGEST_MARK; length++) {
      const part = parts.get(marks.slice(first, first + length).join(' '));
      if (part !== undefined) return part;
    }
  return null;
}

/** The part around a block, up to an element that is known to hold the report. */
export function partAround(
  { element }: PageBlock,
  kit: Pick<PageKit, 'parts'>,
  isReport: (element: PageElement) => boolean,
  known: Map<PageElement, string | null>,
): string | null {
  for (const at of around(element)) {
    if (isReport(at)) return null;
    let part = known.get(at);
    if (part === undefined) {
      part = partOf(at, kit);
      known.set(at, part);
    }
    if (part !== null) return part;
  }
  return null;
}

const SENTENCE_END = /[.!?…:;]["'”’»)\]]*$/u;
/** Longer lines are sentences of somebody, whatever they begin with. */
const LONGEST_PHRASE = 220;
const LONGEST_LABEL = 60;

export const endsSentence = (text: string): boolean => SENTENCE_END.test(text);

/** What the page says about itself in a block, by the words of the block: the rule's name, or null where it says something else. */
export function pageTalk({ text, linked }: PageBlock, { phrases }: Pick<PageKit, 'phrases'>): string | null {
  if (text.length > LONGEST_PHRASE) return null;
  const words = foldedWords(text).map(({ form }) => form);
  const whole = phrases.get(words.join(' '));
  if (whole === 'whole' || whole === 'both') return 'whole-line';
  for (let length = Math.min(words.length, 6); length >= 1; length--) {
    const begins = phrases.get(words.slice(0, length).join(' '));
    if (begins === 'note') return 'note-of-the-page';
    if (begins !== 'begin' && begins !== 'both') continue;
    // "Related: the pier" and "Sign up here" are the page's; "Sign up to 300 people did" is the report's.
    const isPointer =
      linked >= 0.4 || (text.length <= LONGEST_LABEL && !/[.!?]$/.test(text)) || hasColonAfter(text, length);
    if (isPointer || ADDRESSES_READER.test(text)) return 'begins-like-a-pointer';
  }
  if (linked >= 0.9 && !endsSentence(text)) return 'nothing-but-a-link';
  if (linked >= 0.5 && ADDRESSES_READER.test(text) && !/[“”"«»]/.test(text)) return 'asks-the-reader';
  if (/^(?:©|\(c\)|copyright\b)/i.test(text)) return 'copyright';
  return null;
}

const ADDRESSES_READER = /\b(?:you|your|our|us)\b/i;

function hasColonAfter(text: string, words: number): boolean {
  const end = foldedWords(text)[words - 1]?.end ?? 0;
  return /^\s*[:|»>]/.test(text.slice(end));
}
