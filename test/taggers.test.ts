import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { layOut } from '../src/analyse/layout.ts';
import { HOME } from '../src/home.ts';
import { loadEncoderModel } from '../src/load/encoder.ts';
import { loadKit } from '../src/load/index.ts';
import { TAGGERS } from '../src/load/taggers.ts';

/** Whether the encoder's runtime, which is optional, is here. */
const RUNTIME: string = 'onnxruntime-node';
const hasRuntime = await import(RUNTIME).then(
  () => true,
  () => false,
);

const TEXTS = [
  'Sannow to close its bridge\n\nThe bridge will be closed in May, Mayor Edda Vold said on Monday.\n\n“We have no choice,” she told the Quill, adding that the ferry would sail. Ivo Lund of Tesk Haulage called it a mistake.',
  'The ministry denied that talks had failed.',
  'No toll\n\nAccording to the harbour board, drivers who had said that they would not pay have paid.',
  '…\n\n“',
];

describe.each(TAGGERS)('the %s tagger', (name) => {
  const kit = name === 'encoder' && !hasRuntime ? null : loadKit({ tagger: name });
  const layouts = async () => {
    const { abbreviations } = (await kit) ?? { abbreviations: new Map() };
    return TEXTS.map((text) => layOut({ text, blocks: blocksOf(text) }, abbreviations));
  };

  test.skipIf(kit === null)('finds who said what, and who is named', async () => {
    const own = await kit;
    const [first] = (await own?.tagger.tag(await layouts(), 'text')) ?? [];
    const told = (ranges: readonly { start: number; end: number }[]) =>
      ranges.map(({ start, end }) => TEXTS[0]?.slice(start, end)).join(' ');
    const found = (first?.attributions ?? []).map(({ source, cue }) => `${told(source)}: ${told(cue)}`);
    expect(found).toContain('Mayor Edda Vold: said');
    expect((first?.names ?? []).map((one) => told([one])).join()).toContain('Edda Vold');
  });

  test.skipIf(kit === null)('gives the same however texts are put together', async () => {
    const own = await kit;
    const all = await layouts();
    const together = await own?.tagger.tag(all, 'text');
    const apart = [];
    for (const layout of all.toReversed()) apart.unshift((await own?.tagger.tag([layout], 'text'))?.[0]);
    expect(together).toEqual(apart);
  });

  test.skipIf(kit === null)(
    'gives spans that begin and end with words, and confidences between 0 and 1',
    async () => {
      const own = await kit;
      const all = await layouts();
      for (const [index, tagging] of ((await own?.tagger.tag(all, 'text')) ?? []).entries()) {
        const tokens = all[index]?.blocks.flatMap((block) => block.tokens) ?? [];
        const starts = new Set(tokens.map(({ start }) => start));
        const ends = new Set(tokens.map(({ end }) => end));
        const spans = tagging.attributions.flatMap(({ cue, source, content }) => [
          ...cue,
          ...source,
          ...content,
        ]);
        for (const { start, end } of [...spans, ...tagging.names, ...tagging.trees.flat()]) {
          expect(starts.has(start) && ends.has(end)).toBe(true);
          expect(start).toBeLessThan(end);
        }
        for (const { confidence } of tagging.attributions)
          expect(Math.abs(confidence - 0.5)).toBeLessThanOrEqual(0.5);
      }
    },
  );

  test.skipIf(kit === null)('gives each sentence a tree', async () => {
    const own = await kit;
    const all = await layouts();
    for (const [index, { trees }] of ((await own?.tagger.tag(all, 'text')) ?? []).entries()) {
      const tokens = all[index]?.blocks.flatMap((block) => block.tokens) ?? [];
      expect(trees.flat().map(({ start }) => start)).toEqual(tokens.map(({ start }) => start));
      for (const tree of trees) {
        expect(tree.filter(({ head }) => head === -1).length).toBe(1);
        for (const word of tree.keys()) expect(leadsToRoot(tree, word)).toBe(true);
      }
    }
  });
});

function blocksOf(text: string) {
  let at = 0;
  return text.split('\n\n').map((block) => {
    const start = text.indexOf(block, at);
    at = start + block.length;
    return { kind: 'paragraph' as const, start, end: at };
  });
}

function leadsToRoot(tree: readonly { readonly head: number }[], word: number): boolean {
  let node = word;
  for (let step = 0; step <= tree.length && node >= 0; step++) node = tree[node]?.head ?? -2;
  return node === -1;
}

describe.skipIf(!hasRuntime)('a model that is not whole', () => {
  test.each([
    ['is missing', null, 'no-model'],
    ['is damaged', 'not a graph', 'damaged-model'],
  ])('%s: one line says which file', async (_, written, code) => {
    const folder = await mkdtemp(join(tmpdir(), 'onrecord-'));
    try {
      for (const name of ['en-encoder', 'en-pieces'])
        await cp(new URL(`models/${name}`, HOME), join(folder, name), { recursive: true });
      const roles = join(folder, 'en-encoder/roles.onnx');
      await (written === null ? rm(roles) : writeFile(roles, written));
      await expect(loadEncoderModel('en', pathToFileURL(`${folder}/`))).rejects.toMatchObject({
        code,
        message: expect.stringMatching(
          /^expected .*models\/en-encoder\/roles\.onnx.*install onrecord again$/,
        ),
      });
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
