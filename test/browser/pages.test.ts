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

describe('a report’s page', () => {
  test('shows the text unchanged, its statements marked, a note beside each, and leads to them without script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const { page } = await open(context, `/r/${site.report}`);
    const kept = await site.ledger.report(site.report);
    const shown = (await page.locator('.row > :first-child').allTextContents()).join('\n');
    for (const { start, end } of kept?.report.blocks ?? [])
      expect(shown).toContain(kept?.report.text.slice(start, end));
    const said = kept?.statements.filter(({ mode }) => mode !== 'held') ?? [];
    expect(await page.locator('.note').count()).toBe(said.length);
    for (const { content } of said)
      for (const { start, end, text } of content) {
        expect(await page.locator(`[id="${start}-${end}"]`).count()).toBe(1);
        expect((await page.locator('.k').allTextContents()).join('')).toContain(text);
      }
    await page.locator(`.note[data-s="${site.statement}"] a`).first().click();
    expect(page.url()).toBe(`${site.url}/s/${site.statement}`);
    expect(await page.locator('h1').textContent()).toContain('under it');
    await context.close();
  });

  test('lights words with their note, by mouse and by key', async () => {
    const context = await browser.newContext();
    const { page } = await open(context, `/r/${site.report}`);
    await page.locator(`.k[data-of~="${site.statement}"]`).first().hover();
    expect(await page.locator('.note.lit').getAttribute('data-s')).toBe(site.statement);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    expect(
      await page.evaluate(
        () => document.activeElement?.closest('.note') === document.querySelectorAll('.note')[1],
      ),
    ).toBe(true);
    expect(await page.locator('.k.lit').count()).toBeGreaterThan(0);
    await page.keyboard.press('k');
    expect(
      await page.evaluate(
        () => document.activeElement?.closest('.note') === document.querySelectorAll('.note')[0],
      ),
    ).toBe(true);
    await page.keyboard.press('t');
    const theme = await page.evaluate(() => document.documentElement.dataset.theme);
    await page.reload();
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe(theme);
    await page.keyboard.press('/');
    await page.keyboard.type('pier');
    await page.keyboard.press('Enter');
    await page.waitForURL(/search\?q=pier/);
    await context.close();
  });
});

test('a report of several versions names them and leads to the others', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const { page } = await open(context, `/r/${site.versioned}`);
  expect(await page.locator('.over').first().textContent()).toContain('version 1 of 2');
  await page.getByRole('link', { name: 'what changed' }).click();
  expect(await page.locator('.changes').textContent()).toContain('headline changed');
  await page.getByRole('link', { name: 'Version 2' }).click();
  expect(await page.locator('h1').textContent()).toBe('Ferry on time');
  await context.close();
});

test('a page of the web shows that it is gone, what changed in it, and leads to its words at the source', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const { page } = await open(context, `/r/${site.watched}`);
  expect(await page.locator('.gone').textContent()).toContain('No longer at its address');
  await page.getByRole('link', { name: 'what changed' }).click();
  const changes = await page.locator('.change').allTextContents();
  for (const kind of ['quotation altered', 'speaker changed', 'date moved', 'text removed'])
    expect(changes).toContain(kind);
  const said = (await site.ledger.report(site.watched))?.statements.find(({ kind }) => kind === 'direct');
  await page.goto(`${site.url}/s/${said?.id}`);
  const leads = await page.getByRole('link', { name: 'open at the source' }).getAttribute('href');
  expect(leads).toContain('https://courier.example/news/bridge-to-close#:~:text=');
  expect(decodeURIComponent(leads ?? '')).toContain(said?.content[0]?.text.split(' ')[0]);
  await context.close();
});

test('a snapshot marks in the source what was read, says where each field is from, and gives the bytes as a file', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const { page } = await open(context, `/r/${site.watched}/snapshot`);
  const kept = await site.ledger.report(site.watched);
  const first = kept?.report.blocks[0];
  expect(await page.locator('.source mark').first().textContent()).toBe(
    kept?.report.text.slice(first?.start, first?.end),
  );
  expect(await page.locator('.source').textContent()).toContain('<h1 class="css-1q2w3e">');
  expect(await page.locator('table').textContent()).toContain('json-ld');
  const bytes = await context.request.get(`${site.url}/r/${site.watched}/snapshot.bytes`);
  expect(bytes.headers()['content-disposition']).toContain('attachment');
  expect(await bytes.body()).toEqual(
    Buffer.from((await site.ledger.snapshot(kept?.report.snapshot ?? '')) ?? []),
  );
  const { data } = await (await context.request.get(`${site.url}/r/${site.watched}/snapshot.json`)).json();
  const body = await bytes.body();
  const { from, bytes: place, start, end } = data.segments[0];
  expect(from).toBeGreaterThan(0);
  expect(body.subarray(place.start, place.end).toString()).toBe(kept?.report.text.slice(start, end));
  await context.close();
});

test('coverage says what was read from where, and why something was not', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const { page } = await open(context, '/-/coverage');
  const words = (await page.locator('main').textContent()) ?? '';
  for (const said of [
    'courier.example',
    'robots',
    'unreachable',
    'The Sannow Courier',
    '2 items',
    'rules',
    'reports on 2 of 60 days',
    'all linked',
  ])
    expect(words).toContain(said);
  await context.close();
});

test('a report that holds script and markup shows them as text', async () => {
  const context = await browser.newContext();
  for (const path of [
    '/reports',
    '/search?q=safe',
    `/search?q=${encodeURIComponent('"><script>document.title="owned"</script>')}`,
  ]) {
    const { page, complaints } = await open(context, path);
    expect(complaints).toEqual([]);
    expect(await page.title()).not.toBe('owned');
    expect(await page.locator('main script, main img, main i').count()).toBe(0);
  }
  const [hostile] = (await site.ledger.reports({ limit: 9, offset: 0 })).filter(
    ({ outlet }) => outlet === '<i>outlet</i>',
  );
  const { page } = await open(context, `/r/${hostile?.id}`);
  expect(await page.locator('h1').textContent()).toBe(
    "<script>document.title = 'owned'</script> & <b>bold</b>",
  );
  await context.close();
});

test('an actor’s page has what is on record, and notes lead to it', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const { page } = await open(context, `/r/${site.report}`);
  await page.locator(`.note[data-s="${site.statement}"] summary`).click();
  await page.getByRole('link', { name: 'all that Petra Lunn says' }).first().click();
  expect(page.url()).toContain(`${site.url}/a/who:`);
  expect(await page.locator('main').textContent()).toContain('under it');
  await context.close();
});

test('i opens how everything was found, and closes it', async () => {
  const context = await browser.newContext();
  const { page } = await open(context, `/r/${site.report}`);
  await page.keyboard.press('i');
  const closed = page.locator('.note details:not([open])');
  expect(await closed.count()).toBe(0);
  await page.keyboard.press('i');
  expect(await closed.count()).toBeGreaterThan(0);
  await context.close();
});
