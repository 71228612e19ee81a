import { partOf } from './boilerplate.ts';
import { isParagraphOfProse } from './candidates.ts';
import type { PageBlock } from './page-blocks.ts';
import { isWithin, type PageElement } from './page-tree.ts';
import type { PageKit } from './page-words.ts';
import { weightsOf } from './weights.ts';

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
/** What stands around a section holds at least so many times its prose. */
const AROUND = 2;

/**
 * The elements that are named like another part of the page and are sections of its report: paragraphs of prose without
 * a link, among more such prose. What advertises or points to other reports leads there.
 */
export function proseSections(
  blocks: readonly PageBlock[],
  forms: ReadonlySet<PageElement>,
  kit: PageKit,
): ReadonlySet<PageElement> {
  const prose = blocks.filter((block) => isParagraphOfProse(block) && block.linked === 0);
  const weights = weightsOf(prose);
  const leads = weightsOf(blocks.filter(({ linked }) => linked > 0));
  const sections = new Set<PageElement>();
  for (const [element, weight] of weights) {
    const outer = element.parent === null ? 0 : (weights.get(element.parent) ?? 0);
    if (weight < SHORTEST_SECTION || leads.has(element) || outer < weight * AROUND) continue;
    const part = partOf(element, kit) ?? '';
    if (!LOOKS_LIKE.has(part) || [...forms].some((form) => isWithin(form, element))) continue;
    // Comments and what ends a page stand below a report, and paragraphs below a section of it.
    const last = prose.findLast((block) => isWithin(block.element, element.parent ?? element));
    if (BELOW.has(part) && (last === undefined || isWithin(last.element, element))) continue;
    sections.add(element);
  }
  return sections;
}
