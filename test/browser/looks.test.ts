import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch } from './chromium.ts';
import { type ExampleSite, exampleSite, openPage } from './example-site.ts';

let browser: Browser;
let site: ExampleSite;

beforeAll(async () => {
  [site, browser] = await Promise.all([exampleSite(), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** Opens a page of the site by its path. */
const open = (context: BrowserContext, path: string) => openPage(context, site.url + path);

const paths = () => [
  '/',
  '/?since=2034-02-03',
  '/?day=2034-05-20',
  '/-/style',
  '/reports',
  `/r/${site.report}`,
  `/r/${site.report}?held=1`,
  `/r/${site.versioned}`,
  `/s/${site.statement}`,
  `/u/${site.statement}`,
  `/r/${site.watched}`,
  `/r/${site.watched}/versions`,
  `/r/${site.watched}/snapshot`,
  `/r/${site.report}/versions`,
  `/r/${site.report}/snapshot`,
  '/-/coverage',
  '/actors',
  '/actors?kind=person',
  '/actors?q=lunn',
  `/a/${site.actor}`,
  `/a/${site.actor}?kind=direct&to=nobody`,
  `/a/${site.actor}/reports`,
  '/calendar',
  '/calendar?month=2034-06',
  '/calendar?ahead=1&deeds=1',
  '/calendar?month=2034-05&who=%3Cb%3E&place=nowhere&status=cancelled',
  `/e/${site.event}`,
  '/alerts',
  `/alerts/${site.alert}`,
  '/flags',
  '/flags?kind=unbalanced-quotation-mark',
  '/issues',
  '/positions?who=Lunn',
  `/i/${site.issue}`,
  `/i/${site.issue}?stance=against&how=1`,
  '/check',
  '/review',
  '/review?doubt=no-speaker&speaker=Nobody',
  `/review?at=${site.statement}`,
  '/review/decisions',
  '/review/who',
  `/review/merge?of=${site.statement}`,
  `/review/merge?of=${site.actor}&with=Vold`,
  `/review/merge?of=${site.event}`,
  '/search',
  '/search?q=pier',
  '/search?q=the&by=Lunn&order=newest',
  `/search?${new URLSearchParams({ q: '“The pier is not on the table”', by: 'Lunn' })}`,
  `/search?${new URLSearchParams({ q: 'the pier is not on the menu', exact: '1' })}`,
  '/search?q=talsk+submarine&by=Lunn',
  '/search?q=pier&when=soon&act=sing',
  '/sources',
  '/sources?kind=speaker',
  '/sources/Quillwire',
  '/sources/The%20Strait%20Observer?stood=later',
  '/sources/Nobody',
  '/r/report:none',
  '/nothing',
];

describe.each([
  { look: 'paper', options: { colorScheme: 'light', viewport: { width: 1240, height: 900 } } },
  { look: 'night', options: { colorScheme: 'dark', viewport: { width: 1240, height: 900 } } },
  { look: '320 px', options: { colorScheme: 'light', viewport: { width: 320, height: 700 } } },
  { look: 'without script', options: { javaScriptEnabled: false } },
] as const)('every page, $look', ({ look, options }) => {
  test('has no violation of WCAG 2.2 AA, no error, no request off this machine, and nothing to scroll sideways', {
    timeout: 300_000,
  }, async () => {
    const context = await browser.newContext(options);
    for (const path of paths()) {
      const { page, complaints } = await open(context, path);
      expect(complaints, path).toEqual([]);
      if (look !== 'without script') {
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze();
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
          path,
        ).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), path).toBe(
          true,
        );
      }
      expect((await page.locator('h1').allTextContents()).length, path).toBe(1);
      await page.close();
    }
    await context.close();
  });
});
