import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violationsOf } from './accessible.ts';
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

const DRAFT = 'Profit jumps 18%\n\n“The date stands, Hanne Vold said. Norrfalk reported profit up 12%.';
const EXACT = '“The pier is not on the table, and it was never under it,”';
const QUOTING = `Talks go on

${EXACT} Petra Lunn said.

“The pier is not on the menu, and it was never under it,” Petra Lunn said.

“Nobody in this hall has seen a calendar for months,” said Dorrit Aske.`;

async function opened(context: BrowserContext, draft = DRAFT) {
  const { page, complaints } = await openPage(context, `${site.url}/check`);
  await page.getByLabel('Draft').fill(draft);
  return { page, complaints };
}

const selected = (page: Page) =>
  page.evaluate(() => {
    const draft = document.querySelector('textarea');
    return draft?.value.slice(draft.selectionStart, draft.selectionEnd);
  });

const underlined = (page: Page) => page.locator('[data-mirror] .f').allTextContents();

describe('a draft, as it is written', () => {
  test('is answered beside its words, and pointing at one lights the other', async () => {
    const context = await browser.newContext({ viewport: { width: 1240, height: 900 } });
    const { page, complaints } = await opened(context);
    await page.getByText('2 things to look at').waitFor();
    expect(await underlined(page)).toEqual(['18%', '“']);
    const unclosed = page.locator('.remark', { hasText: 'never closed' });
    await unclosed.hover();
    expect(await page.locator('[data-mirror] .lit').textContent()).toBe('“');
    await unclosed.getByRole('link', { name: 'line 3' }).click();
    expect(await selected(page)).toBe('“');
    // Where the caret stands in flagged words, their note is lit.
    await page.getByLabel('Draft').press('Control+Home');
    for (let step = 0; step < 14; step++) await page.keyboard.press('ArrowRight');
    await page.locator('.remark.lit', { hasText: '18%' }).waitFor();
    const words = await page.locator('[data-mirror] .f').first().boundingBox();
    const note = await page.locator('.remark').first().boundingBox();
    expect(Math.abs((words?.y ?? 0) - (note?.y ?? 0))).toBeLessThan(30);
    await page.getByLabel('Draft').fill('Profit jumps 12%\n\n“The date stands,” Hanne Vold said.');
    await page.getByText('Nothing flagged').waitFor();
    expect(await page.locator('.remark').count()).toBe(0);
    await page.getByLabel('Draft').fill('');
    await page.getByText('Nothing checked yet').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('silences a finding in this tab, also after the page is loaded again, and brings it back', async () => {
    const context = await browser.newContext();
    const { page } = await opened(context);
    await page.locator('.remark').first().getByRole('button', { name: 'silence' }).click();
    await page.getByText('1 thing to look at').waitFor();
    expect(await underlined(page)).toEqual(['“']);
    await page.reload();
    await page.getByLabel('Draft').fill(DRAFT);
    await page.getByText('silenced: 1').waitFor();
    await page.getByRole('button', { name: 'show' }).click();
    await page.getByRole('button', { name: 'no longer silence' }).click();
    await page.getByText('2 things to look at').waitFor();
    expect(await page.getByText('silenced:').isVisible()).toBe(false);
    await context.close();
  });

  test('has its quotations looked up in the record', async () => {
    const context = await browser.newContext();
    const { page, complaints } = await opened(context, QUOTING);
    await page.getByText('1 of 3 quotations on record').waitFor();
    const verdicts = await page.locator('.remark .over b').allTextContents();
    expect(verdicts).toEqual(['exact', 'altered', 'not on record']);
    expect(await page.locator('.remark del').textContent()).toBe('menu');
    expect(await page.locator('.remark ins').textContent()).toBe('table');
    expect(await page.locator('[data-mirror] .exact').textContent()).toBe(EXACT);
    expect(await violationsOf(page)).toEqual([]);
    await page.locator('.remark').first().getByRole('link', { name: 'Petra Lunn' }).click();
    expect(page.url()).toContain('/s/');
    expect(await page.locator('h1').textContent()).toContain('never under it');
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('is asked about once at a time: a newer text ends the question about an older one', async () => {
    const context = await browser.newContext();
    const { page } = await openPage(context, `${site.url}/check`);
    const ended: (string | undefined)[] = [];
    page.on('requestfailed', (request) => ended.push(request.failure()?.errorText));
    let first = true;
    await page.route('**/check', async (route) => {
      if (first) first = false;
      else await route.continue();
    });
    const asked = page.waitForRequest('**/check');
    await page.getByLabel('Draft').fill(DRAFT);
    await asked;
    await page.getByLabel('Draft').fill('“The date stands, Hanne Vold said.');
    await page.getByText('1 thing to look at').waitFor();
    expect(ended).toEqual(['net::ERR_ABORTED']);
    await context.close();
  });

  test('says in a sentence when there is no answer, or the text is no draft', async () => {
    const context = await browser.newContext();
    const { page } = await openPage(context, `${site.url}/check`);
    await page.getByLabel('Date of publication').evaluate((field: HTMLInputElement) => {
      field.type = 'text';
      field.value = 'May';
    });
    await page.getByLabel('Draft').fill(DRAFT);
    await page.getByText('expected a text of at most 200000 characters').waitFor();
    await page.getByLabel('Date of publication').fill('');
    await page.getByText('2 things to look at').waitFor();
    await page.route('**/check', (route) => route.abort());
    await page.getByLabel('Draft').press('End');
    await page.keyboard.type(' x');
    await page.getByText('The server does not answer').waitFor();
    expect(await page.locator('.remark').count()).toBe(0);
    await context.close();
  });

  test('may be opened from a file, whose markup is read and not run', async () => {
    const context = await browser.newContext();
    const { page, complaints } = await openPage(context, `${site.url}/check`);
    const open = (name: string, mimeType: string, words: string) =>
      page.getByLabel('Open a file').setInputFiles({ name, mimeType, buffer: Buffer.from(words) });
    await open(
      'draft.html',
      'text/html',
      `<nav><p>Home</p></nav><article><h1>Profit  jumps</h1><script>document.title = 'owned'</script><div><p>“The <b>date</b> stands, Hanne Vold said.</p></div></article>`,
    );
    await page.getByText('1 thing to look at').waitFor();
    expect(await page.getByLabel('Draft').inputValue()).toBe(
      'Profit jumps\n\n“The date stands, Hanne Vold said.',
    );
    await open('draft.md', '', '# Profit jumps\n\n- It is late, the harbour said.');
    await page.getByText('Nothing flagged').waitFor();
    expect(await page.getByLabel('Written as').inputValue()).toBe('markdown');
    await open('draft.pdf', 'application/pdf', '%PDF');
    await page.getByText('found draft.pdf').waitFor();
    expect(await page.title()).not.toBe('owned');
    expect(complaints).toEqual([]);
    await context.close();
  });
});

test('ranges of a text follow it as it is changed, and those that a change touches are gone', async () => {
  const { moved, partsOf } = await import(
    new URL('../../src/serve/assets/draft-text.js', import.meta.url).href
  );
  const [one, two, six] = [
    { start: 0, end: 3 },
    { start: 4, end: 7 },
    { start: 8, end: 11 },
  ];
  expect(moved([one, two, six], 'one two six', 'one twwo six')).toEqual([one, null, { start: 9, end: 12 }]);
  expect(moved([one, two, six], 'one two six', 'one six')).toEqual([one, null, { start: 4, end: 7 }]);
  expect(moved([one, two, six], 'one two six', 'one two six')).toEqual([one, two, six]);
  expect(
    partsOf('one two six', [{ start: 0, end: 7 }, { start: 4, end: 11 }, null, { start: 90, end: 95 }]),
  ).toEqual([
    { text: 'one ', of: [0] },
    { text: 'two', of: [0, 1] },
    { text: ' six', of: [1] },
  ]);
});

describe('a draft without script', () => {
  test('comes back marked, its notes beside it, and keeps its text', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const { page } = await opened(context, QUOTING);
    await page.getByRole('button', { name: 'Check' }).click();
    expect(await page.getByRole('status').textContent()).toContain('2 things to look at');
    expect(await page.locator('.draft-row .exact').textContent()).toBe(EXACT);
    expect(await page.locator('.draft-row .f').count()).toBe(2);
    const rows = page.locator('.draft-row', { hasText: 'on the menu' });
    expect(await rows.locator('.remark').textContent()).toContain('altered');
    await rows.locator('.remark').getByRole('link', { name: 'line 5' }).click();
    expect(page.url()).toMatch(/#words-\d+-\d+$/);
    expect(await page.locator('.draft-row .f:target').textContent()).toContain('on the menu');
    expect(await page.getByLabel('Draft').inputValue()).toBe(QUOTING);
    await context.close();
  });

  test('that holds markup shows it as text', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const hostile = '“</textarea><script>alert(1)</script><b>The pier is closed, Mayor Pell said.';
    const { page } = await opened(context, hostile);
    await page.getByRole('button', { name: 'Check' }).click();
    expect(await page.getByRole('status').textContent()).toContain('1 thing to look at');
    expect(await page.locator('main script, .draft-row b:not(.flag)').count()).toBe(0);
    expect(await page.locator('.draft-row p').first().textContent()).toBe(hostile);
    expect(await page.getByLabel('Draft').inputValue()).toBe(hostile);
    await context.close();
  });
});

test('the data of a check has the quotations with their place on record', async () => {
  const ask = async (draft: object) => {
    const answer = await fetch(`${site.url}/check.json`, { method: 'POST', body: JSON.stringify(draft) });
    return { status: answer.status, body: await answer.json() };
  };
  const { body } = await ask({ text: QUOTING });
  expect(body.data.findings).toHaveLength(2);
  expect(body.data.quotations[0]).toMatchObject({ line: 3, column: 1, text: EXACT, by: 'Petra Lunn' });
  const { record } = body.data.quotations[0];
  expect(record).toMatchObject({
    verdict: 'exact',
    by: 'Petra Lunn',
    outlet: 'Quillwire',
    isInferred: false,
  });
  expect((await site.ledger.statement(record.statement))?.report.outlet).toBe('Quillwire');
  expect(record.permalink).toMatch(/^\/r\/.+#\d+-\d+$/);
  expect((await ask({ text: '# Late\n\nIt is late.', format: 'markdown' })).status).toBe(200);
  expect((await ask({ text: 'Late', format: 'pdf' })).status).toBe(400);
});
