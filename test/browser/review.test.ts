import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { NOTHING_FOUND } from '../../src/check/index.ts';
import { bytePlaces } from '../../src/ingest/index.ts';
import { type Ledger, openSqlite } from '../../src/ledger/index.ts';
import { decisionOf } from '../../src/pipeline/index.ts';
import { type Serving, serve } from '../../src/serve/index.ts';
import { exampleDeciding, exampleLedger } from '../examples.ts';
import { launch } from './chromium.ts';
import { openPage } from './example-site.ts';

const BY = 'Ada <b>Moor</b>';
let browser: Browser;
let ledger: Ledger;
let deciding: ReturnType<typeof exampleDeciding>;
let site: Serving;
let context: BrowserContext;

let folder: string;
let copies = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onrecord-review-'));
  const examples = await exampleLedger();
  await examples.backup(join(folder, 'examples.ledger'));
  await examples.close();
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  const own = join(folder, `${++copies}.ledger`);
  await copyFile(join(folder, 'examples.ledger'), own);
  ledger = openSqlite(own);
  deciding = exampleDeciding(ledger);
  site = await serve({ ledger, port: 0, check: async () => NOTHING_FOUND, bytePlaces, deciding });
});
afterEach(async () => {
  await context?.close();
  await site.close();
  await deciding.close();
  expect((await ledger.prove((bytes) => new TextDecoder().decode(bytes))).broken).toEqual([]);
  await ledger.close();
});

async function open(path: string, options = {}): Promise<{ page: Page; complaints: string[] }> {
  context = await browser.newContext(options);
  return await openPage(context, site.url + path);
}

const queue = async (filter = {}) => await ledger.toReview(filter, { limit: 9 });
const idOf = async (page: Page) => await page.locator('input[name="statement"]').inputValue();
const made = async () => (await ledger.decisions()).map(({ kind, by, why }) => ({ kind, by, why }));

/** Presses keys, and waits for the page that comes of it. */
async function press(page: Page, key: string): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.keyboard.press(key)]);
}

describe('by keyboard alone', () => {
  test('looking decides nothing; accept and reject go on to the next; undo comes back', async () => {
    const before = await queue();
    const { page, complaints } = await open('/review');
    expect(await idOf(page)).toBe(before[0]?.statement.id);
    await press(page, 'j');
    await press(page, 'j');
    expect(await idOf(page)).toBe(before[2]?.statement.id);
    await press(page, 'k');
    await press(page, 'n');
    expect(await idOf(page)).toBe(before[0]?.statement.id);
    expect(await made()).toEqual([]);

    // Without a name nothing is sent: the field that wants it is focused.
    await page.keyboard.press('a');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('by');
    await page.keyboard.type(BY);
    await page.keyboard.press('Tab');
    await page.keyboard.type('the recording');
    await page.keyboard.press('Enter');
    expect(await made()).toEqual([]);
    await page.keyboard.press('Tab');
    await press(page, 'a');
    expect(await made()).toEqual([{ kind: 'accept', by: BY, why: 'the recording' }]);
    expect(await idOf(page)).toBe(before[1]?.statement.id);
    expect(await page.locator('.who').textContent()).toContain(BY);
    expect(await page.locator('.over').first().textContent()).toContain(`1 of ${await waiting(1)} looked at`);

    await press(page, 'x');
    expect(await idOf(page)).toBe(before[2]?.statement.id);
    expect((await ledger.statement(before[1]?.statement.id ?? ''))?.decided?.status).toBe('rejected');
    await press(page, 'u');
    expect(await idOf(page)).toBe(before[1]?.statement.id);
    expect((await ledger.statement(before[1]?.statement.id ?? ''))?.decided).toBeNull();
    expect((await made()).map(({ kind }) => kind)).toEqual(['accept', 'reject', 'undo']);
    expect(complaints).toEqual([]);
  });

  test('the one who came second is a key away, and words are moved by arrows', async () => {
    const [second] = await queue({ doubt: 'runner-up' });
    if (second?.statement.speaker.kind !== 'named') throw new Error('expected a speaker with a runner-up');
    const { page } = await open(`/review?at=${second.statement.id}`);
    await page.getByLabel('Your name').fill(BY);
    await page.locator('h1').click();
    await page.keyboard.press('p');
    await press(page, 'Enter');
    const corrected = await ledger.statement(second.statement.id);
    expect(corrected?.statement.speaker).toMatchObject({
      how: 'decided',
      name: second.statement.speaker.others[0]?.name,
    });

    const [next] = await queue();
    await page.goto(`${site.url}/review?at=${next?.statement.id}`);
    await page.keyboard.press('e');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('speaker');
    const words = page.locator('[data-words]').first();
    await words.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowLeft');
    const chosen = (await words.locator('.chosen').allTextContents()).join('').trim();
    const read = next?.statement.content[0]?.text ?? '';
    expect(read).toContain(chosen);
    expect(chosen.length).toBeLessThan(read.length);
    await page.getByRole('button', { name: 'Keep the correction' }).focus();
    await press(page, 'Enter');
    const now = await ledger.statement(next?.statement.id ?? '');
    expect(now?.statement.content[0]?.text).toBe(chosen);
    expect(now?.decided?.found.content[0]?.text).toBe(read);
  });

  test('? shows the keys, / goes to the search, and g with a letter to a room', async () => {
    const { page } = await open('/review');
    await page.keyboard.press('?');
    expect(await page.locator('dialog').isVisible()).toBe(true);
    await page.keyboard.press('a');
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('q');
    await page.locator('h1').click();
    await page.keyboard.press('g');
    await press(page, 'd');
    expect(page.url()).toBe(`${site.url}/review/decisions`);
    expect(await made()).toEqual([]);
  });
});

