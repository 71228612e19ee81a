import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { NOTHING_FOUND } from '../../src/check/index.ts';
import { bytePlaces } from '../../src/ingest/index.ts';
import { type JoinedWhole, type Ledger, openSqlite } from '../../src/ledger/index.ts';
import { type Serving, serve } from '../../src/serve/index.ts';
import { exampleDeciding, exampleLedger } from '../examples.ts';
import { launch } from './chromium.ts';

const BY = 'Ada <b>Moor</b>';
let browser: Browser;
let folder: string;
let copies = 0;
let ledger: Ledger;
let deciding: ReturnType<typeof exampleDeciding>;
let site: Serving;
let page: Page;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onrecord-merging-'));
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
  const context = await browser.newContext({ javaScriptEnabled: false });
  page = await context.newPage();
});
afterEach(async () => {
  await page?.context().close();
  await site.close();
  await deciding.close();
  expect((await ledger.prove((bytes) => new TextDecoder().decode(bytes))).broken).toEqual([]);
  await ledger.close();
});

/** The utterance of some words of the examples, as it is joined. */
async function utteranceOf(words: string): Promise<JoinedWhole> {
  const [found] = (await ledger.find({ words })).statements;
  const whole = await ledger.joinedWhole('utterance', found?.statement.id ?? '');
  if (whole === null) throw new Error(`expected an utterance with ${words}`);
  return whole;
}

test('utterances that lie near each other are taken for one, and parted again when that is undone', async () => {
  const whole = await utteranceOf('"discuss who runs"');
  const [near] = whole.near;
  if (near === undefined) throw new Error('expected an utterance near it');
  await page.goto(`${site.url}/u/${whole.id}`);
  await page.getByRole('link', { name: 'or several taken for one' }).click();
  expect(await page.locator('h1').textContent()).toBe(whole.name);
  await page.getByLabel('Your name').first().fill(BY);
  await page.getByLabel('Why').first().fill('one press release');
  await page
    .getByRole('button', { name: `One with ${near.name}` })
    .first()
    .click();

  const joined = await ledger.joinedWhole('utterance', near.id);
  expect(joined?.id).toBe((await ledger.joinedWhole('utterance', whole.id))?.id);
  expect(joined?.members.length).toBeGreaterThan(whole.members.length);
  const [made] = await ledger.decidedLinks();
  expect(made).toMatchObject({
    state: 'in force',
    decision: { by: BY, why: 'one press release', kind: 'merge' },
  });
  const decided = page.locator('section.coming li');
  expect(await decided.textContent()).toContain('one press release');
  // How many render it is part of the number by which the queue goes.
  const [queued] = await ledger.toReview({}, { at: joined?.members[0]?.id as never, limit: 1 });
  expect(queued?.renditions).toBe(joined?.members.length);

  await decided.getByRole('button').click();
  expect(page.url()).toContain('/review/merge?of=');
  expect((await ledger.joinedWhole('utterance', near.id))?.id).toBe(near.id);
  expect((await ledger.decidedLinks()).map(({ state }) => state)).toEqual(['undone']);
});

test('a report’s member is parted from an actor, who is found by name', async () => {
  const [person] = (await ledger.personsNamed('Casimir Wend', { limit: 1, offset: 0 })).persons;
  const whole = await ledger.joinedWhole('actor', person?.id ?? '');
  const [member] = whole?.members ?? [];
  await page.goto(`${site.url}/a/actor:casimir-wend`);
  await page.getByLabel('The same as').fill('Petra');
  await page.getByRole('button', { name: 'Look' }).click();
  expect(await page.getByRole('button', { name: 'One with Petra Lunn' }).count()).toBe(1);
  await page.getByLabel('Your name').last().fill(BY);
  await page.locator(`button[name="member"][value="${member?.report.id}"]`).click();
  const [made] = await ledger.decidedLinks();
  expect(made).toMatchObject({ state: 'in force', decision: { kind: 'split', of: 'actor', by: BY } });
  const after = await ledger.joinedWhole('actor', person?.id ?? '');
  expect(after?.members.length).toBe((whole?.members.length ?? 0) - 1);
  await page.goto(`${site.url}/review/decisions`);
  expect(await page.locator('.decided li').first().textContent()).toContain('kept apart');
});

test('what cannot be one is said, with what was typed; another’s page joins nothing', async () => {
  const whole = await utteranceOf('"discuss who runs"');
  await page.goto(`${site.url}/review/merge?of=${whole.id}`);
  await page.getByLabel('Your name').first().fill(BY);
  for (const [id, why] of [
    [whole.id, 'are one already'],
    ['who:0000000000000000', 'expected an id on record'],
    ['<b>', 'expected an id on record'],
  ] as const) {
    await page.getByLabel('Or by its id').fill(id);
    await page.getByRole('button', { name: 'One with that id' }).click();
    expect(await page.locator('.wrong').textContent()).toContain(why);
    expect(await page.getByLabel('Or by its id').inputValue()).toBe(id);
    await page.getByLabel('Your name').first().fill(BY);
  }
  expect(await ledger.decisions()).toEqual([]);
  for (const path of ['/review/merge', '/review/split']) {
    const body = new URLSearchParams({
      of: whole.id,
      other: whole.id,
      group: whole.id,
      member: whole.id,
      by: BY,
    });
    const forged = { method: 'POST', body, headers: { origin: 'https://evil.example' } };
    expect((await fetch(site.url + path, forged)).status).toBe(403);
    const empty = { method: 'POST', body: new URLSearchParams({}), headers: { origin: site.url } };
    expect((await fetch(site.url + path, empty)).status).toBe(400);
  }
  expect((await fetch(`${site.url}/review/merge`)).status).toBe(400);
  expect((await fetch(`${site.url}/review/merge?of=who:0000000000000000`)).status).toBe(404);
  expect((await fetch(`${site.url}/review/merge?of=constructor:x`)).status).toBe(404);
});
