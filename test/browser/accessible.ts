import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Those of the rules that look at colours: all that another theme can break, since `theme.css` is all that it changes. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/** What of a page violates WCAG 2.2 AA or what axe-core holds for good practice: rules, and the first part that does. */
export async function violationsOf(page: Page, asked: 'all' | 'colours' = 'all'): Promise<string[]> {
  // Else a second page is opened to put the frames of other origins together, which no page here has.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (asked === 'all' ? axe.withTags(TAGS) : axe.withRules(OF_COLOURS)).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}
