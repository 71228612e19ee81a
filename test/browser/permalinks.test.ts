import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bytePlaces } from '../../src/ingest/index.ts';
import type { Ledger } from '../../src/ledger/index.ts';
import { entryOf } from '../../src/ledger/ledger.contract.ts';
import { verifyInLedger } from '../../src/pipeline/index.ts';
import type { ReportRecord } from '../../src/record/index.ts';
import { type Serving, serve } from '../../src/serve/index.ts';
import { exampleCheck, exampleLedger } from '../examples.ts';
import { launch } from './chromium.ts';

/** Long enough that places lie below what a window shows, hard-wrapped with CRLF, and said by "she". */
const LINES = Array.from(
  { length: 60 },
  (_, number) =>
    `Paragraph ${number} tells at some length, as reports of long meetings do, that the rain went on.`,
);
const TEXT = [
  'Ferries late',
  '',
  ...LINES,
  'Greta Lindqvist opened the meeting with Anna Orlek. “I would rather be late than sorry,” she said. “We wait for the tide.”',
  'The council wants to keep the pier, and hopes for a dry summer.',
  ...LINES.slice(0, 20),
].join('\r\n');

let browser: Browser;
let ledger: Ledger;
let serving: Serving;
let record: ReportRecord;

beforeAll(async () => {
  ledger = await exampleLedger();
  const entry = await entryOf(TEXT);
  await ledger.add(entry);
  record = entry.record;
  serving = await serve({ ledger, port: 0, check: exampleCheck(ledger), bytePlaces });
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await serving?.close();
  await ledger?.close();
});

const inView = (page: Page) =>
  page.waitForFunction(() => {
    const lit = document.querySelector(':target') ?? document.querySelector('.here');
    const { top, bottom } = lit?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
    return top >= 0 && top < innerHeight && bottom > 0;
  });

/** Opens a permalink without script. Gives the words that it lights, once they are in view. */
async function litWithoutScript(path: string): Promise<string> {
  const context = await browser.newContext({ javaScriptEnabled: false, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(serving.url + path);
  const target = page.locator(':target');
  const words = (await target.textContent()) ?? '';
  const box = await target.boundingBox();
  expect(box?.y, path).toBeGreaterThanOrEqual(0);
  expect(box?.y, path).toBeLessThan(page.viewportSize()?.height ?? 0);
  const isRow = (await target.getAttribute('class'))?.includes('row') === true;
  const lit = isRow ? target.locator('> :first-child') : target;
  const paper = await page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
  expect(await lit.evaluate((one) => getComputedStyle(one).backgroundColor), path).not.toBe(paper);
  expect(await lit.evaluate((one) => getComputedStyle(one).backgroundColor), path).not.toBe(
    'rgba(0, 0, 0, 0)',
  );
  const shown = isRow ? ((await lit.textContent()) ?? '') : words;
  await context.close();
  return shown;
}

describe('a permalink', () => {
  test('leads to its words without script, for every span of the record, held ones too', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${serving.url}/r/${record.report.id}`);
    const { statements, actors, events } = record;
    expect(statements.some(({ mode }) => mode === 'held')).toBe(true);
    const spans = [
      ...statements.flatMap(({ source, cue, content }) => [...source, ...cue, ...content]),
      ...actors.flatMap(({ mentions }) => mentions),
      ...events.flatMap((event) => event.spans),
    ];
    for (const { start, end, text } of spans) {
      const anchor = page.locator(`[id="${start}-${end}"]`);
      expect(await anchor.count(), text).toBe(1);
      expect(await anchor.textContent(), text).toContain(text);
    }
    await context.close();
    const [said] = statements.find(({ content }) => content.length === 2)?.content ?? [];
    expect(await litWithoutScript(`/r/${record.report.id}#${said?.start}-${said?.end}`)).toBe(
      '“I would rather be late than sorry,”',
    );
  });

  test('as verify prints it leads to words that hold those asked for, without script', async () => {
    for (const quotation of ['late than sorry', 'wait for the tide', 'opened the meeting with', 'went on']) {
      const { places } = await verifyInLedger(quotation, null, ledger);
      const place = places.find(({ report }) => report.id === record.report.id);
      const permalink = place?.permalink ?? '';
      expect(await litWithoutScript(permalink), quotation).toContain(place?.span.text);
    }
  });

  test('to any range lights exactly those words with script, in one block or several', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const { id, text } = record.report;
    const lit = async (start: number, end: number) => {
      await page.goto(`${serving.url}/r/${id}#${start}-${end}`);
      await inView(page);
      return await page.evaluate(() =>
        [...(CSS.highlights.get('place') ?? [])].map((range) => String(range)),
      );
    };
    const at = (words: string) => {
      const start = text.indexOf(words);
      return [start, start + words.length] as const;
    };
    expect(await lit(...at('rather be late than so'))).toEqual(['rather be late than so']);
    expect(await lit(...at('sorry,” she said. “We wait'))).toEqual(['sorry,” she said. “We wait']);
    expect(await lit(...at('Ferries late'))).toEqual(['Ferries late']);
    const [start] = at('the tide.”');
    const [, end] = at('The council wants');
    expect(await lit(start, end)).toEqual(['the tide.”', 'The council wants']);
    // An edge that a better analyser moved, and a range beyond the text.
    const [content] = record.statements.find((one) => one.content.length === 2)?.content ?? [];
    expect(await lit((content?.start ?? 0) + 1, (content?.end ?? 0) - 2)).toEqual([
      'I would rather be late than sorry',
    ]);
    await page.goto(`${serving.url}/r/${id}#99999990-99999999`);
    expect(await page.evaluate(() => [...CSS.highlights.keys()])).toEqual([]);
    await context.close();
  });
});

describe('how a speaker is known', () => {
  const inferred = () => {
    const found = record.statements.find(
      ({ speaker }) => speaker.kind === 'named' && speaker.how === 'inferred',
    );
    if (found === undefined) throw new Error('expected a statement whose speaker is inferred');
    return found;
  };

  test.each([
    ['a search', () => '/search?q=%22late+than+sorry%22', '.list li'],
    ['a note', () => `/r/${record.report.id}`, `.note`],
    ['a statement’s page', () => `/s/${inferred().id}`, 'main'],
  ])('stands in %s: inferred, by which rule, and who came second', async (_, path, where) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(serving.url + path());
    const shown = page.locator(where, { hasText: 'Greta Lindqvist' }).first();
    expect(await shown.locator('.tag').first().textContent()).toBe('inferred');
    const words = (await shown.textContent()) ?? '';
    expect(words).toMatch(/pronoun-of-the-\w+-before/);
    expect(words).toMatch(/or else/i);
    expect(words).toContain('Anna Orlek');
    await context.close();
  });

  test('is part of the words to cite', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${serving.url}/s/${inferred().id}`);
    expect(await page.locator('#cite-plain').textContent()).toMatch(
      /^Greta Lindqvist \(inferred; the text has “she”\): “I would rather/,
    );
    await context.close();
  });
});
