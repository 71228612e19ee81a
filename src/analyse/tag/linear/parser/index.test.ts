import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadAbbreviations } from '../../../../load/index.ts';
import { loadLinearModel } from '../../../../load/model.ts';
import { layOut } from '../../../layout.ts';
import type { TreeWord } from '../../index.ts';
import { linearTagger } from '../index.ts';

const tagger = linearTagger(await loadLinearModel('en'));
const abbreviations = await loadAbbreviations();

function layoutOf(text: string) {
  let start = 0;
  const blocks = text.split('\n').map((line) => {
    const block = { kind: 'paragraph' as const, start, end: start + line.length };
    start = block.end + 1;
    return block;
  });
  return layOut({ text, blocks }, abbreviations);
}

async function treesOf(text: string): Promise<readonly (readonly TreeWord[])[]> {
  const [tagging] = await tagger.tag([layoutOf(text)], 'text');
  return tagging?.trees ?? [];
}

/** One word alone hangs on none, and all lead to it. */
function expectTree(tree: readonly TreeWord[]): void {
  expect(tree.filter(({ head }) => head === -1)).toHaveLength(1);
  expect(tree.every(({ head, relation }) => (head === -1) === (relation === 'root'))).toBe(true);
  const reaches = new Uint8Array(tree.length);
  for (const word of tree.keys()) {
    const way: number[] = [];
    for (let node = word; node !== -1 && reaches[node] !== 1; node = tree[node]?.head ?? -1) {
      way.push(node);
      if (way.length > tree.length) throw new Error(`expected a tree, found a ring at ${word}`);
    }
    for (const node of way) reaches[node] = 1;
  }
}

const WORDS =
  'the mayor said that it she opened bridge of in New Pell “ ” " , . ? : — and will not be 2031 ’s U.S. ( ) \n'.split(
    ' ',
  );
const likeText = fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map((words) => words.join(' '));

test('whatever the text, each token stands in one tree, in the order of the text', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(likeText, fc.string({ maxLength: 200, unit: 'grapheme' })), async (text) => {
      const trees = await treesOf(text);
      const tokens = layoutOf(text).blocks.flatMap((block) => block.tokens);
      expect(trees.flat().map(({ start, end }) => [start, end])).toEqual(
        tokens.map(({ start, end }) => [start, end]),
      );
      for (const tree of trees) expectTree(tree);
    }),
    { numRuns: 1000 },
  );
});

test.each(['The mayor left ( ).', '( )', '“” she said', 'She said: “”', ') ( [ } {', '...', ''])(
  'marks alone, and pairs around nothing: %s',
  async (text) => {
    for (const tree of await treesOf(text)) expectTree(tree);
  },
);

test('a sentence of five thousand tokens has trees too', async () => {
  const trees = await treesOf('the bridge that '.repeat(1667));
  expect(trees.flat()).toHaveLength(5001);
  for (const tree of trees) expectTree(tree);
});

test('reads a plain sentence', async () => {
  const text = 'The mayor said that the council will close the old bridge on Monday.';
  const [tree = []] = await treesOf(text);
  const shown = tree.map(({ start, end, part, head, relation }) => {
    const on = tree[head];
    return `${text.slice(start, end)} ${part} ${relation} ${on === undefined ? '' : text.slice(on.start, on.end)}`.trim();
  });
  expect(shown).toEqual([
    'The DET det mayor',
    'mayor NOUN nsubj said',
    'said VERB root',
    'that SCONJ mark close',
    'the DET det council',
    'council NOUN nsubj close',
    'will AUX aux close',
    'close VERB ccomp said',
    'the DET det bridge',
    'old ADJ amod bridge',
    'bridge NOUN obj close',
    'on ADP case Monday',
    'Monday PROPN obl close',
    '. PUNCT punct said',
  ]);
});

test('contents have no trees', async () => {
  const [tagging] = await tagger.tag([layoutOf('The mayor closed the bridge.')], 'contents');
  expect(tagging?.trees).toEqual([]);
});
