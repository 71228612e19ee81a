import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FoundStatement } from '../../src/ledger/index.ts';
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

const addressOf = (asked: Record<string, string>, form = '') =>
  `/search${form}?${new URLSearchParams(asked)}`;
const open = async (asked: Record<string, string>): Promise<Page> =>
  (await openPage(context, site.url + addressOf(asked))).page;
const dataOf = async (asked: Record<string, string>) =>
  (await (await fetch(site.url + addressOf(asked, '.json'))).json()).data;

describe('a search', () => {
  test('finds a word in all its forms and marks it, with what was found beside it', async () => {
    const page = await open({ q: 'talking' });
    expect(await page.getByRole('status').textContent()).toMatch(/^\d+ statements found$/);
    const marked = (await page.locator('.found mark').allTextContents()).map((word) => word.toLowerCase());
    expect(new Set(marked)).toEqual(new Set(['talk', 'talks']));
    const shown = await page.locator('.found > li').count();
    expect(shown).toBe((await dataOf({ q: 'talking' })).total);
    await page.close();
  });

  test('is narrowed by what the found have in common, and widened again', async () => {
    const page = await open({ q: 'talk' });
    const all = await page.locator('.found > li').count();
    const who = page.locator('.facets section', { hasText: 'Who' }).getByRole('link').first();
    const [name, many] = (await who.locator('span').allTextContents()) as [string, string];
    await who.click();
    expect(new URL(page.url()).searchParams.get('by')).toBe(name);
    expect(await page.locator('.found > li').count()).toBe(Number(many));
    expect(await page.locator('details[open] input[name="by"]').inputValue()).toBe(name);
    await page.getByRole('link', { name: 'take away' }).click();
    expect(await page.locator('.found > li').count()).toBe(all);
    await page.close();
  });

  test('is put in the order of days', async () => {
    const page = await open({ q: 'pier', order: 'oldest' });
    expect(await page.locator('.order [aria-current]').textContent()).toBe('oldest first');
    const published = async (order: string) => {
      const { statements } = await dataOf({ q: 'pier', order });
      return (statements as FoundStatement[]).map(
        ({ statement, report }) => statement.said?.value ?? report.published,
      );
    };
    const oldest = await published('oldest');
    expect(oldest.length).toBeGreaterThan(3);
    expect(oldest).toEqual(oldest.toSorted());
    expect((await published('newest'))[0]).toBe(oldest.at(-1));
    await page.close();
  });

  test('that finds nothing tells what would find some, and leads there', async () => {
    const page = await open({ q: 'peir', outlet: 'Quillwire' });
    expect(await page.getByRole('status').textContent()).toBe('0 statements found');
    await page.getByRole('link', { name: '“pier” in place of “peir”' }).click();
    expect(await page.locator('.found > li').count()).toBeGreaterThan(0);
    await page.goto(site.url + addressOf({ q: 'pier', by: 'Nobody' }));
    await page.getByRole('link', { name: 'without said by “Nobody”' }).click();
    expect(await page.locator('.found > li').count()).toBeGreaterThan(0);
    await page.goto(site.url + addressOf({ q: 'xyzzy' }));
    expect(await page.locator('main').textContent()).toContain('No statement has these words');
    await page.close();
  });

  test.each([
    ['when', 'soon', 'expected a date such as'],
    ['act', 'sing', 'expected one of'],
    ['order', 'random', 'expected one of'],
    ['by', 'x'.repeat(201), 'expected at most 200 characters'],
  ])('with a wrong %s keeps the form and says what is wrong beside the field', async (field, value, why) => {
    const page = await context.newPage();
    const asked = { q: 'pier', [field]: value };
    const response = await page.goto(site.url + addressOf(asked));
    expect(response?.status()).toBe(400);
    expect(await page.locator('.search input[name="q"]').inputValue()).toBe('pier');
    expect(await page.locator(`#fault-${field}`).textContent()).toContain(why);
    for (const form of ['.json', '.csv', '.atom']) {
      const refused = await fetch(site.url + addressOf(asked, form));
      expect(refused.status, form).toBe(400);
      expect((await refused.json()).detail, form).toContain(why);
    }
    await page.close();
  });

  test('is a table and a feed too, the last that came first', async () => {
    const table = await (await fetch(site.url + addressOf({ q: 'pier' }, '.csv'))).text();
    expect(table.split('\r\n')[0]).toContain('id,mode,');
    expect(table.split(/\r\n(?=statement:)/)).toHaveLength((await dataOf({ q: 'pier' })).total + 1);
    const answer = await fetch(site.url + addressOf({ q: 'pier', by: 'Lunn' }, '.atom'));
    expect(answer.headers.get('content-type')).toContain('application/atom+xml');
    const feed = await answer.text();
    const ids = [...feed.matchAll(/<id>(.*?)<\/id>/g)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(2);
    expect(new Set(ids).size).toBe(ids.length);
    const page = await context.newPage();
    await page.goto(/rel="alternate" type="text\/html" href="([^"]*\/s\/[^"]*)"/.exec(feed)?.[1] ?? '');
    expect(await page.locator('h1').textContent()).not.toBe('');
    await page.close();
  });

  test('tells how to be told of what is new, whatever was typed', async () => {
    const page = await open({ q: "pier's", by: '$(touch x)' });
    expect(await page.locator('.how code').first().textContent()).toContain(
      "--words 'pier'\\''s' --by '$(touch x)'",
    );
    await page.close();
  });

  test('shows markup as text, wherever it was typed', async () => {
    const hostile = '"><script>document.title="owned"</script>';
    const own = await browser.newContext();
    for (const field of ['q', 'by', 'outlet', 'root', 'when', 'act']) {
      const { page, complaints } = await openPage(own, site.url + addressOf({ q: 'safe', [field]: hostile }));
      expect(complaints, field).toEqual([]);
      expect(await page.title(), field).not.toBe('owned');
      expect(await page.locator('main script').count(), field).toBe(0);
      await page.close();
    }
    await own.close();
  });
});

describe('a question', () => {
  test.each([
    ['what did Petra Lunn say about the pier?', 'pier by Petra Lunn'],
    ['Where does Petra Lunn stand on the pier?', 'pier by Petra Lunn'],
    ['Who said that the pier is not on the table?', 'pier is not on the table'],
  ])('in plain words, %s, fills the form as it asks', async (q, title) => {
    const page = await open({ q });
    expect(await page.locator('h1').textContent()).toBe(title);
    expect(await page.locator('main .list > li').count()).toBeGreaterThan(0);
  });

  test('in plain words that finds nothing either stays as it was typed', async () => {
    const page = await open({ q: 'What did Nobody Inparticular say about submarines?' });
    expect(await page.locator('h1').textContent()).toBe('What did Nobody Inparticular say about submarines?');
  });
});

describe('a quotation', () => {
  const verdict = async (asked: Record<string, string>) => {
    const page = await open(asked);
    const words = await page.locator('.verdict h2').textContent();
    return { page, words };
  };

  test('without quotation marks that no statement has in these words is told as altered', async () => {
    const page = await open({ q: 'the pier was not on any table and never under it' });
    expect(await page.getByRole('region', { name: 'Is this quotation exact?' }).textContent()).toContain(
      'Altered',
    );
    const none = await open({ q: 'submarines dive where nobody looks for them' });
    expect(await none.getByRole('region', { name: 'Is this quotation exact?' }).count()).toBe(0);
  });

  test('in quotation marks is answered first: exact, whose, where, who had it first', async () => {
    const { page, words } = await verdict({ q: '“The pier is not on the table”', by: 'Lunn' });
    expect(words).toBe('Exact: on record in these very words, and said by Petra Lunn');
    const first = page.locator('.verdict .list > li').first();
    expect(await first.locator('mark').textContent()).toBe('The pier is not on the table');
    expect(await first.locator('blockquote').textContent()).toContain('it was never under it');
    expect(await first.textContent()).toContain('earliest');
    expect(await page.locator('.verdict').textContent()).toContain('root source Quillwire');
    await page.close();
  });

  test.each([
    ['the pier is not on the table', {}, 'Exact but for case'],
    ['The pier is not on the menu, and it was never under it', {}, 'Altered: on record in other words'],
    ['The pier is not on the table', { by: 'Orsk' }, 'but said by Petra Lunn, not Orsk'],
    ['we shall sell the moon to the highest bidder', {}, 'Not on record: in none of'],
  ])('%s %j: %s', async (q, more, expected) => {
    const { page, words } = await verdict({ q, exact: '1', ...more });
    expect(words).toContain(expected);
    await page.close();
  });

  test('is not looked for where only a part of what is typed stands in quotation marks', async () => {
    const page = await open({ q: '"on the table" pier' });
    expect(await page.locator('.verdict').count()).toBe(0);
    expect(await page.locator('.found > li').count()).toBeGreaterThan(0);
    await page.close();
  });

  test('that is too long is refused with a reason', async () => {
    const page = await open({ q: 'a '.repeat(450).trim(), exact: '1' });
    expect(await page.locator('.verdict').textContent()).toContain('at most 400 words');
    await page.close();
  });

  test('has its verdict as data, without the texts of the reports', async () => {
    const { quotation } = await dataOf({ q: '“The pier is not on the table”' });
    expect(quotation).toMatchObject({ verdict: 'exact', by: null, another: null });
    expect(quotation.places[0].report.text).toBeUndefined();
    expect(quotation.places[0].whole.text).toContain('The pier is not on the table');
  });
});
