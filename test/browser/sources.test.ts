import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch } from './chromium.ts';
import { type ExampleSite, exampleSite, openPage } from './example-site.ts';

let browser: Browser;
let site: ExampleSite;
let context: BrowserContext;

beforeAll(async () => {
  [site, browser] = await Promise.all([exampleSite(), launch()]);
  context = await browser.newContext({ javaScriptEnabled: false });
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const open = async (path: string) => (await openPage(context, site.url + path)).page;
const get = (path: string) => fetch(site.url + path);

describe('sources', () => {
  test('shows who repeats whom, the root sources and the outlets, and leads to each', async () => {
    const page = await open('/sources');
    const row = page.locator('.repeats tbody tr', { hasText: 'The Strait Observer' });
    const { data } = await (await get('/sources.json')).json();
    const taken = data.takings.find(
      ({ outlet, root }: { outlet: string; root: string }) =>
        outlet === 'The Strait Observer' && root === 'Quillwire',
    );
    expect(await row.locator('td').first().textContent()).toContain(String(taken.utterances));
    expect(await row.locator('circle').count()).toBe(1);
    const quillwire = page.locator('section', { hasText: 'Root sources' }).locator('tbody tr').first();
    expect(await quillwire.textContent()).toContain('Quillwire');
    await quillwire.getByRole('link').click();
    expect(page.url()).toBe(`${site.url}/sources/Quillwire`);
    expect(await page.locator('h1').textContent()).toBe('Quillwire');
    await page.close();
  });

  test('of one name tells what it had first, and what others have of it', async () => {
    const page = await open('/sources/Quillwire');
    const { data } = await (await get('/sources/Quillwire.json')).json();
    expect(data.outlet.first).toBeGreaterThan(0);
    const lines = page.locator('section', { hasText: 'What it tells' }).locator('.list > li');
    expect(await lines.count()).toBe(data.outlet.first);
    for (const line of await lines.allTextContents()) expect(line).toMatch(/Quillwire, .* → /);
    expect(await page.locator('section', { hasText: 'Who has its words' }).textContent()).toContain(
      'The Strait Observer',
    );
    await page.getByRole('link', { name: 'it alone has' }).click();
    expect(await lines.count()).toBe(data.outlet.alone);
    await page.locator('.said a').first().click();
    expect(page.url()).toContain('/u/');
    await page.close();
  });

  test('of an outlet tells what it takes from whom', async () => {
    const page = await open(`/sources/${encodeURIComponent('The Strait Observer')}?stood=later`);
    expect(await page.locator('section', { hasText: 'What it takes from whom' }).textContent()).toContain(
      'Quillwire',
    );
    await page.close();
  });

  test('shows a hostile name as text, and its page is there', async () => {
    const own = await browser.newContext();
    const { page, complaints } = await openPage(own, `${site.url}/sources`);
    await page.getByRole('link', { name: '<i>outlet</i>' }).first().click();
    expect(await page.locator('h1').textContent()).toBe('<i>outlet</i>');
    expect(await page.locator('main i').count()).toBe(0);
    expect(complaints).toEqual([]);
    await own.close();
  });

  test('are tables too', async () => {
    const lines = async (path: string) => (await (await get(path)).text()).trimEnd().split('\r\n');
    const roots = await lines('/sources.csv');
    expect(roots[0]).toBe('kind,root,statements,utterances,outlets');
    expect(roots[1]).toMatch(/^medium,Quillwire,\d+,\d+,\d+$/);
    const outlets = await lines('/sources.csv?list=outlets');
    expect(outlets[0]).toBe('outlet,reports,utterances,statements,alone,first,later');
    expect(outlets.some((line) => line.startsWith('Quillwire,'))).toBe(true);
    expect(
      (await lines('/sources/Quillwire.csv')).slice(1).every((line) => line.includes(',Quillwire,')),
    ).toBe(true);
  });

  test.each([
    ['/sources?kind=rumour', 400],
    ['/sources/Quillwire?stood=never', 400],
    ['/sources/Nobody', 404],
    ['/sources/Nobody.json', 404],
    ['/sources/%00', 404],
  ])('%s is answered with %s and a reason', async (path, status) => {
    const answer = await get(path);
    expect(answer.status).toBe(status);
    expect((await answer.json()).detail).toMatch(/expected one of|no outlet/);
  });
});
