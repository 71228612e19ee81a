import ICAL from 'ical.js';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { calledOf } from '../../src/record/index.ts';
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

/** A tab without script on a page of the site. */
async function open(path: string, width = 1240) {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width, height: 900 } });
  const { page } = await openPage(context, site.url + path);
  return { page, close: () => context.close() };
}

const idsIn = async (path: string) => {
  const response = await fetch(site.url + path);
  const { data } = (await response.json()) as { data: { events: { event: { id: string } }[] } };
  return data.events.map(({ event }) => event.id).toSorted();
};

test('a month leads from an old day, struck out, to the event in the list, and there to its history', async () => {
  const { page, close } = await open('/calendar?month=2034-05');
  expect(await page.locator('.month s').count()).toBeGreaterThan(0);
  const row = page.locator('.agenda tbody tr', { hasText: /talks/i }).first();
  expect(await row.locator('.when').textContent()).toMatch(/12 May → .*2034/);
  expect(await row.locator('.status').textContent()).toContain('moved');
  const link = page.locator('.month a', { has: page.locator('s') }).first();
  expect(await page.locator((await link.getAttribute('href')) ?? '').count()).toBe(1);
  await row.locator('.name').click();
  expect(await page.locator('h1').textContent()).toMatch(/talks/i);
  await close();
});

test('deeds stand behind a switch, and everything asked for stays with it', async () => {
  const { page, close } = await open('/calendar?ahead=1&who=a*');
  const rows = async () => await page.locator('.agenda tbody tr').count();
  const before = await rows();
  await page.goto(`${site.url}/calendar?ahead=1`);
  const occasions = await rows();
  expect(occasions).toBeGreaterThanOrEqual(before);
  const leads = page.getByRole('link', { name: /also what somebody does/ });
  const deeds = Number((await leads.textContent())?.match(/\d+/)?.[0]);
  await leads.click();
  expect(await rows()).toBe(occasions + deeds);
  expect(await page.locator('.agenda .name', { hasText: '“' }).count()).toBeGreaterThan(0);
  await page.getByRole('link', { name: 'occasions alone' }).click();
  expect(new URL(page.url()).searchParams.get('ahead')).toBe('1');
  expect(await rows()).toBe(occasions);
  await close();
});

test('what is filtered is the same on the page, in its data, its table and its feed', async () => {
  const { page, close } = await open('/calendar?ahead=1');
  await page.getByLabel('Where', { exact: true }).fill('sannow');
  await page.getByLabel('What', { exact: true }).fill('talks');
  await page.getByRole('button', { name: 'Show' }).click();
  expect(await page.getByLabel('Where', { exact: true }).inputValue()).toBe('sannow');
  const shown = await page
    .locator('.agenda tbody tr')
    .evaluateAll((rows) => rows.map(({ id }) => id.replace('e-', 'what:')).sort());
  expect(shown.length).toBeGreaterThan(0);
  const href = async (name: string) =>
    (await page.locator('.over').first().getByRole('link', { name }).getAttribute('href')) ?? '';
  expect(await idsIn(await href('.json'))).toEqual(shown);
  const csv = await (await fetch(site.url + (await href('.csv')))).text();
  expect(csv.match(/^what:[0-9a-f]{16}/gm)?.toSorted()).toEqual(shown);
  const ics = await (await fetch(site.url + (await href('subscribe (.ics)')))).text();
  const feed = new ICAL.Component(ICAL.parse(ics));
  expect(feed.getFirstPropertyValue('x-wr-calname')).toBe('Onrecord: talks, in sannow');
  const uids = feed
    .getAllSubcomponents('vevent')
    .map((one) => new ICAL.Event(one).uid.replace('@onrecord', ''));
  expect(uids.toSorted()).toEqual(shown);
  await close();
});

test('where nothing fits the page says so, and leads back', async () => {
  const { page, close } = await open('/calendar?ahead=1&place=%3Cb%3Enowhere&status=cancelled');
  expect(await page.locator('main').textContent()).toContain('Nothing fits in <b>nowhere, cancelled.');
  await page.getByRole('link', { name: 'Show everything' }).click();
  expect(await page.locator('.agenda tbody tr').count()).toBeGreaterThan(0);
  await close();
});

test('an event’s page tells every date, on whose word, in which words, and what each report tells', async () => {
  const { page, close } = await open(`/e/${site.event}`, 320);
  const found = await site.ledger.eventLine(site.event);
  if (found === null) throw new Error('expected the event');
  const { schedule, members } = found.event;
  expect(await page.locator('h1').textContent()).toBe(calledOf(found.event));
  const rows = page.locator('.history:not(.told) tbody tr');
  expect(await rows.count()).toBe(schedule.length);
  for (const [index, { span }] of schedule.entries())
    expect(await rows.nth(index).locator('.around a').textContent()).toBe(span.text);
  expect(await page.locator('.told tbody tr').count()).toBe(members.length);
  expect(await page.locator('svg.slip').getAttribute('aria-label')).toContain('then');
  await page.locator('.history .around a').first().click();
  expect(page.url()).toContain('/r/');
  await close();
});
