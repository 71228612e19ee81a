import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { expect, test } from 'vitest';
import { launch } from './chromium.ts';

const ENTRY = new URL('../../src/index.ts', import.meta.url).pathname;
const LARGEST = 400_000;

/** What a page does with the pure entry: it is handed the words, reads a text, and gives the record. */
const PAGE = `
  import { analyse, readPlain, ruleTagger, firstBrokenSpan } from '${ENTRY}';
  globalThis.read = async (text, cues) => {
    const forms = new Map(cues.map(([form, lemma, mode, takes]) => [form, { lemma, mode, takes: new Set(takes.split(' ')) }]));
    const kit = { tagger: ruleTagger(forms), abbreviations: new Map(), modes: { cues: forms, documents: new Set() } };
    const given = { url: null, outlet: null, published: null, headline: null };
    const page = { kind: 'page', path: 'page', lineage: 'page', format: 'text', text, bytes: new Uint8Array(), snapshot: 'sha256:' + '0'.repeat(64), given };
    const [record] = await analyse([readPlain(page)], kit);
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

  const cues = (await readFile(new URL('../../lexicons/en/cues.tsv', import.meta.url), 'utf8'))
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));
  const browser = await launch();
  const page = await browser.newPage();
  await page.addScriptTag({ content: code });
  const read = await page.evaluate(
    ([text, words]) =>
      (
        globalThis as unknown as {
          read(
            text: unknown,
            words: unknown,
          ): Promise<{ record: { statements: { kind: string }[] }; broken: unknown }>;
        }
      ).read(text, words),
    ['Bridge closed\n\n“The bridge is not safe,” Mayor Mina Pell said.', cues],
  );
  await browser.close();
  expect(read.broken).toBeNull();
  expect(read.record.statements).toMatchObject([
    { kind: 'direct', source: [{ text: 'Mayor Mina Pell' }], cue: [{ text: 'said' }] },
  ]);
});
