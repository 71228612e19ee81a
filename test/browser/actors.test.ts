import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NOTHING_FOUND } from '../../src/check/index.ts';
import { type Ledger, openSqlite } from '../../src/ledger/index.ts';
import { entryOf } from '../../src/ledger/ledger.contract.ts';
import { app } from '../../src/serve/app.ts';
import { launch } from './chromium.ts';
import { type ExampleSite, exampleSite, openPage } from './example-site.ts';

let browser: Browser;
let site: ExampleSite;
/** The address of Petra Lunn’s page. */
let lunn = '';

beforeAll(async () => {
  [site, browser] = await Promise.all([exampleSite(), launch()]);
  const [one] = await site.ledger.bearersOf(site.actor);
  lunn = `/a/${one?.id}`;
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const get = (path: string, init: RequestInit = {}) => fetch(site.url + path, init);

test('an office said five ways is one line, with its time and all its sources, without script', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const { page, complaints } = await openPage(context, site.url + lunn);
  const line = page.locator('.offices > li');
  expect(await line.count()).toBe(1);
  expect(await line.locator('.said').textContent()).toBe('spokeswoman of Ostrey’s foreign ministry');
  expect(await line.locator('summary').textContent()).toBe('28 April – 16 May 2034 · 5 reports');
  expect(await line.locator('svg').getAttribute('aria-label')).toBe('28 April – 16 May 2034');
  expect(await line.locator('details li').first().isVisible()).toBe(false);
  await line.locator('summary').click();
  expect(await line.locator('details a').count()).toBe(5);
  expect(await page.locator('.who').textContent()).toContain('Ostrey’s foreign ministry 7 statements');
  expect(complaints).toEqual([]);
  await line.locator('details a').first().click();
  expect(page.url()).toContain('/r/report:');
  await context.close();
});

test('what was said stands once, with its outlets, and is filtered by a form without script', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const { page } = await openPage(context, site.url + lunn);
  const items = page.locator('.told .list > li');
  expect(await items.count()).toBe(7);
  const shared = items.filter({ hasText: 'never under it' });
  expect(await shared.count()).toBe(1);
  expect(await shared.locator('.beside').textContent()).toContain('also The Strait Observer');
  expect(await shared.locator('.how ul').isVisible()).toBe(false);
  await page.getByLabel('Words and “phrases”').fill('pier');
  await page.getByLabel('Quoted').selectOption('direct');
  await page.getByRole('button', { name: 'Show' }).click();
  expect(await items.count()).toBe(1);
  expect(await page.getByRole('status').textContent()).toContain('1 thing said');
  expect(await page.getByLabel('Words and “phrases”').inputValue()).toBe('pier');
  await page.goto(`${site.url}${lunn}?when=2034-04`);
  expect(await items.count()).toBe(1);
  expect(await page.getByLabel('Said in').isVisible()).toBe(true);
  await page.goto(`${site.url}${lunn}?q=submarine`);
  expect(await page.getByRole('status').textContent()).toContain('Nothing is on record for this');
  await context.close();
});

test('people and bodies stand beside each other, kinds have their counts, and a name is found', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const { page } = await openPage(context, `${site.url}/actors`);
  expect(await page.locator('.sorts h2').allTextContents()).toEqual([
    expect.stringMatching(/^People \d+$/),
    expect.stringMatching(/^Bodies \d+$/),
  ]);
  await page.getByRole('link', { name: 'countries' }).click();
  const { kinds } = await site.ledger.linkedActors({ limit: 0, offset: 0 });
  const countries = kinds.find(({ kind }) => kind === 'country')?.actors;
  expect(await page.locator('.list li').count()).toBe(countries);
  await page.getByLabel('A name').fill('lunn');
  await page.getByRole('button', { name: 'Find' }).click();
  await page.getByRole('link', { name: 'Petra Lunn' }).click();
  expect(page.url()).toBe(site.url + lunn);
  await page.goto(`${site.url}/actors?q=${encodeURIComponent('"><script>nobody</script>')}`);
  expect(await page.locator('main script').count()).toBe(0);
  expect(await page.locator('main').textContent()).toContain('Nobody on record has a name');
  await context.close();
});

