import { isBareMark, partOf } from './boilerplate.ts';
import { isParagraphOfProse } from './candidates.ts';
import type { PageBlock } from './page-blocks.ts';
import { endsSentence } from './page-talk.ts';
import { around, isWithin, type PageElement } from './page-tree.ts';
import type { PageKit } from './page-words.ts';
import { lengthOf, weightsOf } from './weights.ts';

/** Parts whose names are made of words that sections of a report are named with too: "sponsor-hall", "related-to-budget". */
const LOOKS_LIKE = new Set([
  'advertisement',
  'related',
  'social',
  'tools',
  'tags',
  'newsletter',
  'comments',
  'footer',
  'navigation',
]);
const BELOW = new Set(['comments', 'footer', 'navigation']);
const SHORTEST_SECTION = 80;
/** A class that so much of a page's prose has is that of its paragraphs. */
const COMMON = 0.5;
/** What stands around a section holds at least so many times its prose. */
const AROUND = 2;
const STEPS = 3;

const MOSTLY_PROSE = 0.8;
const ASKS =
  /\b(?:subscri(?:be|ber|ption)|sign (?:in|up)|log ?in|register|unlimited|unlock|free trial|membership)\b/i;

/** What of some elements that are named for a wall is the part of the report behind it, open to be read: prose that asks for nothing. */
function openAmong(walls: readonly PageElement[], blocks: readonly PageBlock[]): readonly PageElement[] {
  if (walls.length === 0) return [];
  const all = weightsOf(blocks);
  const prose = weightsOf(blocks.filter(isParagraphOfProse));
  const asking = askingAmong(blocks);
  return walls.filter((wall) => {
    const length = prose.get(wall) ?? 0;
    return length >= SHORTEST_SECTION && length >= (all.get(wall) ?? 0) * MOSTLY_PROSE && !asking.has(wall);
  });
}

/** What holds words that ask readers to join or to pay. */
const askingAmong = (blocks: readonly PageBlock[]) => weightsOf(blocks.filter(({ text }) => ASKS.test(text)));

/** A caption that is a sentence. */
const isCaption = ({ element, text }: PageBlock): boolean =>
  element.tag === 'figcaption' && endsSentence(text);

/**
 * The elements that are named like another part of the page and are sections of its report: paragraphs of prose without
 * a link, among more such prose. What advertises or points to other reports leads there.
 */
export function proseSections(
  blocks: readonly PageBlock[],
  forms: ReadonlySet<PageElement>,
  kit: PageKit,
): ReadonlySet<PageElement> {
  const prose = blocks.filter(
    (block) => block.linked === 0 && (isParagraphOfProse(block) || isCaption(block)),
  );
  const weights = weightsOf(prose);
  const leads = weightsOf(blocks.filter(({ linked }) => linked > 0));
  const alike = weightsOf(builtAlike(blocks));
  const all = weightsOf(blocks);
  const isAlike = (element: PageElement) =>
    (alike.get(element) ?? 0) >= Math.max(SHORTEST_SECTION, (all.get(element) ?? 0) * MOSTLY_PROSE);
  const asking = askingAmong(blocks);
  const fields = new Set([...forms].flatMap((form) => [...around(form)]));
  const isLong = (element: PageElement, weight: number) =>
    weight >= SHORTEST_SECTION && outerWeight(weights, element) >= weight * AROUND;
  const isOther = (element: PageElement): boolean =>
    [leads, fields, asking].some((some) => some.has(element)) || isBareMark(element, kit);
  const isSection = (element: PageElement, weight: number): boolean => {
    const part = partOf(element, kit) ?? '';
    return (
      LOOKS_LIKE.has(part) &&
      ((isLong(element, weight) && !isOther(element)) || isAlike(element)) &&
      !(BELOW.has(part) && isLast(element, prose))
    );
  };
  const sections = [...new Set([...weights.keys(), ...alike.keys()])].filter((element) =>
    isSection(element, weights.get(element) ?? 0),
  );
  const walls = [...weights.keys()].filter((element) => partOf(element, kit) === 'paywall');
  return new Set([...sections, ...openAmong(walls, blocks)]);
}

/** The paragraphs with the class that most of a page's prose has, links in them or not. */
function builtAlike(blocks: readonly PageBlock[]): readonly PageBlock[] {
  const prose = blocks.filter(isParagraphOfProse);
  const least = lengthOf(prose) * COMMON;
  const byClass = Map.groupBy(prose, ({ element }) => element.attributes.get('class')?.trim() ?? '');
  const [, common = []] = [...byClass].find(([name, some]) => name !== '' && lengthOf(some) >= least) ?? [];
  return common;
}

/** The prose in what stands around an element, up to a few steps: sections stand in rows and columns. */
const outerWeight = (weights: ReadonlyMap<PageElement, number>, { parent }: PageElement): number =>
  Math.max(0, ...[...around(parent)].slice(0, STEPS).map((at) => weights.get(at) ?? 0));

/** Comments, and what ends a page, stand below a report; paragraphs stand below a section of it. */
function isLast(element: PageElement, prose: readonly PageBlock[]): boolean {
  const last = prose.findLast((block) => isWithin(block.element, element.parent ?? element));
  return last === undefined || isWithin(last.element, element);
}
