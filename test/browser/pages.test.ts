import { AxeBuilder } from '@axe-core/playwright';
import ICAL from 'ical.js';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bytePlaces } from '../../src/ingest/index.ts';
import type { Ledger } from '../../src/ledger/index.ts';
import { entryOf } from '../../src/ledger/ledger.contract.ts';
import { type Serving, serve } from '../../src/serve/index.ts';
import { addWatched, exampleCheck, exampleLedger } from '../examples.ts';
import { launch } from './chromium.ts';

let browser: Browser;
let ledger: Ledger;
let serving: Serving;
let report = '';
let statement = '';
let versioned = '';
let actor = '';
let watched = '';
let event: string;
const HOSTILE = `<script>document.title = 'owned'</script> & <b>bold</b>

“<img src=x onerror="document.title='owned'"> is not safe,” Mayor Mina Pell said.
`;

beforeAll(async () => {
  ledger = await exampleLedger();
  await ledger.add(await entryOf(HOSTILE, { url: 'https://a.example/"><script>', outlet: '<i>outlet</i>' }));
  const first = await entryOf('Ferry late\n\nThe harbour said that it was late.', {
    url: 'https://a.example/ferry',
  });
  await ledger.add(first);
  await ledger.add(
    await entryOf('Ferry on time\n\nThe harbour said that it was not late.', {
      url: 'https://a.example/ferry',
    }),
  );
  versioned = first.record.report.id;
  watched = await addWatched(ledger);
  serving = await serve({ ledger, port: 0, check: exampleCheck(ledger), bytePlaces });
  browser = await launch();
  const [found] = (await ledger.find({ words: '"under it"', by: 'Lunn' })).statements;
  report = found?.report.id ?? '';
  statement = found?.statement.id ?? '';
  const speaker = found?.statement.speaker;
  const { events } = await ledger.calendar({ first: '2034-01-01', last: '2034-12-31', limit: 50, offset: 0 });
  event = events.find((one) => one.event.status === 'rescheduled')?.event.id ?? '';
  actor = speaker?.kind === 'named' ? (speaker.actor ?? '') : '';
});
afterAll(async () => {
  await browser?.close();
  await serving?.close();
  await ledger?.close();
});

const paths = () => [
  '/reports',
  `/r/${report}`,
  `/r/${report}?held=1`,
  `/r/${versioned}`,
  `/s/${statement}`,
  `/r/${watched}`,
  `/r/${watched}/versions`,
  `/r/${watched}/snapshot`,
  `/r/${report}/versions`,
  `/r/${report}/snapshot`,
  '/-/coverage',
  '/actors',
  `/a/${actor}`,
  '/calendar',
  '/calendar?month=2034-06',
  `/e/${event}`,
  '/flags',
  '/flags?kind=unbalanced-quotation-mark',
  '/check',
  '/search',
  '/search?q=pier',
  '/r/report:none',
  '/nothing',
];

/** Opens a page, and notes what must not happen: errors on the console, requests to elsewhere. */
async function open(context: BrowserContext, path: string): Promise<{ page: Page; complaints: string[] }> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('404')) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(serving.url)) complaints.push(`asked ${request.url()}`);
  });
  await page.goto(serving.url + path);
  return { page, complaints };
}

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

describe('a report’s page', () => {
  test('shows the text unchanged, its statements marked, a note beside each, and leads to them without script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const { page } = await open(context, `/r/${report}`);
    const kept = await ledger.report(report);
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
    await page.locator(`.note[data-s="${statement}"] a`).first().click();
    expect(page.url()).toBe(`${serving.url}/s/${statement}`);
    expect(await page.locator('h1').textContent()).toContain('under it');
    await context.close();
  });

  test('lights words with their note, by mouse and by key', async () => {
    const context = await browser.newContext();
    const { page } = await open(context, `/r/${report}`);
    await page.locator(`.k[data-of~="${statement}"]`).first().hover();
    expect(await page.locator('.note.lit').getAttribute('data-s')).toBe(statement);
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
  const { page } = await open(context, `/r/${versioned}`);
  expect(await page.locator('.over').first().textContent()).toContain('version 1 of 2');
  await page.getByRole('link', { name: 'what changed' }).click();
  expect(await page.locator('.changes').textContent()).toContain('headline changed');
  await page.getByRole('link', { name: 'Version 2' }).click();
  expect(await page.locator('h1').textContent()).toBe('Ferry on time');
  await context.close();
});

test('a page of the web shows that it is gone, what changed in it, and leads to its words at the source', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const { page } = await open(context, `/r/${watched}`);
  expect(await page.locator('.gone').textContent()).toContain('No longer at its address');
  await page.getByRole('link', { name: 'what changed' }).click();
  const changes = await page.locator('.change').allTextContents();
  for (const kind of ['quotation altered', 'speaker changed', 'date moved', 'text removed'])
    expect(changes).toContain(kind);
  const said = (await ledger.report(watched))?.statements.find(({ kind }) => kind === 'direct');
  await page.goto(`${serving.url}/s/${said?.id}`);
  const leads = await page.getByRole('link', { name: 'open at the source' }).getAttribute('href');
  expect(leads).toContain('https://courier.example/news/bridge-to-close#:~:text=');
  expect(decodeURIComponent(leads ?? '')).toContain(said?.content[0]?.text.split(' ')[0]);
  await context.close();
});

