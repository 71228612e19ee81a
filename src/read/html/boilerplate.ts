import { boxesOf } from './boxes.ts';
import { displayOf } from './display.ts';
import { once } from './once.ts';
import type { PageBlock } from './page-blocks.ts';
import { asksToJoin } from './page-talk.ts';
import { around, markedWith, marksOf, type PageElement, wordsOf, wordsOfMarks } from './page-tree.ts';
import type { PageKit } from './page-words.ts';

const PART_TAGS = new Set(['nav', 'footer', 'aside', 'form', 'dialog', 'menu']);
/** A box of facts beside the text is of the report. */
const hasFacts = markedWith(['facts', 'factbox', 'fact', 'infobox', 'keypoints', 'figures']);
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

/** Words before a part's name that say where something else stands, what a page has or lacks, or what a report is filed under. */
const NOT_ITSELF = new Set(
  'above below before after no not non without with has had have hide hides visible hidden under tag category topic term'.split(
    ' ',
  ),
);
/** Words behind a part's name that make it the beginning of a phrase: "comment-from-the-chair", "sharing-is-caring". */
const GOES_ON = new Set(['from', 'of', 'to', 'is', 'was', 'the', 'that']);
/** Words that stand beside a part's name in ids and leave it what it is. */
const PLAIN = new Set(
  'wrapper wrap container section box list widget bar block area module main content div holder region inner outer panel zone slot top bottom left right site page article story post primary secondary global the js app root thread form group links items header desktop mobile'.split(
    ' ',
  ),
);

/** Elements stand around many blocks, and are asked for each. */
const partsBy = once((parts: ReadonlyMap<string, string>) =>
  once((element: PageElement) => partByMarks(element, parts)),
);

/** Which part of the page, other than its report, an element is by its tag, its role or its marks; null where nothing says so. */
export const partOf = (element: PageElement, { parts }: Pick<PageKit, 'parts'>): string | null =>
  partsBy(parts)(element);

function partByMarks(element: PageElement, parts: ReadonlyMap<string, string>): string | null {
  const { tag, attributes } = element;
  if (tag === 'aside' && hasFacts(element)) return null;
  const told = partByTag(element, parts);
  if (told !== null) return told;
  for (const name of ['class', 'data-component', 'data-testid'])
    for (const mark of (attributes.get(name) ?? '').slice(0, LONGEST_MARKS).split(/\s+/)) {
      const part = partNamed(wordsOfMarks(mark), parts);
      if (part !== null) return part.name;
    }
  return acrossMarks(marksOf(element), parts) ?? partOfId(attributes.get('id') ?? '', parts);
}

/** By the tag, or the words that the names of web components are made of, or the role. */
function partByTag({ tag, attributes }: PageElement, parts: ReadonlyMap<string, string>): string | null {
  if (PART_TAGS.has(tag)) return tag;
  const ofTag = tag.includes('-') ? partNamed(wordsOfMarks(tag), parts) : null;
  const role = attributes.get('role') ?? '';
  return ofTag?.name ?? (PART_ROLES.has(role) ? role : null);
}

const LONGEST_MARKS = 500;

interface NamedPart {
  readonly name: string;
  readonly first: number;
  readonly length: number;
}

/** The part that some words name, wherever it stands among them. */
function partNamed(words: readonly string[], parts: ReadonlyMap<string, string>): NamedPart | null {
  for (let first = 0; first < words.length; first++)
    for (let length = 1; length <= LONGEST_MARK; length++) {
      const name = parts.get(words.slice(first, first + length).join(' '));
      if (name === undefined || NOT_ITSELF.has(words[first - 1] ?? '')) continue;
      if (!GOES_ON.has(words[first + length] ?? '')) return { name, first, length };
    }
  return null;
}

const OF_ADS = 'advertisement';

