import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch } from './chromium.ts';
import { type ExampleSite, exampleSite, openPage } from './example-site.ts';

let browser: Browser;
let site: ExampleSite;
/** The example report whose headline names another speaker, and which quotes with an editor's brackets. */
let flagged: string;

beforeAll(async () => {
  [site, browser] = await Promise.all([exampleSite(), launch()]);
  const lines = await site.ledger.reports({ limit: 50, offset: 0 });
  flagged = lines.find(({ headline }) => headline?.startsWith('Ostrey will not talk'))?.id ?? '';
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** Opens a path, does something there, and closes it again. */
async function on(
  path: string,
  options: Parameters<Browser['newContext']>[0],
  work: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(options);
  const { page, complaints } = await openPage(context, site.url + path);
  await work(page);
  expect(complaints).toEqual([]);
  await context.close();
}

const PAPER = { javaScriptEnabled: false, viewport: { width: 1240, height: 900 } };

/** The distances between paragraphs that follow on each other, and whether notes of two rows meet. */
const measured = (page: Page) =>
  page.evaluate(() => {
    const rows = [...document.querySelectorAll('.row.paragraph')].map((row) => ({
      row: row.getBoundingClientRect(),
      words: row.firstElementChild?.getBoundingClientRect(),
      notes: row.querySelector('.notes'),
    }));
    const pushed = rows.map(({ row, words }) => row.bottom - (words?.bottom ?? 0));
    const ends = rows.flatMap(({ notes }) =>
      notes === null
        ? []
        : [[notes.getBoundingClientRect().top, notes.lastElementChild?.getBoundingClientRect().bottom ?? 0]],
    );
    const meet = ends.some(
      ([, bottom], at) => (bottom ?? 0) > (ends[at + 1]?.[0] ?? Number.POSITIVE_INFINITY),
    );
    return { pushed: Math.max(...pushed), meet };
  });

describe('the margin of a report', () => {
  test.each([
    ['without script', PAPER],
    ['with script', { viewport: { width: 1240, height: 900 } }],
    ['on a wide screen', { viewport: { width: 1920, height: 1000 } }],
  ])('never pushes the text apart, and no note stands on another, %s', async (_, options) => {
    const lines = await site.ledger.reports({ limit: 50, offset: 0 });
    const fullest = lines.toSorted((a, b) => b.statements - a.statements).slice(0, 5);
    await on('/reports', options, async (page) => {
      for (const id of [...fullest.map((line) => line.id), flagged]) {
        await page.goto(`${site.url}/r/${id}`);
        await page.evaluate(() => document.fonts.ready);
        const { pushed, meet } = await measured(page);
        expect(pushed, id).toBeLessThan(24);
        expect(meet, id).toBe(false);
      }
    });
  });

  test.each([840, 1000, 1180])('without script no note stands on another, %i px wide', async (width) => {
    const lines = await site.ledger.reports({ limit: 50, offset: 0 });
    const fullest = lines.toSorted((a, b) => b.statements - a.statements).slice(0, 4);
    await on('/reports', { javaScriptEnabled: false, viewport: { width, height: 900 } }, async (page) => {
      for (const id of [...fullest.map((line) => line.id), flagged]) {
        await page.goto(`${site.url}/r/${id}`);
        expect((await measured(page)).meet, id).toBe(false);
      }
    });
  });

  test('is reached from the words by the Tab key alone: they are described by their note, and Enter goes there', async () => {
    await on(`/r/${flagged}`, {}, async (page) => {
      const words = page.locator('.report [data-of][tabindex]');
      const notes = await page.locator('.note').evaluateAll((all) => all.map(({ id }) => id));
      const named = await words.evaluateAll((all) =>
        all.flatMap((one) => one.getAttribute('aria-describedby')?.split(' ') ?? []),
      );
      expect(named.toSorted()).toEqual(notes.toSorted());
      await words.first().focus();
      expect(await page.locator('.note.lit').count()).toBe(1);
      await page.keyboard.press('Enter');
      const reached = await page.evaluate(() => document.activeElement?.closest('.note')?.id);
      expect((await words.first().getAttribute('aria-describedby'))?.split(' ')).toContain(reached);
    });
  });

  test('has flags of the report and beside others in place, each with its sentence and its words marked', async () => {
    await on(`/r/${flagged}`, PAPER, async (page) => {
      const flags = page.locator('.notes .flagged');
      expect(await flags.count()).toBe(2);
      expect(await flags.first().textContent()).toContain('The headline names Casimir Wend');
      expect(await flags.last().textContent()).toContain('Quillwire has “They know”.');
      const marked = (await page.locator('.f').allTextContents()).join('');
      expect(marked).toContain('They [the Maravel government] know');
      expect(await page.locator('.legend').textContent()).toContain('2 flags');
      const compare = page.getByRole('link', { name: 'compare' });
      if (!(await compare.isVisible())) await flags.last().locator('summary').click();
      await compare.click();
      expect(page.url()).toContain('/u/utterance:');
    });
  });

  test('says how sure each speaker is, by line and by word, and indents what stands in another', async () => {
    await on(`/r/${flagged}`, PAPER, async (page) => {
      const note = page.locator('.note', { hasText: 'also claimed' });
      expect(await note.textContent()).toContain('from “She”');
      expect(
        await page
          .locator('.s.inferred')
          .first()
          .evaluate((one) => getComputedStyle(one).textDecorationStyle),
      ).toBe('dashed');
      expect(
        await page
          .locator('.s:not(.inferred)')
          .first()
          .evaluate((one) => getComputedStyle(one).textDecorationStyle),
      ).toBe('solid');
      const inner = page.locator('.note.within1', { hasText: 'lawyers' });
      const left = async (one: typeof inner) => (await one.boundingBox())?.x ?? 0;
      expect(await left(inner)).toBeGreaterThan(await left(note));
      await page.getByRole('link', { name: '3 outlets · 1 utterance · 1 root source' }).first().click();
      expect(page.url()).toContain('/u/');
    });
  });

  test('opens what is folded by key, and a click on words goes to their note', async () => {
    await on(`/r/${flagged}`, { viewport: { width: 700, height: 900 } }, async (page) => {
      await page.evaluate(() => document.fonts.ready);
      const note = page.locator('.note').first();
      expect(await note.getAttribute('class')).toContain('folded');
      await page.keyboard.press('i');
      expect(await note.locator('.about').isVisible()).toBe(true);
      await page.locator('.c', { hasText: 'also claimed' }).click();
      const focused = await page.evaluate(() => document.activeElement?.textContent);
      expect(focused).toContain('also claimed');
      expect(await page.locator('.note.lit').textContent()).toContain('also claimed');
    });
  });

  test('leaves what is folded out of print', async () => {
    await on(`/r/${flagged}`, PAPER, async (page) => {
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.note .how summary').first().isVisible()).toBe(false);
      expect(await page.locator('.note .head').first().isVisible()).toBe(true);
    });
  });
});

test('a report names others of its story with what they share, and its dates with what slipped', async () => {
  await on(`/r/${flagged}`, PAPER, async (page) => {
    const first = page.locator('.story li').first();
    expect(await first.textContent()).toContain('4 statements, talks of');
    await first.locator('a').click();
    expect(await page.locator('h1').textContent()).toContain('rules out');
  });
  const slipped = (await site.ledger.reports({ limit: 50, offset: 0 })).find(
    ({ headline }) => headline === 'Toll talks moved to May 19',
  );
  await on(`/r/${slipped?.id}`, PAPER, async (page) => {
    const dates = page.locator('.dates');
    expect(await dates.locator('s').textContent()).toContain('12 May 2034');
    expect(await dates.locator('b').first().textContent()).toContain('19 May 2034');
    expect(await dates.locator('.title').textContent()).toBe('Toll talks moved to May 19');
  });
  const { data } = await (await fetch(`${site.url}/r/${flagged}.json`)).json();
  expect(data.others[0]).toMatchObject({ statements: 4, report: { outlet: 'Quillwire' } });
  expect(data.linkedFlags[0]).toMatchObject({ kind: 'quotation-differs-between-reports' });
});

test('a statement shows its evidence among its paragraphs, its way, the same words elsewhere and how to cite it', async () => {
  await on(`/s/${site.statement}`, PAPER, async (page) => {
    expect(await page.locator('.around').count()).toBe(2);
    const way = await page.locator('.way li').allTextContents();
    expect(way[0]).toContain('Petra Lunn');
    expect(way.at(-1)).toContain('prints it');
    const others = page.locator('.renditions li');
    expect(await others.count()).toBeGreaterThan(0);
    expect(await others.locator('ins, del').count()).toBeGreaterThan(0);
    expect(await page.locator('.citation .cite').count()).toBe(4);
    expect(await page.locator('.citation button').first().isVisible()).toBe(false);
    expect(await page.locator('dl code').first().textContent()).toBe('name-in-source');
  });
  const { data } = await (await fetch(`${site.url}/s/${site.statement}.json`)).json();
  expect(data.citation.type).toBe('article-newspaper');
});

test('words to cite are copied by a button', async () => {
  await on(`/s/${site.statement}`, { permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
    await page.getByRole('button', { name: 'Copy: BibTeX' }).click();
    await page.getByText('copied').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^@misc\{statement-/);
  });
});

test('an utterance has all its renditions with their words, who had it first, and a table', async () => {
  await on(`/u/${site.statement}`, PAPER, async (page) => {
    expect(await page.locator('.renditions li').count()).toBe(3);
    expect(await page.locator('.renditions li').first().textContent()).toContain('first');
    expect(await page.locator('.days li').first().textContent()).toContain('Quillwire');
    expect(await page.locator('.renditions ins').first().textContent()).toContain('[the Maravel government]');
  });
  const table = await fetch(`${site.url}/u/${site.statement}.csv`);
  expect(table.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect((await table.text()).trim().split('\r\n')).toHaveLength(4);
});

test('a snapshot shows its first mark at once, without script', async () => {
  await on(`/r/${site.watched}/snapshot`, PAPER, async (page) => {
    const box = await page.locator('.source mark').first().boundingBox();
    expect(box?.y).toBeLessThan(900);
    expect(await page.locator('.source .gap').first().textContent()).toContain('characters before');
  });
});