const waiting = async (looked: number) =>
  (await ledger.reviewProgress({}, '2000-01-01T00:00:00.000Z')).waiting + looked;

test('words are selected by the mouse', async () => {
  const [first] = await queue();
  const { page } = await open(`/review?at=${first?.statement.id}`);
  await page.locator('.correcting summary').click();
  const spans = page.locator('[data-words] span');
  await spans.first().scrollIntoViewIfNeeded();
  const [from, to] = [await spans.nth(1).boundingBox(), await spans.nth(3).boundingBox()];
  if (from === null || to === null) throw new Error('expected words');
  await page.mouse.move(from.x + 1, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 4 });
  await page.mouse.up();
  expect(await page.locator('[data-words] .chosen').count()).toBe(3);
});

describe('without script', () => {
  test('all of it works by forms and links, at 320 px too', async () => {
    const [first, second] = await queue();
    const { page } = await open('/review', {
      javaScriptEnabled: false,
      viewport: { width: 320, height: 700 },
    });
    await page.getByLabel('Your name').fill(BY);
    await page.locator('.correcting summary').click();
    await page.getByLabel('Act').selectOption('warn');
    await page.getByLabel('Said on').fill('2034-05');
    await page.getByLabel('Why').fill('<i>heard</i>');
    await page.getByRole('button', { name: 'Keep the correction' }).click();
    const now = await ledger.statement(first?.statement.id ?? '');
    expect(now?.statement).toMatchObject({ act: 'warn', said: { value: '2034-05', how: 'decided' } });
    expect(await idOf(page)).toBe(second?.statement.id);
    await page.getByRole('link', { name: 'decisions' }).click();
    const line = page.locator('.decided li').first();
    expect(await line.textContent()).toContain('<i>heard</i>');
    expect(await line.textContent()).toContain('is warn');
    await line.getByRole('button').click();
    expect((await ledger.statement(first?.statement.id ?? ''))?.decided).toBeNull();
    expect(await page.locator('.tag').allTextContents()).toContain('undone');
  });

  test('what is wrong is said, and what was typed is kept', async () => {
    const { page } = await open('/review', { javaScriptEnabled: false });
    await page.getByLabel('Your name').fill(BY);
    await page.locator('.correcting summary').click();
    await page.getByLabel('Or a name').fill('Nobody Atall');
    await page.getByLabel('who is').selectOption('person');
    await page.getByRole('button', { name: 'Keep the correction' }).click();
    expect(await page.locator('.wrong').textContent()).toContain('a name that stands in this report');
    expect(await page.getByLabel('Or a name').inputValue()).toBe('Nobody Atall');
    await page.getByLabel('Or a name').fill('');
    await page.getByLabel('Said on').fill('someday');
    await page.getByRole('button', { name: 'Keep the correction' }).click();
    expect(await page.locator('.wrong').textContent()).toContain('expected a date');
    expect(await page.getByLabel('Said on').inputValue()).toBe('someday');
    await page.getByLabel('Said on').fill('');
    await page.getByRole('button', { name: 'Keep the correction' }).click();
    expect(await page.locator('.wrong').textContent()).toContain('nothing is changed');
    expect(await made()).toEqual([]);
  });

  test('what somebody decided meanwhile is shown, and nothing is decided over it', async () => {
    const [first] = await queue();
    const { page } = await open('/review', { javaScriptEnabled: false });
    await page.getByLabel('Your name').fill(BY);
    await page.getByLabel('Why').fill('mine');
    const other = { by: 'Bea Holt', why: 'theirs' };
    await deciding.decide({ statement: first?.statement.id ?? '', seen: null, what: 'reject' }, other);
    const answer = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.getByRole('button', { name: 'Accept' }).click();
    expect((await answer).status()).toBe(409);
    const words = (await page.locator('main').textContent()) ?? '';
    expect(words).toContain('Bea Holt');
    expect(words).toContain('theirs');
    expect(await page.getByLabel('Why').inputValue()).toBe('mine');
    expect((await made()).length).toBe(1);
    await page.getByRole('button', { name: 'Accept' }).click();
    expect((await ledger.statement(first?.statement.id ?? ''))?.decided?.status).toBe('accepted');
  });
});