/** Whether a class says in one word that an element is an advertisement: no section of a report is called so. */
export const isBareMark = ({ attributes }: PageElement, { parts }: Pick<PageKit, 'parts'>): boolean =>
  (attributes.get('class') ?? '').split(/\s+/).some((mark) => parts.get(mark.toLowerCase()) === OF_ADS);

/** Names of several words may stand in several classes ("sign up box" as "sign up"). */
function acrossMarks(words: readonly string[], parts: ReadonlyMap<string, string>): string | null {
  for (let first = 0; first < words.length; first++)
    for (let length = 2; length <= LONGEST_MARK; length++) {
      const name = parts.get(words.slice(first, first + length).join(' '));
      if (name !== undefined && !NOT_ITSELF.has(words[first - 1] ?? '')) return name;
    }
  return null;
}

/** An id names a part where it says little else: ids of sections are made of their headings ("sharing-the-load", "TOC_TITLE_1"). */
function partOfId(id: string, parts: ReadonlyMap<string, string>): string | null {
  const words = wordsOfMarks(id);
  const part = partNamed(words, parts);
  if (part === null) return null;
  const { name, first, length } = part;
  const isPlain = words.every(
    (word, index) => (index >= first && index < first + length) || PLAIN.has(word) || parts.has(word),
  );
  return isPlain ? name : null;
}

/** What tells parts: words for marks, and elements that people fill in. */
export interface PartSigns {
  readonly kit: Pick<PageKit, 'parts'>;
  readonly forms: ReadonlySet<PageElement>;
  /** Elements that are sections of the report, however they are named. */
  readonly sections: ReadonlySet<PageElement>;
}

/** The part around a block, up to an element that is known to hold the report. */
export function partAround(
  { element }: PageBlock,
  { kit, forms, sections }: PartSigns,
  isReport: (element: PageElement) => boolean,
  known: Map<PageElement, string | null>,
): string | null {
  for (const at of around(element)) {
    if (isReport(at)) return null;
    let part = known.get(at);
    if (part === undefined) {
      part = forms.has(at) ? 'form' : sections.has(at) ? null : partOf(at, kit);
      known.set(at, part);
    }
    if (part !== null) return part;
  }
  return null;
}

/** Whoever asks for an address of mail, or for membership, says little around it. */
const LONGEST_FORM = 300;
const FILLED_IN = new Set(['email', 'text', 'tel', 'search', 'password']);
/** Where readers are led who are to pay, to sign up or to get mail. */
const JOIN =
  /[/?.=_-](?:join|members?(?:hips?)?|subscri(?:be|ptions?)|donat(?:e|ions?)|support-us|contribute|newsletters?|sign-?up|pledge)(?:[/?.#&=_-]|$)/i;

const ENDS = new Set(['body', 'html', 'main', 'article']);

/**
 * The largest elements with few words around each field that people write into and each lone link that asks them to
 * join: boxes of newsletters, of searches, of opinions, of membership.
 */
export function formsOf(
  elements: readonly PageElement[],
  kit: Pick<PageKit, 'phrases'>,
): ReadonlySet<PageElement> {
  const formAround = boxesOf({ most: LONGEST_FORM, isEnd: ({ tag }) => ENDS.has(tag) });
  const asked = elements.filter((element) => isField(element) || isLinkToJoin(element, kit));
  return new Set(asked.flatMap(({ parent }) => formAround(parent) ?? []));
}

const isField = ({ tag, attributes }: PageElement) =>
  tag === 'input' && FILLED_IN.has(attributes.get('type') ?? 'text');

/** A link or a button that asks readers to join, with nothing else on its line. */
const isLinkToJoin = (element: PageElement, kit: Pick<PageKit, 'phrases'>) =>
  ((element.tag === 'a' && JOIN.test(element.attributes.get('href') ?? '')) ||
    (/^(?:a|button)$/.test(element.tag) && asksToJoin(wordsOf(element), kit))) &&
  (element.parent?.children ?? []).every((node) =>
    node.kind === 'text' ? !/\S/.test(node.value) : node === element || displayOf(node, '') !== 'inline',
  );
