import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, normalize } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { analyse } from '../../src/analyse/index.ts';
import { loadKit } from '../../src/load/index.ts';
import { buildTry } from '../../tools/build-try.ts';
import { reportOf } from '../reports.ts';
import { violationsOf } from './accessible.ts';
import { launch } from './chromium.ts';

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  mjs: 'text/javascript',
  css: 'text/css',
  svg: 'image/svg+xml',
  wasm: 'application/wasm',
};

/** A plain server of files, which gives a folder below a path of its own. */
async function serveFiles(folder: string, below: string): Promise<{ server: Server; url: string }> {
  const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
    const name = path.endsWith('/') ? `${path}index.html` : path;
    const bytes = name.startsWith(below)
      ? await readFile(join(folder, name.slice(below.length))).catch(() => null)
      : null;
    response.writeHead(bytes === null ? 404 : 200, {
      'content-type': TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
    });
    response.end(bytes);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return { server, url: `http://127.0.0.1:${port}${below}` };
}

let browser: Browser;
let folder: string;
let site: { server: Server; url: string };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onrecord-try-'));
  await buildTry(folder);
  [site, browser] = await Promise.all([serveFiles(folder, '/some/where/'), launch()]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  site?.server.closeAllConnections();
  site?.server.close();
  await rm(folder, { recursive: true, force: true });
});

/** Opens the page; notes what it and its worker ask for, and what goes wrong. */
async function opened(
  context: BrowserContext,
): Promise<{ page: Page; asked: string[]; complaints: string[] }> {
  const page = await context.newPage();
  const asked: string[] = [];
  const complaints: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(site.url);
  return { page, asked, complaints };
}

const REPORT = `Bridge closed & <b>bold</b>

“The bridge is not safe,” Mayor Mina Pell said. <script>document.title = 'owned'</script>

It will open on May 12, according to the harbour.`;

