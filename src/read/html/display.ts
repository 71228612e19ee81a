import { once } from './once.ts';
import { around, markedWith, marksOf, type PageElement, type PageNode, wordsOf } from './page-tree.ts';
import { isParagraph } from './paragraphs.ts';

/**
 * How an element takes part in the text around it: as a block that stands by itself, as words within a line, as a
 * quotation within one, as a line break, or not at all.
 */
export type Display = 'block' | 'inline' | 'quotation' | 'break' | 'none';

/** What browsers lay out as blocks (HTML standard, 15.3), and the parts of tables. Whatever else there is stands within lines. */
const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup p plaintext pre search section summary table tbody td tfoot th thead tr ul xmp'.split(
    ' ',
  ),
);
/** Elements of HTML that stand within lines; one that HTML has no name for does so where it stands among words. */
const PHRASES = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr picture s samp slot small source span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
/** Parts of a page that people press and fill in. */
const CONTROLS = new Set(['input', 'option', 'datalist', 'progress', 'meter', 'dialog']);
/** What stands above or beside the words that it says how to read. */
const READINGS = new Set(['rt', 'rp', 'rtc']);
/** What is only read aloud: "opens in a new window". */
const READ_ALOUD = /(?:^|[\s_-])(?:sr[-_]only|visually[-_]?hidden|screen[-_]?reader)(?![a-z])/i;
/** The class of what is shown nowhere, and classes of what then comes where a page is printed. */
const UNSEEN = 'd-none';
const PRINTED = new Set(['d-print-block', 'd-print-inline', 'd-print-flex']);
/** Elements that hold lines and nothing else. */
const LINES = /^(?:p|h[1-6]|q)$/;
/** What is looked at of the words before an element. */
const LAST = 8;

/** Whether an element is not shown, by its own attributes, and no link or button before it shows it. */
export function isHidden(element: PageElement): boolean {
  const { attributes } = element;
  const style = attributes.get('style') ?? '';
  return (
    ((attributes.has('hidden') ||
      (attributes.get('aria-hidden') === 'true' && !isInitial(element)) ||
      /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)) &&
      !isFolded(element)) ||
    READ_ALOUD.test(attributes.get('class') ?? '') ||
    isPrintedOnly(attributes.get('class') ?? '')
  );
}

function isPrintedOnly(classes: string): boolean {
  const names = classes.includes(UNSEEN) ? classes.split(/\s+/) : [];
  return names.includes(UNSEEN) && names.some((name) => PRINTED.has(name));
}

/** The first letter of a paragraph, set large: hidden from those who listen, not from those who read. */
const isInitial = (element: PageElement): boolean =>
  element.tag === 'span' && /^\p{L}$/u.test(wordsOf(element));

/** What shows the rest of a report in place. */
const UNFOLDS =
  /^(?:continue reading|keep reading|read (?:more|on|(?:the )?(?:full|rest).{0,20})|(?:show|see) (?:more|all|the rest)|expand)\W*$/i;
const SHORTEST_FOLDED = 150;
/** Within what is marked as unfolding, a paragraph is enough. */
const SHORTEST_PANEL = 60;
const isUnfolding = markedWith([
  'accordion',
  'collapse',
  'collapsible',
  'expander',
  'faq',
  'foldable',
  'toggle',
]);

/** Whether an element is the rest of a report that the line before it unfolds, or a part of it that its name does. */
function isFolded(element: PageElement): boolean {
  if (element.tag !== 'div' && element.tag !== 'section') return false;
  const before = element.parent?.children
    .slice(0, element.parent.children.indexOf(element))
    .findLast((node) => node.kind === 'element');
  if (
    before === undefined ||
    !element.children.some((node) => node.kind === 'element' && node.tag === 'p' && endsSentence(node))
  )
    return false;
  const { length } = wordsOf(element);
  return UNFOLDS.test(wordsOf(before))
    ? length >= SHORTEST_FOLDED
    : length >= SHORTEST_PANEL && isUnfolding(before);
}

