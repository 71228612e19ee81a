import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { violationsInColours, violationsOf } from './accessible.ts';
import { launch } from './chromium.ts';
import { type ExampleSite, exampleSite, newPage } from './example-site.ts';

let browser: Browser;
let site: ExampleSite;

beforeAll(async () => {
  [site, browser] = await Promise.all([exampleSite(), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

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

const WIDE = { width: 1240, height: 900 };
const NARROW = { width: 320, height: 700 };
/** Pages that are looked at at once: one is laid out while another is asked for. */
const AT_ONCE = 2;

/** Opens every page, one behind another in the same tab, gives each to be looked at, and wants no complaint and one headline of it then. */
async function lookAt(
  options: BrowserContextOptions,
  look: (page: Page, path: string) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(options);
  const left = paths().values();
  const lookOn = async () => {
    const { page, complaints } = await newPage(context, site.url);
    for (const path of left) {
      await page.goto(site.url + path);
      await look(page, path);
      expect(await page.locator('h1').count(), path).toBe(1);
      expect(complaints, path).toEqual([]);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lookOn));
  await context.close();
}

const isAsWideAsItsWindow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);

test('every page, on paper, at night and at 320 px, has no violation of WCAG 2.2 AA, no error, no request off this machine, and nothing to scroll sideways', {
  timeout: 600_000,
}, async () => {
  await lookAt({ colorScheme: 'light', viewport: WIDE }, async (page, path) => {
    expect(await violationsOf(page), `${path}, paper`).toEqual([]);
    expect(await isAsWideAsItsWindow(page), `${path}, paper`).toBe(true);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violationsInColours(page), `${path}, night`).toEqual([]);
    expect(await isAsWideAsItsWindow(page), `${path}, night`).toBe(true);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize(NARROW);
    await page.reload();
    expect(await violationsOf(page), `${path}, 320 px`).toEqual([]);
    expect(await isAsWideAsItsWindow(page), `${path}, 320 px`).toBe(true);
    await page.setViewportSize(WIDE);
  });
});

test('every page, without script, has no error, no request off this machine, and one headline', {
  timeout: 300_000,
}, async () => {
  await lookAt({ javaScriptEnabled: false }, async () => {});
});