describe('a report read in its visitor’s own browser', () => {
  test('is marked as the same tagger marks it here, and nothing is asked for elsewhere', async () => {
    const context = await browser.newContext({ viewport: { width: 1240, height: 900 } });
    const { page, asked, complaints } = await opened(context);
    expect(await violationsOf(page)).toEqual([]);
    await page.getByLabel('Report', { exact: true }).fill(REPORT);
    await page.getByRole('button', { name: 'Read it' }).click();
    await page.getByText(/^Read: /).waitFor();
    const [record] = await analyse([reportOf(REPORT)], await loadKit({ tagger: 'linear' }));
    const said = record?.statements.filter(({ mode }) => mode !== 'held') ?? [];
    expect(said.length).toBeGreaterThan(1);
    expect(await page.locator('.note').count()).toBe(said.length);
    const marked = (await page.locator('.row .k').allTextContents()).join('');
    for (const { content } of said) for (const { text } of content) expect(marked).toContain(text);
    // A stranger's markup is only text.
    expect(await page.locator('.row > h2').textContent()).toBe('Bridge closed & <b>bold</b>');
    expect(await page.title()).not.toBe('owned');
    await page.locator('.note a').first().hover();
    expect(await page.locator('.row .k.lit').first().textContent()).toContain('The bridge is not safe');
    await page.locator('.note a').first().click();
    expect(await page.locator('.at:target, .row:target').count()).toBe(1);
    expect(await violationsOf(page)).toEqual([]);
    expect(asked.filter((address) => !address.startsWith(site.url) && !address.startsWith('blob:'))).toEqual(
      [],
    );
    expect(asked.filter((address) => /encoder|pieces|runtime/.test(address))).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('cannot be sent anywhere: neither the page nor its worker may ask elsewhere', async () => {
    const elsewhere = await serveFiles(folder, '/');
    const context = await browser.newContext();
    const { page, asked } = await opened(context);
    await page.getByRole('button', { name: 'a chain of words' }).click();
    await expect.poll(() => page.getByLabel('Report', { exact: true }).inputValue()).toContain('Petra Lunn');
    expect(await page.getByLabel('Date of publication').inputValue()).toBe('2034-05-16');
    await page.getByRole('button', { name: 'Read it' }).click();
    await page.getByText(/^Read: /).waitFor();
    const ask = async (address: string) =>
      await fetch(address).then(
        () => 'sent',
        () => 'refused',
      );
    const [worker] = page.workers();
    expect(await page.evaluate(ask, elsewhere.url)).toBe('refused');
    expect(await worker?.evaluate(ask, elsewhere.url)).toBe('refused');
    expect(asked.filter((address) => address.startsWith(elsewhere.url))).toEqual([]);
    elsewhere.server.closeAllConnections();
    elsewhere.server.close();
    await context.close();
  });

  test('tells how much is loaded, can be cancelled, and goes on with another', async () => {
    const context = await browser.newContext();
    const { page } = await opened(context);
    await context.route('**/encoder.onnx', () => {});
    await page.getByLabel('Report', { exact: true }).fill(REPORT);
    await page.getByLabel(/the encoder/).check();
    await page.getByRole('button', { name: 'Read it' }).click();
    await page.getByText(/[1-9][\d.]* of [\d.]+ MB/).waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    expect(await page.getByRole('status').textContent()).toBe('Cancelled');
    await expect.poll(() => page.workers()).toEqual([]);
    await page.getByLabel(/the linear tagger/).check();
    await page.getByRole('button', { name: 'Read it' }).click();
    await page.getByText(/^Read: /).waitFor();
    await context.close();
  });

  test('says in a sentence why it could not be read', async () => {
    const context = await browser.newContext();
    const { page } = await opened(context);
    const read = async (text: string) => {
      await page.getByLabel('Report', { exact: true }).fill(text);
      await page.getByRole('button', { name: 'Read it' }).click();
    };
    await context.route('**/linear.bin.zst', (route) => route.fulfill({ body: 'damaged' }));
    await read(REPORT);
    await page.getByText(/It could not be read: expected models\/en-linear\/linear.bin.zst/).waitFor();
    await context.unroute('**/linear.bin.zst');
    await read('   \n');
    await page.getByText(/It could not be read: /).waitFor();
    expect(await page.getByRole('button', { name: 'Read it' }).isEnabled()).toBe(true);
    await context.close();
  });

  test('with the encoder, whose model and runtime come when it is chosen', { timeout: 120_000 }, async () => {
    const context = await browser.newContext();
    const { page, asked, complaints } = await opened(context);
    await page.getByLabel('Report', { exact: true }).fill(REPORT);
    await page.getByLabel(/the encoder/).check();
    await page.getByRole('button', { name: 'Read it' }).click();
    await page.getByText(/^Read: /).waitFor({ timeout: 100_000 });
    expect(await page.locator('.answer .over').first().textContent()).toContain('by the encoder');
    expect(await page.locator('.row .k').first().textContent()).toContain('The bridge is not safe');
    expect(asked.some((address) => address.endsWith('.wasm'))).toBe(true);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('at night and at 320 px is as readable, and without script says what it needs', async () => {
    for (const options of [
      { colorScheme: 'dark', viewport: { width: 1920, height: 900 } },
      { colorScheme: 'light', viewport: { width: 320, height: 700 } },
    ] as const) {
      const context = await browser.newContext(options);
      const { page } = await opened(context);
      await page.getByRole('button', { name: 'talks that slip' }).click();
      await expect
        .poll(() => page.getByLabel('Report', { exact: true }).inputValue())
        .toContain('Hanne Vold');
      await page.getByRole('button', { name: 'Read it' }).click();
      await page.getByText(/^Read: /).waitFor();
      expect(await page.locator('svg.slip').count()).toBeGreaterThan(0);
      expect(await violationsOf(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      await context.close();
    }
    const context = await browser.newContext({ javaScriptEnabled: false });
    const { page } = await opened(context);
    expect(await page.locator('noscript').textContent()).toContain('needs script');
    expect(await page.getByRole('button', { name: 'Read it' }).count()).toBe(0);
    await context.close();
  });
});