test('a decision made here is the one that the command makes', async () => {
  const [first] = await queue();
  const { page } = await open('/review');
  await page.getByLabel('Your name').fill('Ada Moor');
  await page.getByRole('button', { name: 'Accept' }).click();
  await page.waitForURL(/done=/);
  const [one] = await ledger.decisions();
  const { content, cue } = first?.statement ?? { content: [], cue: [] };
  const on = { report: first?.report.id as never, content, cue };
  expect(one).toEqual(decisionOf({ kind: 'accept', on }, { by: 'Ada Moor', at: one?.at ?? '', why: null }));
});

describe('a page of another', () => {
  const post = async (headers: Record<string, string>, path = '/review/decide') => {
    const [first] = await queue();
    const body = new URLSearchParams({
      statement: first?.statement.id ?? '',
      seen: '',
      what: 'accept',
      by: BY,
    });
    return await fetch(site.url + path, { method: 'POST', body, headers, redirect: 'manual' });
  };

  test('decides nothing, nor does a program that does not say whose page asks', async () => {
    for (const headers of [
      {},
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site', origin: site.url },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'none' },
    ])
      for (const path of ['/review/decide', '/review/undo', '/review/who'])
        expect((await post(headers, path)).status, JSON.stringify(headers)).toBe(403);
    expect((await post({ origin: site.url }, '/review')).status).toBe(405);
    expect((await post({ origin: site.url }, '/review/decisions')).status).toBe(405);
    expect(await made()).toEqual([]);
    const own = await post({ origin: site.url });
    expect(own.status).toBe(303);
    expect(own.headers.get('set-cookie')).toMatch(/SameSite=Strict/);
    expect((await made()).length).toBe(1);
  });

  test('what is no form, or too long, is refused', async () => {
    const headers = { origin: site.url };
    const send = async (body: string, path = '/review/decide') =>
      (
        await fetch(site.url + path, {
          method: 'POST',
          body,
          headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
        })
      ).status;
    expect(await send('statement=x')).toBe(400);
    expect(await send('decision=x', '/review/undo')).toBe(400);
    expect(await send(`decision=decision:${'0'.repeat(16)}&by=Ada`, '/review/undo')).toBe(422);
    expect(await send('by=', '/review/who')).toBe(422);
    expect(await send(`why=${'a'.repeat(70_000)}`)).toBe(413);
    for (const path of ['/review?doubt=none', '/review?report=x', '/review/decisions?before=x'])
      expect((await fetch(site.url + path)).status, path).toBe(400);
    expect((await fetch(`${site.url}/review?at=statement:0000000000000000.1-2`)).status).toBe(404);
    expect(await made()).toEqual([]);
  });
});

test('the queue is there as data and as a table, and a server that only shows has no forms', async () => {
  const json = (await (await fetch(`${site.url}/review.json?doubt=speaker`)).json()) as {
    data: { queue: { rank: number; doubt: string }[]; progress: { waiting: number } };
  };
  expect(json.data.queue.length).toBe(json.data.progress.waiting);
  for (const { doubt } of json.data.queue) expect(doubt).toBe('speaker');
  const csv = await (await fetch(`${site.url}/review.csv`)).text();
  expect(csv.split('\r\n')[1]).toContain((await queue())[0]?.statement.id);
  const shown = await serve({ ledger, port: 0, check: async () => NOTHING_FOUND, bytePlaces });
  const words = await (await fetch(`${shown.url}/review`)).text();
  expect(words).toContain('takes no decisions');
  expect(words).not.toContain('name="what"');
  const body = new URLSearchParams({ decision: `decision:${'0'.repeat(16)}` });
  const refused = await fetch(`${shown.url}/review/undo`, {
    method: 'POST',
    body,
    headers: { origin: shown.url },
  });
  expect(refused.status).toBe(403);
  await shown.close();
});
