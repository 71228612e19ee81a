import { parseAtomFeed } from 'feedsmith';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bytePlaces } from '../../src/ingest/index.ts';
import { openSqlite } from '../../src/ledger/index.ts';
import { type Serving, serve } from '../../src/serve/index.ts';
import { exampleCheck } from '../examples.ts';
import { launch } from './chromium.ts';
import { type ExampleSite, exampleSite, openPage } from './example-site.ts';

const HOUR = 3_600_000;
let browser: Browser;
let site: ExampleSite;

beforeAll(async () => {
  [site, browser] = await Promise.all([exampleSite(), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const get = (path: string, headers: Record<string, string> = {}) => fetch(site.url + path, { headers });
const dataOf = async (path: string) => (await (await get(path)).json()).data;

interface Said {
  readonly data: { readonly said: readonly { readonly utterance: { readonly id: string } }[] };
  readonly next: string | null;
}

describe('today', () => {
  test('shows what was said, each once, by day, under the report that had it first, and leads to it without script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const { page } = await openPage(context, `${site.url}/`);
    expect(await page.locator('.over').first().textContent()).toContain(
      'latest day on record is Thursday, 1 June 2034',
    );
    const days = await page.locator('.day > h2').allTextContents();
    expect(days[0]).toBe('Thursday, 1 June 2034');
    expect(days.length).toBeGreaterThan(4);
    const addresses = await page
      .locator('.told .said a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(new Set(addresses).size).toBe(addresses.length);
    await page.goto(`${site.url}/?day=2034-05-15`);
    const twice = page.locator('.told li', { hasText: 'Ostrey will not discuss who runs' });
    expect(await twice.textContent()).toContain('2 outlets · 1 root source: Quillwire');
    expect(
      await page
        .locator('.told', { hasText: 'Ostrey will not discuss who runs' })
        .locator('.by')
        .textContent(),
    ).toContain('Quillwire');
    await twice.locator('.said a').click();
    expect(await page.locator('h1').textContent()).toContain('Ostrey will not discuss who runs');
    await context.close();
  });

  test('goes back as far as there is anything, and leaves nothing out', async () => {
    const seen: string[] = [];
    let pages = 0;
    let next: string | null = '/today.json';
    for (; next !== null && pages < 20; pages++) {
      const { data, next: onward }: Said = await (await get(next)).json();
      seen.push(...data.said.map(({ utterance }) => utterance.id));
      next = onward;
    }
    expect(pages).toBeGreaterThan(1);
    expect(new Set(seen).size).toBe(seen.length);
    const all = await site.ledger.newlySaid({ limit: 1000 });
    expect(seen).toEqual(all?.map(({ utterance }) => utterance.id));
  });

  test('what lies ahead has its old dates struck out, positions and flags stand beside', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const { page } = await openPage(context, `${site.url}/`);
    const talks = page.locator('#ahead li', { hasText: 'talks' }).first();
    expect(await talks.locator('s').allTextContents()).toEqual(['4 May', '12 May', '19 May']);
    expect(await talks.textContent()).toContain('confirmed');
    expect(await page.locator('#positions li').last().textContent()).toContain('The pier may be discussed');
    expect(await page.locator('#flags li').count()).toBe(6);
    await talks.locator('.said a').click();
    expect(page.url()).toContain('/e/what:');
    await context.close();
  });

  test('shows what came since a moment, in the order of its coming', async () => {
    const since = await dataOf('/today.json?since=2034-02-03T09:00:00Z');
    const came = since.said.map((one: { came: string }) => one.came);
    expect(came.length).toBeGreaterThan(0);
    expect(came).toEqual(came.toSorted().toReversed());
    expect(came.every((one: string) => one >= '2034-02-03T09:00:00.000Z')).toBe(true);
    expect((await dataOf('/today.json?since=2040-01-01')).said).toEqual([]);
    expect(await (await get('/?since=2040-01-01', { accept: 'text/html' })).text()).toContain(
      'Nothing came since then',
    );
  });

  test('as seen from another day, shows that day and what lay ahead of it', async () => {
    const { said, ahead, day } = await dataOf('/today.json?day=2034-05-20');
    expect(day).toBe('2034-05-20');
    expect(said[0].day).toBe('2034-05-18');
    expect(ahead.length).toBeGreaterThan(0);
  });

  test.each([
    ['/today.json?day=yesterday', 400],
    ['/today.json?day=2034-05', 400],
    ['/today.json?since=soon', 400],
    ['/today.json?since=2034-02-31', 400],
    ['/today.json?behind=utterance:0123456789abcdef', 404],
    ['/today.json?behind=%3Cscript%3E', 404],
  ])('%s is answered by %i with the reason', async (path, status) => {
    const response = await get(path);
    expect(response.status).toBe(status);
    expect((await response.json()).detail.length).toBeGreaterThan(10);
  });

  test('is a table too: what is shown, in the same order, and no cell that a spreadsheet runs', async () => {
    const { said } = await dataOf('/today.json?day=2034-05-20');
    const response = await get('/today.csv?day=2034-05-20');
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const [head, ...rows] = (await response.text()).trimEnd().split('\r\n');
    expect(head).toContain('day,came,utterance,speakers,words');
    expect(rows.length).toBeGreaterThanOrEqual(said.length);
    for (const [nth, { utterance }] of said.entries()) expect(rows[nth]).toContain(utterance.id);
    expect(rows.every((row) => !/(?:^|,)[=+@]/.test(row))).toBe(true);
    expect((await get('/today.csv?day=soon')).status).toBe(400);
    expect((await get('/today.csv?behind=utterance:0123456789abcdef')).status).toBe(404);
  });

  test('has a feed with the same ids at each asking, in which hostile words are a text', async () => {
    const response = await get('/today.atom');
    expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    const text = await response.text();
    const { entries = [], updated } = parseAtomFeed(text);
    expect(entries.length).toBe(Math.min(100, (await site.ledger.newlySaid({ limit: 100 }))?.length ?? 0));
    expect(updated).toBe(
      entries
        .map((entry) => entry.updated)
        .toSorted()
        .at(-1),
    );
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    expect(await (await get('/today.atom')).text()).toBe(text);
    expect(text).not.toContain('<img');
  });
});

test('what came since the last visit is told by the mark of the visitor’s own browser', async () => {
  const context = await browser.newContext();
  const { page, complaints } = await openPage(context, `${site.url}/`);
  const line = page.locator('[data-visit]');
  expect(await line.isVisible()).toBe(false);
  const set = (latest: string) =>
    page.evaluate(
      (mark) => localStorage.setItem('onrecord-visits', mark),
      JSON.stringify({ before: null, latest }),
    );
  // Everything of the examples came on 2 June 2034, in whatever year this runs: the visit was before all of it.
  await set(new Date(Date.now() - 2 * HOUR).toISOString());
  await page.reload();
  const count = await page.locator('[data-came] .tag').count();
  expect(count).toBeGreaterThan(0);
  expect(await line.textContent()).toContain(`${count} new here`);
  const href = (await line.getByRole('link').getAttribute('href')) ?? '';
  expect((await get(href, { accept: 'text/html' })).status).toBe(200);
  await page.evaluate(() => localStorage.setItem('onrecord-visits', '{"before":7'));
  await page.reload();
  expect(await line.isVisible()).toBe(false);
  expect(complaints).toEqual([]);
  await context.close();
});

test('an empty ledger says how to begin, each way in one line', async () => {
  const ledger = openSqlite(':memory:');
  const empty: Serving = await serve({ ledger, port: 0, check: exampleCheck(ledger), bytePlaces });
  const context = await browser.newContext({ javaScriptEnabled: false });
  const { page } = await openPage(context, `${empty.url}/`);
  expect(await page.locator('h1').textContent()).toBe('Three ways to begin');
  const lines = await page.locator('.ways code').allTextContents();
  expect(lines.map((line) => line.match(/onrecord \w+/)?.[0])).toEqual([
    'onrecord add',
    'onrecord watch',
    'onrecord add',
  ]);
  expect((await (await fetch(`${empty.url}/today.json`)).json()).data.said).toEqual([]);
  await context.close();
  await empty.close();
  await ledger.close();
});

describe('keys', () => {
  test('? lists them all, Escape closes it, and the focus is where it was', async () => {
    const context = await browser.newContext();
    const { page } = await openPage(context, `${site.url}/r/${site.report}`);
    const list = page.getByRole('dialog', { name: 'Keys' });
    expect(await list.isVisible()).toBe(false);
    await page.keyboard.press('j');
    await page.keyboard.press('?');
    expect(await list.isVisible()).toBe(true);
    expect(await list.textContent()).toContain('how everything was found');
    await page.keyboard.press('Escape');
    expect(await list.isVisible()).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.closest('.note') !== null)).toBe(true);
    await page.getByRole('button', { name: 'keys', exact: true }).click();
    expect(await list.isVisible()).toBe(true);
    await page.keyboard.press('?');
    expect(await list.isVisible()).toBe(false);
    await context.close();
  });

  test('g and a letter go to a room, a letter alone does not', async () => {
    const context = await browser.newContext();
    const { page } = await openPage(context, `${site.url}/`);
    for (const [key, path] of [
      ['a', '/actors'],
      ['i', '/issues'],
      ['c', '/calendar'],
      ['k', '/check'],
      ['r', '/reports'],
      ['t', '/'],
    ] as const) {
      await page.keyboard.press('g');
      await page.keyboard.press(key);
      await page.waitForURL(site.url + path);
    }
    await page.keyboard.press('c');
    expect(page.url()).toBe(`${site.url}/`);
    await context.close();
  });

  test.each(['/', '/reports', '/actors', '/calendar?month=2034-05', '/flags'])(
    'j and k go from entry to entry on %s',
    async (path) => {
      const context = await browser.newContext();
      const { page } = await openPage(context, site.url + path);
      const here = () =>
        page.evaluate(() => {
          const items = [...document.querySelectorAll('main .list > li, main tbody tr')];
          const listed = items.filter((item) => item.querySelector('a[href]')?.checkVisibility());
          return listed.findIndex((item) => item.contains(document.activeElement));
        });
      for (const [key, place] of [
        ['j', 0],
        ['j', 1],
        ['k', 0],
        ['k', 0],
      ] as const) {
        await page.keyboard.press(key);
        expect(await here()).toBe(place);
      }
      await context.close();
    },
  );

  test('can be turned off, and the list is still there to turn them on', async () => {
    const context = await browser.newContext();
    const { page } = await openPage(context, `${site.url}/`);
    await page.keyboard.press('?');
    await page.getByRole('button', { name: 'turn keys off' }).click();
    await page.keyboard.press('Escape');
    await page.keyboard.press('t');
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBeUndefined();
    await page.reload();
    await page.getByRole('button', { name: 'keys', exact: true }).click();
    await page.getByRole('button', { name: 'turn keys on' }).click();
    await page.keyboard.press('t');
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('night');
    await context.close();
  });

  test('are not shown without script, and type in a field what they are', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const { page } = await openPage(plain, `${site.url}/`);
    expect(
      await page
        .locator('[data-keys], [data-theme-switch], dialog')
        .evaluateAll((all) => all.map((one) => one.checkVisibility())),
    ).toEqual([false, false, false]);
    await plain.close();
    const context = await browser.newContext();
    const { page: other } = await openPage(context, `${site.url}/`);
    await other.keyboard.press('/');
    await other.keyboard.type('gt?j');
    expect(await other.locator('.mast input').inputValue()).toBe('gt?j');
    await context.close();
  });
});

test('the page of the design names every colour of the style sheet in both themes, and marks words as pages do', async () => {
  const context = await browser.newContext();
  const { page } = await openPage(context, `${site.url}/-/style`);
  const sheet = await (await get('/-/style.css')).text();
  const named = [...sheet.matchAll(/--([a-z]+): light-dark/g)].map(([, name]) => `--${name}`);
  expect(await page.locator('tbody th code').allTextContents()).toEqual(named);
  expect((await dataOf('/-/style.json')).tokens.length).toBe(named.length);
  const shown = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).textDecorationStyle);
  expect([await shown('blockquote .s'), await shown('blockquote .c'), await shown('.legend .f')]).toEqual([
    'solid',
    'dotted',
    'wavy',
  ]);
  expect(await page.locator('.note').count()).toBe(2);
  expect(await page.locator('svg.slip').count()).toBe(2);
  await context.close();
});
