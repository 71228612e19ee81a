import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { zstdDecompressSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { rolldown } from 'rolldown';
import { expect, test } from 'vitest';
import { layOut } from '../../src/analyse/layout.ts';
import { loadKit } from '../../src/load/index.ts';
import type { TaggerName } from '../../src/load/taggers.ts';
import { EXAMPLE_REPORTS } from '../examples.ts';
import { reportOf } from '../reports.ts';
import { launch } from './chromium.ts';

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const SITE = 'https://onrecord.example/';
/** Where what a page of the site asks for lies. */
const FOLDERS: Readonly<Record<string, string>> = {
  'runtime/': at('node_modules/onnxruntime-web/dist/'),
  'models/': at('models/'),
};

/** A page that reads a text with either tagger: the encoder and its runtime come when it is asked for. */
const PAGE = `
  import { layOut } from '${at('src/analyse/layout.ts')}';
  import { linearTagger, parserOf, unpackModel, unpackParser } from '${at('src/analyse/tag/linear/index.ts')}';
  const file = async (path) => new Uint8Array(await (await fetch('/models/' + path)).arrayBuffer());
  const words = async (path) => await (await fetch('/models/' + path)).text();
  const taggers = {
    linear: async () => {
      const [model, trees] = [unpackModel(await file('linear.bin')), unpackParser(await file('parser.bin'))];
      return linearTagger({ ...model, parser: (words) => parserOf(trees, words) });
    },
    encoder: async () => {
      const runtime = await import('/runtime/ort.wasm.min.mjs');
      runtime.env.wasm.numThreads = 1;
      const { encoderTagger, openEncoder } = await import('/encoder.js');
      const names = ['encoder', 'roles', 'arcs', 'relations', 'mentions', 'pairs', 'event'];
      const graphs = await Promise.all(names.map(async (name) => [name, await file('en-encoder/' + name + '.onnx')]));
      const heads = await words('en-encoder/heads.json');
      const vocabulary = await words('en-pieces/vocabulary.txt');
      const table = await file('en-pieces/table.bin');
      return encoderTagger(await openEncoder(runtime, { ...Object.fromEntries(graphs), heads, vocabulary, table }));
    },
  };
  globalThis.read = async (name, text, blocks) => {
    const tagger = await taggers[name]();
    const [tagging] = await tagger.tag([layOut({ text, blocks }, new Map())], 'text');
    return tagging;
  };
`;

async function scriptOf(source: string): Promise<string> {
  const bundle = await rolldown({
    input: 'page',
    platform: 'browser',
    external: [/^\/(?:runtime|encoder)/],
    plugins: [
      {
        name: 'page',
        resolveId: (id) => (id === 'page' ? '\0page' : null),
        load: (id) => (id === '\0page' ? source : null),
      },
    ],
  });
  const { output } = await bundle.generate({ format: 'esm', minify: true });
  return output[0].code;
}

/** A file of the linear tagger, unpacked: a page has no Zstandard. */
const linearFile = async (path: string) =>
  zstdDecompressSync(await readFile(at(path.replace('models/', 'models/en-linear/').concat('.zst'))));

async function openSite(page: Page, script: string): Promise<string[]> {
  const asked: string[] = [];
  const encoder = await scriptOf(`export * from '${at('src/analyse/tag/encoder/index.ts')}';`);
  const javascript = { contentType: 'text/javascript' };
  await page.route(`${SITE}**`, async (route) => {
    const path = route.request().url().slice(SITE.length);
    asked.push(path);
    const [folder, place] = Object.entries(FOLDERS).find(([name]) => path.startsWith(name)) ?? [];
    if (path === '')
      await route.fulfill({
        contentType: 'text/html',
        body: '<script type="module" src="read.js"></script>',
      });
    else if (path === 'read.js') await route.fulfill({ ...javascript, body: script });
    else if (path === 'encoder.js') await route.fulfill({ ...javascript, body: encoder });
    else if (/^models\/\w+\.bin$/.test(path)) await route.fulfill({ body: await linearFile(path) });
    else if (folder === undefined) await route.fulfill({ status: 404 });
    else {
      const contentType = path.endsWith('js')
        ? 'text/javascript'
        : path.endsWith('wasm')
          ? 'application/wasm'
          : 'application/octet-stream';
      await route.fulfill({ contentType, body: await readFile(`${place}${path.slice(folder.length)}`) });
    }
  });
  await page.goto(SITE);
  await page.waitForFunction('globalThis.read !== undefined');
  return asked;
}

interface Told {
  readonly attributions: readonly Record<
    'cue' | 'source' | 'content',
    readonly { start: number; end: number }[]
  >[];
  readonly names: readonly object[];
  readonly trees: readonly (readonly { head: number; relation: string }[])[];
}

/** All that a tagger found, each thing in words. */
const found = ({ attributions, names, trees }: Told): Set<string> =>
  new Set([
    ...attributions.map(({ cue, source, content }) => JSON.stringify([cue, source, content])),
    ...names.map((name) => JSON.stringify(name)),
    ...trees.flatMap((tree, number) =>
      tree.map(({ head, relation }, word) => `${number} ${word} ${head} ${relation}`),
    ),
  ]);

/** How much of what two found both did. */
const agreement = (a: Set<string>, b: Set<string>) => a.intersection(b).size / a.union(b).size;

test('each tagger reads an example report in a page as it does here; what the encoder needs comes when it is asked for', {
  timeout: 120_000,
}, async () => {
  const text = await readFile(`${EXAMPLE_REPORTS}/01-talks-announced.txt`, 'utf8');
  const { blocks } = reportOf(text);
  const browser = await launch();
  try {
    const page = await browser.newPage();
    const asked = await openSite(page, await scriptOf(PAGE));
    const read = async (name: TaggerName): Promise<Told> =>
      await page.evaluate(
        ([tagger, words, parts]) =>
          (globalThis as unknown as { read(...given: unknown[]): Promise<Told> }).read(tagger, words, parts),
        [name, text, blocks] as const,
      );
    const here = async (tagger: TaggerName) => {
      const { tagger: own } = await loadKit({ tagger });
      const [tagging] = await own.tag([layOut({ text, blocks }, new Map())], 'text');
      return tagging as Told;
    };
    expect(found(await read('linear'))).toEqual(found(await here('linear')));
    expect(asked.filter((path) => /runtime|encoder|pieces/.test(path))).toEqual([]);
    // Another machine's numbers differ in their last places, and what hangs by a hair may fall otherwise.
    const encoded = await read('encoder');
    expect(encoded.attributions.length).toBeGreaterThan(5);
    expect(agreement(found(encoded), found(await here('encoder')))).toBeGreaterThan(0.9);
  } finally {
    await browser.close();
  }
});
