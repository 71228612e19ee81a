import { AxeBuilder } from '@axe-core/playwright';
import { parseAtomFeed } from 'feedsmith';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { exampleIssues } from '../../src/cli/example-issues.ts';
import { bytePlaces } from '../../src/ingest/index.ts';
import type { Ledger } from '../../src/ledger/index.ts';
import { type Decision, decision } from '../../src/record/index.ts';
import { type FindPositions, type Serving, serve } from '../../src/serve/index.ts';
import { BRIDGE_REPORTS, exampleLedger, examplePositions } from '../examples.ts';
import { launch } from './chromium.ts';
import { openPage } from './example-site.ts';

const NOBODY_SPEAKS_OF = decision.parse({
  id: 'decision:00000000000000ab',
  kind: 'issue',
  issue: { id: 'issue:00000000000000ab', proposition: 'Submarines <b>may</b> dive & rest', terms: ['<i>'] },
  by: 'A tester',
  at: '2034-05-01T10:00:00Z',
  why: null,
});
const [ASKED] = exampleIssues(new Date('2034-08-01T08:00:00Z'));
const idOf = (made: Decision | undefined) => (made?.kind === 'issue' ? made.issue.id : '');
const PATH = `/i/${idOf(ASKED)}`;
const EMPTY = `/i/${idOf(NOBODY_SPEAKS_OF)}`;

let browser: Browser;
let ledger: Ledger;
let find: FindPositions;
let site: Serving;

const served = (positionsOn?: FindPositions) =>
  serve({
    ledger,
    port: 0,
    bytePlaces,
    check: async () => {
      throw new Error('expected no draft');
    },
    ...(positionsOn === undefined ? {} : { positionsOn }),
  });

beforeAll(async () => {
  [ledger, browser] = await Promise.all([exampleLedger(BRIDGE_REPORTS), launch()]);
  for (const one of [ASKED, NOBODY_SPEAKS_OF]) if (one !== undefined) await ledger.decide(one);
  find = examplePositions(ledger);
  site = await served(find);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
  await ledger?.close();
});

const get = (path: string) => fetch(site.url + path);
const json = async (path: string) => ((await (await get(path)).json()) as { data: Data }).data;
interface Data {
  readonly positions: readonly { stance: string; words: string; holder: string; statement: string }[];
  readonly changes: readonly { name: string; from: string; to: string; after: string }[];
  readonly actors: readonly { holder: string; name: string }[];
}