test('a snapshot marks in the source what was read, says where each field is from, and gives the bytes as a file', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const { page } = await open(context, `/r/${watched}/snapshot`);
  const kept = await ledger.report(watched);
  const first = kept?.report.blocks[0];
  expect(await page.locator('.source mark').first().textContent()).toBe(
    kept?.report.text.slice(first?.start, first?.end),
  );
  expect(await page.locator('.source').textContent()).toContain('<h1 class="css-1q2w3e">');
  expect(await page.locator('table').textContent()).toContain('json-ld');
  const bytes = await context.request.get(`${serving.url}/r/${watched}/snapshot.bytes`);
  expect(bytes.headers()['content-disposition']).toContain('attachment');
  expect(await bytes.body()).toEqual(Buffer.from((await ledger.snapshot(kept?.report.snapshot ?? '')) ?? []));
  const { data } = await (await context.request.get(`${serving.url}/r/${watched}/snapshot.json`)).json();
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
  for (const said of ['courier.example', 'robots', 'unreachable', 'The Sannow Courier', '2 items'])
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
  const [hostile] = (await ledger.reports({ limit: 9, offset: 0 })).filter(
    ({ outlet }) => outlet === '<i>outlet</i>',
  );
  const { page } = await open(context, `/r/${hostile?.id}`);
  expect(await page.locator('h1').textContent()).toBe(
    "<script>document.title = 'owned'</script> & <b>bold</b>",
  );
  await context.close();
});

describe('a pasted draft', () => {
  const DRAFT = 'Profit jumps 18%\n\n“The date stands, Hanne Vold said. Norrfalk reported profit up 12%.';

  test('is answered as it is typed, and a finding leads to its place', async () => {
    const context = await browser.newContext();
    const { page, complaints } = await open(context, '/check');
    await page.getByLabel('Draft').fill(DRAFT);
    await page.getByText('2 things to look at').waitFor();
    await page.getByRole('button', { name: /never closed/ }).click();
    const selected = await page.evaluate(() => {
      const draft = document.querySelector('textarea');
      return draft?.value.slice(draft.selectionStart, draft.selectionEnd);
    });
    expect(selected).toBe('“');
    await page.getByLabel('Draft').fill('Profit jumps 12%\n\n“The date stands,” Hanne Vold said.');
    await page.getByText('Nothing flagged').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('is answered without script too, and keeps its text', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const { page } = await open(context, '/check');
    await page.getByLabel('Draft').fill(DRAFT);
    await page.getByRole('button', { name: 'Check' }).click();
    expect(await page.getByRole('status').textContent()).toBe('2 things to look at');
    expect(await page.getByLabel('Draft').inputValue()).toBe(DRAFT);
    await context.close();
  });
});

test('an actor’s page has what is on record, and notes lead to it', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const { page } = await open(context, `/r/${report}`);
  await page.locator(`.note[data-s="${statement}"] summary`).click();
  await page.locator(`.note[data-s="${statement}"] details a`).click();
  expect(page.url()).toBe(`${serving.url}/a/${actor}`);
  expect(await page.locator('main').textContent()).toContain('under it');
  await context.close();
});

test('i opens how everything was found, and closes it', async () => {
  const context = await browser.newContext();
  const { page } = await open(context, `/r/${report}`);
  await page.keyboard.press('i');
  const closed = page.locator('.note details:not([open])');
  expect(await closed.count()).toBe(0);
  await page.keyboard.press('i');
  expect(await closed.count()).toBeGreaterThan(0);
  await context.close();
});

