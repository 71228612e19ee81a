import { readFile } from 'node:fs/promises';
import { gzipSync, zstdDecompressSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { expect, test } from 'vitest';
import { launch } from './chromium.ts';

const ENTRY = new URL('../../src/index.ts', import.meta.url).pathname;
const ANALYSE = new URL('../../src/analyse/index.ts', import.meta.url).pathname;
/** A page that reads plain text takes no parser of Markdown along: `readPlain` would bring a hundred thousand bytes more. */
const LARGEST = 400_000;

/** What a page does with the pure entry: it is handed a model's bytes, reads a text, and gives the record. */
const PAGE = `
  import { analyse, readText, linearTagger, unpackModel, firstBrokenSpan } from '${ENTRY}';
  import { OFFICE_LISTS } from '${ANALYSE}';
  globalThis.read = async (text, packed) => {
    const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
    const words = { cues: new Map(), documents: new Set(), pointers: new Set(), roles: new Set(), epithets: new Set(), bodies: new Map(), givenNames: new Map(), officePhrases: Object.fromEntries(OFFICE_LISTS.map((list) => [list, []])), seats: new Map(), countries: new Map(), offices: new Map(), places: new Map(), known: new Map(), sectors: new Map(), deeds: new Map(), irregular: new Map(), occasions: new Map(), occasionVerbs: new Map(), deedModel: { bias: [], weights: new Map() } };
    const kit = { tagger: linearTagger(unpackModel(bytes)), abbreviations: new Map(), words };
    const given = { url: null, outlet: null, published: null, headline: null };
    const page = { kind: 'page', path: 'page', lineage: 'page', format: 'text', text, bytes: new Uint8Array(), snapshot: 'sha256:' + '0'.repeat(64), given };
    const [record] = await analyse([readText(page)], kit);
    return { record, broken: firstBrokenSpan(record) };
  };
`;

test('the pure entry runs in a page, and its bundle stays small', { timeout: 60_000 }, async () => {
  const bundle = await rolldown({
    input: 'page',
    platform: 'browser',
    plugins: [
      {
        name: 'page',
        resolveId: (id) => (id === 'page' ? '\0page' : null),
        load: (id) => (id === '\0page' ? PAGE : null),
      },
    ],
  });
  const { output } = await bundle.generate({ format: 'iife', minify: true });
  const { code } = output[0];
  console.log(`pure bundle: ${code.length} bytes minified, ${gzipSync(code).length} compressed`);
  expect(code.length).toBeLessThan(LARGEST);

  const file = new URL('../../models/en-linear/linear.bin.zst', import.meta.url);
  const model = zstdDecompressSync(await readFile(file)).toString('base64');
  const browser = await launch();
  const page = await browser.newPage();
  await page.addScriptTag({ content: code });
  const read = await page.evaluate(
    ([text, packed]) =>
      (
        globalThis as unknown as {
          read(
            text: unknown,
            packed: unknown,
          ): Promise<{ record: { statements: { kind: string }[] }; broken: unknown }>;
        }
      ).read(text, packed),
    ['Bridge closed\n\n“The bridge is not safe,” Mayor Mina Pell said.', model],
  );
  await browser.close();
  expect(read.broken).toBeNull();
  expect(read.record.statements).toMatchObject([
    { kind: 'direct', source: [{ text: 'Mayor Mina Pell' }], cue: [{ text: 'said' }] },
  ]);
});

const HTML_ENTRY = new URL('../../src/read/html/index.ts', import.meta.url).pathname;
const HTML_PAGE = `
  import { readHtml } from '${HTML_ENTRY}';
  globalThis.readPage = (text) => {
    const kit = { parts: new Map(), phrases: new Map(), agencies: new Set(), isEnglish: () => true, languageOf: () => 'en', resolve: (address, base) => URL.parse(address, base ?? undefined)?.href ?? null };
    const given = { url: null, outlet: null, published: null, headline: null };
    return readHtml({ path: 'page', text, encoding: 'utf-8', snapshot: 'sha256:' + '0'.repeat(64), given, web: null }, kit);
  };
`;

test('the entry for pages runs in a page too', { timeout: 60_000 }, async () => {
  const bundle = await rolldown({
    input: 'page',
    platform: 'browser',
    plugins: [
      {
        name: 'page',
        resolveId: (id) => (id === 'page' ? '\0page' : null),
        load: (id) => (id === '\0page' ? HTML_PAGE : null),
      },
    ],
  });
  const { output } = await bundle.generate({ format: 'iife', minify: true });
  const { code } = output[0];
  console.log(`bundle for pages: ${code.length} bytes minified, ${gzipSync(code).length} compressed`);
  const browser = await launch();
  const page = await browser.newPage();
  await page.addScriptTag({ content: code });
  const read = await page.evaluate(
    (text) =>
      (
        globalThis as unknown as {
          readPage(text: string): { report?: { headline: string; blocks: unknown[] } };
        }
      ).readPage(text),
    `<h1>Bridge closed</h1><article>${'<p>The council voted on Monday to close the bridge to lorries, the mayor said.</p><p>“We have no choice,” she said after the vote, which was not close at all.</p>'}</article>`,
  );
  await browser.close();
  expect(read.report?.headline).toBe('Bridge closed');
  expect(read.report?.blocks).toHaveLength(3);
});