describe('an issue’s page', () => {
  test('has a course for each actor, every statement as a mark, every change as a step, and all of it in a table', async () => {
    const { positions, changes, actors } = await json(`${PATH}.json`);
    expect(changes.map(({ from, to }) => `${from}, ${to}`)).toEqual(['for, conditional', 'for, conditional']);
    const context = await browser.newContext({ javaScriptEnabled: false });
    const { page } = await openPage(context, site.url + PATH);
    expect(await page.locator('h1').textContent()).toBe('The closure of the bridge at Sannow is right');
    expect(await page.locator('.courses svg[role=img]').count()).toBe(actors.length);
    const numbers = await page.locator('.courses .number').allTextContents();
    const single = await page.locator('.courses .mark:not(.several)').count();
    expect(single + numbers.reduce((sum, number) => sum + Number(number), 0)).toBe(positions.length);
    expect(await page.locator('.courses .step').allTextContents()).toEqual([
      'now conditional',
      'now conditional',
    ]);
    expect(await page.locator('.courses svg[role=img] > title').allTextContents()).toContainEqual(
      expect.stringMatching(/^Sannow: for, now conditional on 5 Jul 2034; \d+ statements: /),
    );
    expect(await page.locator('.positions tbody tr').count()).toBe(positions.length);
    expect(await page.locator('.positions').getByText('was: for').count()).toBe(2);
    expect(await page.locator('.turns .now').allTextContents()).toContainEqual(
      expect.stringContaining('if lorries were weighed first'),
    );
    expect(await page.locator('.condition').allTextContents()).toContain(
      '“if they were weighed at the gate”',
    );
    await page.locator('.turns .now a').first().click();
    expect(page.url()).toBe(`${site.url}/s/${changes[0]?.after}`);
    await context.close();
  });

  test('no words of the picture touch a line or each other', async () => {
    for (const width of [320, 1240, 1920]) {
      const context = await browser.newContext({ viewport: { width, height: 900 } });
      const { page } = await openPage(context, site.url + PATH);
      const touching = await page.evaluate(() => {
        const boxes = (of: string) =>
          [...document.querySelectorAll(of)].map((one) => one.getBoundingClientRect());
        const words = boxes('.courses .step');
        const lines = [
          ...boxes('.courses .track'),
          ...boxes('.courses .stretch'),
          ...boxes('.courses .mark'),
        ];
        const touch = (a: DOMRect, b: DOMRect) =>
          a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
        return words.flatMap((word, nth) =>
          [...lines, ...words.slice(nth + 1)]
            .filter((other) => touch(word, other))
            .map(({ x, y }) => `${x} ${y}`),
        );
      });
      expect(touching, String(width)).toEqual([]);
      await context.close();
    }
  });

  test('shows an actor or a stance alone, and how each was read where that is asked for', async () => {
    const context = await browser.newContext();
    const { page } = await openPage(context, site.url + PATH);
    await page.locator('.courses a', { hasText: 'Hauliers’ League' }).click();
    const rows = page.locator('.positions tbody tr');
    for (const row of await rows.allTextContents()) expect(row).toContain('Hauliers’ League');
    await page.locator('select[name=stance]').selectOption('conditional');
    await page.locator('select[name=actor]').selectOption('');
    await page.getByRole('button', { name: 'Show' }).click();
    for (const tag of await page.locator('.positions .tag').allTextContents())
      expect(tag).toBe('conditional');
    await page.getByText('with how each was read').click();
    expect(await page.locator('.positions code').first().textContent()).toBe('condition-spelled-out');
    expect(page.url()).toContain('stance=conditional');
    await page.goto(`${site.url}${PATH}?actor=nobody`);
    expect(await page.locator('main').textContent()).toContain(
      'No statement on record takes a position for this actor',
    );
    await context.close();
  });

  test('without a position says what would be found and how, with its words as text', async () => {
    const context = await browser.newContext();
    const { page } = await openPage(context, site.url + EMPTY);
    expect(await page.locator('h1').textContent()).toBe('Submarines <b>may</b> dive & rest');
    expect(await page.locator('main').textContent()).toContain('takes a position on this yet');
    expect(await page.locator('main').textContent()).toContain('onrecord issue undo issue:00000000000000ab');
    await context.close();
  });
});

describe('while positions are being found', () => {
  test('the page says so at once and shows them as soon as they are there; no other page waits', async () => {
    const gate = Promise.withResolvers<void>();
    const slow = await served(async (issue) => {
      await gate.promise;
      return await find(issue);
    });
    const context = await browser.newContext();
    const { page, complaints } = await openPage(context, slow.url + PATH);
    expect(await page.locator('[data-waiting]').textContent()).toContain('being read');
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    expect((await fetch(`${slow.url}/reports`)).status).toBe(200);
    expect(await (await fetch(`${slow.url}/issues`)).text()).toContain('look again');
    expect(await (await fetch(slow.url + PATH)).text()).toContain('<noscript><meta http-equiv="refresh"');
    gate.resolve();
    await page.locator('.courses').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
    await slow.close();
  });

  test('what goes wrong is told, and is a problem for programs', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => {});
    const broken = await served(async () => {
      throw new Error('no model');
    });
    const answer = await fetch(`${broken.url}${PATH}.json`);
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('5');
    expect(await (await fetch(broken.url + PATH)).text()).toContain('could not be found');
    expect(told.mock.calls.flat().join()).toContain('no model');
    told.mockRestore();
    await broken.close();
  });

  test('where nobody looks for them, the page names the command', async () => {
    const none = await served();
    expect(await (await fetch(none.url + PATH)).text()).toContain(`onrecord positions ${idOf(ASKED)}`);
    expect((await fetch(`${none.url}${PATH}.csv`)).status).toBe(501);
    await none.close();
  });
});