describe('the calendar', () => {
  test('shows what slipped, struck out on the old day, and leads to its history', async () => {
    const context = await browser.newContext({ viewport: { width: 1240, height: 900 } });
    const { page } = await open(context, '/calendar?month=2034-05');
    const old = page.locator('.month td', { has: page.locator('.left') }).first();
    expect(await old.locator('s').count()).toBeGreaterThan(0);
    await page.locator('.agenda h2 a', { hasText: 'talks' }).last().click();
    expect(await page.locator('h1').textContent()).toContain('talks');
    await context.close();
  });

  test('an event’s page tells every date, on whose word, in which words', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const { page } = await open(context, `/e/${event}`);
    const found = await ledger.event(event);
    const rows = page.locator('.history tbody tr');
    expect(await rows.count()).toBe(found?.event.schedule.length);
    for (const [index, { span }] of (found?.event.schedule ?? []).entries())
      expect(await rows.nth(index).textContent()).toContain(span.text);
    expect(await page.locator('svg.slip').getAttribute('aria-label')).toContain('then');
    await context.close();
  });

  test('is there to subscribe to', async () => {
    const response = await fetch(`${serving.url}/calendar.ics`);
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const calendar = new ICAL.Component(ICAL.parse(await response.text()));
    const events = calendar.getAllSubcomponents('vevent');
    expect(events.length).toBeGreaterThan(3);
    expect(events.every((one) => new ICAL.Event(one).startDate.isDate)).toBe(true);
  });
});

describe('data and errors', () => {
  const get = (path: string, init: RequestInit = {}) => fetch(serving.url + path, init);

  test.each([
    '/reports.json',
    '/search.json?q=pier',
    '/search.json?q=pier&when=2034-05',
    '/r/{report}.json',
    '/s/{statement}.json',
    '/actors.json',
    '/a/{actor}.json',
    '/flags.json',
    '/calendar.json',
    '/e/{event}.json',
  ])('%s has its data in one envelope', async (path) => {
    const response = await get(
      path
        .replace('{report}', report)
        .replace('{statement}', statement)
        .replace('{actor}', actor)
        .replace('{event}', event),
    );
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(Object.keys((await response.json()) as object)).toEqual(['data']);
  });

  test.each([
    ['/r/report:none.json', {}, 404],
    ['/s/statement:none.json', {}, 404],
    ['/nothing.json', {}, 404],
    ['/-/../../package.json', {}, 404],
    ['/-/fonts/inter/files/..%2f..%2fpackage.json', {}, 404],
    [`/search.json?q=${'x'.repeat(1001)}`, {}, 400],
    ['/reports', { method: 'POST' }, 405],
    ['/a/actor:none.json', {}, 404],
    ['/flags.json?kind=taste', {}, 400],
    ['/calendar.json?month=2034-13', {}, 400],
    ['/search.json?q=pier&when=soon', {}, 400],
    ['/e/event:none.json', {}, 404],
    ['/check.json', { method: 'POST', body: '{}' }, 400],
    ['/check.json', { method: 'POST', body: '{"text":"\\u0000"}' }, 422],
    ['/check.json', { method: 'POST', body: `{"text":"${'x'.repeat(200_001)}"}` }, 400],
    [
      '/check.json',
      { method: 'POST', body: '{"text":"A"}', headers: { origin: 'https://evil.example' } },
      403,
    ],
  ])('%s %j is a problem of one shape', async (path, init, status) => {
    const response = await get(path, init as RequestInit);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({
      type: 'about:blank',
      status,
      title: expect.any(String),
      detail: expect.any(String),
    });
  });

  test('every answer forbids everything that is not its own', async () => {
    for (const path of ['/reports', '/reports.json', '/nothing', '/-/style.css']) {
      const { headers } = await get(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/unsafe|\*|data:/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  test('another name for this machine is refused, so that no page elsewhere can read the ledger', async () => {
    const { request } = await import('node:http');
    const status = await new Promise((done) => {
      request(`${serving.url}/reports.json`, { headers: { host: 'evil.example' } }, (response) =>
        done(response.statusCode),
      ).end();
    });
    expect(status).toBe(421);
  });

  test('what did not change is not sent again', async () => {
    const tag = (await get('/reports')).headers.get('etag') ?? '';
    expect((await get('/reports', { headers: { 'if-none-match': tag } })).status).toBe(304);
  });
});
