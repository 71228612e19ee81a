import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Those of the rules that look at colours. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];
/** Where a rule is kept, which parts keep it is nobody's question, and takes half the time. */
const told = () => ({ resultTypes: ['violations' as const] });

/** What of a page violates WCAG 2.2 AA or what axe-core holds for good practice: rules, and the first part that does. */
export const violationsOf = (page: Page) => asked(new AxeBuilder({ page }).options(told()).withTags(TAGS));

/**
 * The same of its colours alone, for a page that was asked for all before: another theme changes nothing else, since
 * `theme.css` is all of it. The page holds axe-core already.
 */
export const violationsInColours = (page: Page) =>
  asked(new AxeBuilder({ page, axeSource: ';' }).options(told()).withRules(OF_COLOURS));

async function asked(axe: AxeBuilder): Promise<string[]> {
  // Else another page is opened to put frames of other origins together, which no page here has.
  const { violations } = await axe.setLegacyMode().analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}