describe('the data of issues', () => {
  test('the list has how much there is and what changed last, as a page, data and a table', async () => {
    const page = await (await get('/issues')).text();
    expect(page).toMatch(
      /\d+ statements · \d actors · <b>Harbour authority<\/b>: now conditional, 19 Jul 2034/,
    );
    const list = (await (await get('/issues.json')).json()) as { data: { id: string; found: object }[] };
    expect(list.data.map(({ id }) => id)).toEqual([idOf(ASKED), idOf(NOBODY_SPEAKS_OF)]);
    expect(list.data[1]?.found).toEqual({ statements: 0, actors: 0, last: null });
    const rows = (await (await get('/issues.csv')).text()).split('\r\n');
    expect(rows[1]).toContain('for,conditional,2034-07-19');
    expect(rows[2]).toContain('Submarines <b>may</b> dive & rest');
  });

  test('a table has a row for each statement, and feeds an entry for each change that leads to a page', async () => {
    const { positions } = await json(`${PATH}.json`);
    const csv = await get(`${PATH}.csv`);
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect((await csv.text()).trimEnd().split('\r\n').length).toBe(positions.length + 1);
    const against = positions.filter(({ stance }) => stance === 'against').length;
    const some = await (await get(`${PATH}.csv?stance=against`)).text();
    expect(some.trimEnd().split('\r\n').length).toBe(against + 1);
    expect((await get(`${PATH}.csv?stance=neutral`)).status).toBe(400);
    for (const path of [`${PATH}.atom`, '/issues.atom']) {
      const response = await get(path);
      expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
      const { entries } = parseAtomFeed(await response.text());
      expect(JSON.stringify(entries?.map(({ title }) => title))).toContain(
        'Harbour authority: for, now conditional',
      );
      for (const { links } of entries ?? []) expect((await fetch(links?.[0]?.href ?? '')).status).toBe(200);
    }
    expect(parseAtomFeed(await (await get(`${EMPTY}.atom`)).text()).entries ?? []).toEqual([]);
  });

  test.each([
    ['/i/issue:none', 404],
    ['/i/issue:none.json', 404],
    ['/i/issue:none.csv', 404],
    ['/i/issue:none.atom', 404],
    [`${PATH}?stance=perhaps`, 400],
    [`${PATH}.json?stance=perhaps`, 400],
  ])('%s is answered with %i', async (path, status) => {
    expect((await get(path)).status).toBe(status);
  });
});

test('the changes stand on Today, and where somebody stands on the own page, a step from the issue', async () => {
  await json(`${PATH}.json`);
  const context = await browser.newContext({ javaScriptEnabled: false });
  const { page } = await openPage(context, `${site.url}/`);
  const changed = page.locator('#positions li');
  expect(await changed.count()).toBe(2);
  expect(await changed.first().textContent()).toContain(
    'Harbour authority · for → conditional · 19 Jul 2034',
  );
  await changed.first().getByRole('link').click();
  expect(await page.locator('h1').textContent()).toBe('The closure of the bridge at Sannow is right');
  await page.locator('table.positions').getByRole('link', { name: 'Josse Marrin' }).first().click();
  const own = page.locator('section', { has: page.getByRole('heading', { name: 'Positions' }) });
  expect(await own.textContent()).toContain('conditional was: for');
  await own.getByRole('link', { name: 'The closure of the bridge' }).click();
  expect(page.url()).toContain(`${PATH}?actor=`);
  await context.close();
});

describe('positions as rows', () => {
  test('are those of all issues, narrowed by a form without script, and taken out as they are shown', async () => {
    const { positions } = await json(`${PATH}.json`);
    const context = await browser.newContext({ javaScriptEnabled: false });
    const { page } = await openPage(context, `${site.url}/issues`);
    await page.getByRole('link', { name: 'all positions as rows' }).click();
    expect(await page.locator('table.positions tbody tr').count()).toBe(positions.length);
    await page.getByLabel('Who').fill('Marrin');
    await page.locator('select[name=stance]').selectOption('conditional');
    await page.getByRole('button', { name: 'Show' }).click();
    const rows = await page.locator('table.positions tbody tr').allTextContents();
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toMatch(/Josse Marrin.*conditional.*The closure of the bridge/s);
    const table = await page.getByRole('link', { name: '.csv' }).getAttribute('href');
    const csv = (await (await get(table ?? '')).text()).trimEnd().split('\r\n');
    expect(csv.length).toBe(rows.length + 1);
    expect((await json('/positions.json?when=2034-07')).positions.length).toBeGreaterThan(0);
    await page.getByLabel('Who').fill('<b>nobody</b>');
    await page.getByRole('button', { name: 'Show' }).click();
    expect(await page.getByText('No statement on record takes such a position').count()).toBe(1);
    await context.close();
  });

  test.each([
    '/positions?stance=neutral',
    '/positions.csv?when=soon',
    `/positions.json?who=${'x'.repeat(300)}`,
  ])('%s is answered by 400', async (path) => {
    expect((await get(path)).status).toBe(400);
  });
});