describe('data', () => {
  test('an old id, of a name or of a former group, leads to the one that stands, whatever is asked of it', async () => {
    for (const ending of ['', '.json', '.csv', '.atom', '/feed.json', '/reports', '?q=pier']) {
      const answer = await get(`/a/${site.actor}${ending}`, { redirect: 'manual' });
      expect(answer.status).toBe(301);
      expect(answer.headers.get('location')).toBe(lunn + ending);
      expect(answer.headers.get('cache-control')).toBe('no-cache');
      expect((await get(lunn + ending)).status).toBe(200);
    }
  });

  test('one actor has its record as JSON, and what it said as a table of the same', async () => {
    const { data } = await (await get(`${lunn}.json?kind=direct`)).json();
    expect(data).toMatchObject({ name: 'Petra Lunn', kind: 'person', statements: 10, reports: 5 });
    expect(data.offices).toHaveLength(1);
    expect(data.said.total).toBe(4);
    expect(JSON.stringify(data.said.said[0].first.report)).not.toContain('"text"');
    const rows = (await (await get(`${lunn}.csv?kind=direct`)).text()).trim().split('\r\n');
    expect(rows[0]).toMatch(/^id,mode,kind,.*,utterance,outlets$/);
    expect(rows.length).toBeGreaterThanOrEqual(5);
    const list = (await (await get('/actors.csv?kind=person')).text()).trim().split('\r\n');
    expect(list[0]).toBe('id,name,kind,statements,reports');
    expect(list.slice(1).every((row) => row.startsWith('who:') && row.includes(',person,'))).toBe(true);
  });

  test('its feeds have each thing once, with the same ids at each asking, and are not sent again unchanged', async () => {
    const answer = await get(`${lunn}.atom`);
    expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    const feed = parseAtomFeed(await answer.text());
    expect(feed.entries).toHaveLength(7);
    expect(new Set(feed.entries?.map(({ id }) => id)).size).toBe(7);
    const json = parseJsonFeed(await (await get(`${lunn}/feed.json`)).json());
    expect(json.items?.map(({ id }) => id)).toEqual(feed.entries?.map(({ id }) => id));
    for (const { url = '' } of json.items ?? []) expect((await fetch(url)).status).toBe(200);
    const tag = answer.headers.get('etag') ?? '';
    expect((await get(`${lunn}.atom`, { headers: { 'if-none-match': tag } })).status).toBe(304);
    const page = await (await get(lunn)).text();
    for (const ending of ['atom', 'json']) expect(page).toContain(`href="${lunn}/feed.${ending}"`);
  });

  test.each([
    ['/a/who:0000000000000000.json', 404],
    ['/a/actor:none.atom', 404],
    ['/a/actor:none/reports.json', 404],
    ['{lunn}.json?act=taste', 400],
    ['{lunn}.json?kind=loudly', 400],
    ['{lunn}.csv?when=soon', 400],
    [`{lunn}.json?q=${'x'.repeat(1001)}`, 400],
    ['/actors.json?kind=taste', 400],
    [`/actors.json?q=${'x'.repeat(201)}`, 400],
  ])('%.40s is refused in one shape', async (path, status) => {
    const answer = await get(path.replace('{lunn}', lunn));
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
  });
});

describe('a ledger of its own', () => {
  const HANDED = { check: async () => NOTHING_FOUND, bytePlaces: () => new Uint32Array() };
  const HOSTILE = '<i>Mina</i> "Pell"';

  async function asked(ledger: Ledger, path: string) {
    const answer = await app(ledger, HANDED).request(`http://127.0.0.1${path}`, {
      headers: { host: '127.0.0.1', accept: 'text/html' },
    });
    return { status: answer.status, text: await answer.text() };
  }

  async function twoReports(): Promise<Ledger> {
    const ledger = openSqlite(':memory:');
    for (const nth of [1, 2])
      await ledger.add(
        await entryOf(`Bridge ${nth}\n\n“It is not safe,” Mayor Mina Pell said.`, {
          url: `https://a.example/${nth}`,
        }),
      );
    return ledger;
  }

  test('whose reports wait to be linked, shows names by themselves and says so', async () => {
    const ledger = await twoReports();
    expect((await asked(ledger, '/actors')).text).toContain('their reports wait to be linked');
    const { status, text } = await asked(ledger, '/a/actor:mina-pell');
    expect(status).toBe(200);
    expect(text).toContain('By the name alone');
    expect(text).toContain('date not known');
    expect(text).toContain('outlet not known');
    await ledger.close();
  });

  test('leads from a name that two bear to both, with hostile names as text', async () => {
    const ledger = await twoReports();
    await ledger.linkNext('test', 9, async ({ record: { report }, nth }, links) => {
      const unit = `unit ${nth}`;
      await links.put('actor', [
        { unit, id: 'actor:mina-pell', report: report.id, keys: [], kept: '{}', alias: `who:${nth}` },
      ]);
      const group = { id: `who:000000000000000${nth}`, name: HOSTILE, names: HOSTILE, units: [unit] };
      await links.replace(
        'actor',
        [unit],
        [{ ...group, first: '', last: '', body: { links: [], kind: 'person' } }],
      );
    });
    const { status, text } = await asked(ledger, '/a/actor:mina-pell');
    expect(status).toBe(300);
    expect(text).toContain('href="/a/who:0000000000000001"');
    expect(text).toContain('href="/a/who:0000000000000002"');
    for (const path of [
      '/a/actor:mina-pell',
      '/a/who:0000000000000001',
      '/actors',
      '/a/who:0000000000000001.atom',
    ])
      expect((await asked(ledger, path)).text, path).not.toContain('<i>Mina');
    await ledger.close();
  });

  test('without anybody says how to begin', async () => {
    const ledger = openSqlite(':memory:');
    const { status, text } = await asked(ledger, '/actors');
    expect(status).toBe(200);
    expect(text).toContain('Nobody is named yet');
    await ledger.close();
  });
});