const endsSentence = (element: PageElement): boolean => /[.!?…][”"’)»]?$/.test(wordsOf(element).trimEnd());

/** How an element takes part in the text around it; `before` are the words that stand before it in its line. */
export function displayOf(element: PageElement, before: string): Display {
  const { tag } = element;
  if (CONTROLS.has(tag) || READINGS.has(tag) || isHidden(element)) return 'none';
  if (isBeside(element, before)) return 'none';
  if (tag === 'br') return 'break';
  if (BLOCKS.has(tag) || isStyledAsBlock(element)) return 'block';
  if (isButton(element)) return isWordOfText(element, before) ? 'inline' : 'none';
  if (tag === 'q') return 'quotation';
  if (tag === 'span') return isParagraphSpan(element) ? 'block' : 'inline';
  return PHRASES.has(tag) || isAmongWords(element) ? 'inline' : 'block';
}

const isStyledAsBlock = ({ attributes }: PageElement): boolean =>
  /display\s*:\s*(?:block|flex|grid|list-item|table)\b/i.test(attributes.get('style') ?? '');

/** Whether an element within a line is no word of it: a note's mark, what pops up, an advertisement, whose picture it is. */
const isBeside = (element: PageElement, before: string): boolean =>
  isNoteMark(element, before) ||
  isPopUp(element) ||
  isAdLabel(element) ||
  isCredit(element) ||
  isInserted(element, before);

/**
 * Whether an element is set into a line with no space between its words and others that go on: a price behind a firm's
 * name, a badge, a count of comments, a link to share what was said, the sign that links to a paragraph.
 */
function isInserted(element: PageElement, before: string): boolean {
  const isLink = element.tag === 'a';
  if (!isLink && !element.tag.includes('-')) return false;
  const words = wordsOf(element).trim();
  if (isLink && !/[\p{L}\p{N}]/u.test(words)) return words !== '' && words.length <= 2;
  const isGlued = /[\p{L}\p{N}]$/u.test(before) && /^[\p{Lu}\p{N}+-]/u.test(words) && !isGluedToNext(element);
  if (!isLink) return isGlued;
  const isHere = (element.attributes.get('href') ?? '#').startsWith('#');
  return isHere && ((isGlued && /^\d+$/.test(words)) || (/\s$/.test(before) && isGluedToNext(element)));
}

const isButton = ({ tag, attributes }: PageElement): boolean =>
  tag === 'button' || (tag === 'span' && attributes.get('role') === 'button');

/** What buttons do, as against words of the text that open something, and what they do it to. */
const DOES = new Set(
  'close copy email enlarge expand explain follow following hide info i like listen menu more open pause play print read save share show subscribe translate tweet view zoom'.split(
    ' ',
  ),
);
const TO = new Set(
  'a all article audio for full image in it later less link map more now paragraph photo picture post story text the this to'.split(
    ' ',
  ),
);

const isDeed = (words: string): boolean => {
  const [first, ...rest] = words.toLowerCase().match(/\p{L}+/gu) ?? [];
  return first === undefined || (DOES.has(first) && rest.every((word) => TO.has(word)));
};

/** Whether a button is a word of a sentence that opens something. */
const isWordOfText = (button: PageElement, before: string): boolean =>
  !isDeed(wordsOf(button)) &&
  /[\p{L}\d,] *$/u.test(before.slice(-LAST)) &&
  isAmongWords(button) &&
  !isGluedToNext(button) &&
  !button.children.some((child) => child.kind === 'element' && isButton(child));

/** Whether a word follows with no space between. */
function isGluedToNext(element: PageElement): boolean {
  const siblings = element.parent?.children ?? [];
  const next = siblings[siblings.indexOf(element) + 1];
  return next?.kind === 'text' && /^[\p{L}\p{N}]/u.test(next.value) && !/\s$/.test(wordsOf(element));
}

const hasLetters = (node: PageNode): boolean => node.kind === 'text' && /[\p{L}\p{N}]/u.test(node.value);
const hasWords = once(({ children }: PageElement) => children.some(hasLetters));
/** Words that stand in spans and the like. */
const hasSpansOfWords = once(({ children }: PageElement) =>
  children.some((node) => node.kind === 'element' && PHRASES.has(node.tag) && node.children.some(hasLetters)),
);
const LONGEST_PHRASE = 60;
const hasSpansOfSentences = once(({ children }: PageElement) => {
  const own = children.filter((node) => node.kind === 'element' || /\S/.test(node.value));
  return own.length > 1 && own.every(isSentences);
});

/** Whether words stand beside an element in the same line: then what it says belongs to them. */
const isAmongWords = (element: PageElement): boolean => {
  const { parent } = element;
  return (
    parent !== null &&
    (PHRASES.has(parent.tag) ||
      LINES.test(parent.tag) ||
      hasWords(parent) ||
      (hasSpansOfWords(parent) && wordsOf(element).length <= LONGEST_PHRASE) ||
      (!BLOCKS.has(parent.tag) && isAmongWords(parent)))
  );
};

/** One of several spans side by side that are whole sentences, each of the length of a paragraph: their style makes them blocks. */
const isParagraphSpan = ({ parent }: PageElement) => parent !== null && hasSpansOfSentences(parent);

const isSentences = (node: PageNode): boolean =>
  node.kind === 'element' && node.tag === 'span' && isParagraph(wordsOf(node));

/** What comes up over a word when somebody points at it. */
const POP_UP =
  /\b(?:rollover(?: \w+)? block|popover(?: \w+)?|hover ?card|tool ?tip ?(?:text|content|body|box|popup)|flyout|pop ?up ?(?:content|box|body|text))\b/;

const isPopUp = (element: PageElement) =>
  element.attributes.get('role') === 'tooltip' ||
  (element.tag === 'span' && POP_UP.test(marksOf(element).join(' ')));

const LONGEST_LABEL = 40;
const isAdMarked = markedWith([
  'ad',
  'ads',
  'adsbygoogle',
  'advert',
  'advertisement',
  'advertising',
  'anzeige',
  'werbung',
  'publicite',
  'publicité',
  'publicidad',
]);

/** What stands in the place of an advertisement within a line: its label. */
const isAdLabel = (element: PageElement) =>
  (element.tag === 'span' || element.tag === 'ins') &&
  isAdMarked(element) &&
  wordsOf(element).length <= LONGEST_LABEL;

const isCreditMarked = markedWith(['credit', 'credits', 'photographer']);

/** Whose picture it is, within its caption. */
const isCredit = (element: PageElement) =>
  element.tag === 'span' &&
  isCreditMarked(element) &&
  !marksOf(element).includes('caption') &&
  [...around(element.parent)].slice(0, 2).some(({ tag }) => tag === 'figcaption');

const MARK_OF_NOTE = /^[[(]?(?:\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§¶]{1,3}|n ?\d{1,3}|note \d{1,3})[\])]?$/i;

/** The mark of a note: set high, or called one, and it leads to another place of the page; or a number set high behind a sentence's end. */
function isNoteMark(element: PageElement, before: string): boolean {
  const { tag } = element;
  if (tag !== 'sup' && !(tag === 'a' && isCalledNote(element))) return false;
  const words = wordsOf(element);
  if (!MARK_OF_NOTE.test(words)) return false;
  if (tag === 'a' || isCalledNote(element) || leadsWithin(element)) return true;
  return /^[*†‡§]/.test(words) || (/^\d/.test(words) && /[.!?,;:”"’)] *$/.test(before.slice(-LAST)));
}

const isCalledNote = (element: PageElement) =>
  element.attributes.get('role') === 'doc-noteref' ||
  marksOf(element).some((mark) => /^(?:footnote|noteref|fn|fnref)$/.test(mark));

const leadsWithin = ({ children, parent }: PageElement) =>
  [parent, ...children].some(
    (node) =>
      node?.kind === 'element' &&
      node.tag === 'a' &&
      /^#|#(?:cite|fn|note|ref)/.test(node.attributes.get('href') ?? ''),
  );
