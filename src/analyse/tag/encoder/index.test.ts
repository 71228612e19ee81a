import { describe, expect, test } from 'vitest';
import { reportOf } from '../../../../test/reports.ts';
import { loadAbbreviations } from '../../../load/index.ts';
import { layOut } from '../../layout.ts';
import { type EncoderModel, encoderTagger } from './index.ts';
import { CUE_LABELS, headsOf, ROLE_LABELS } from './model.ts';
import { WIDTH } from './piece-table.ts';
import { distanceOf } from './roles.ts';
import { wordPieces } from './word-pieces.ts';

const abbreviations = await loadAbbreviations();
const VOCABULARY = [
  '[PAD]',
  '[UNK]',
  '[CLS]',
  '[SEP]',
  'the',
  'mayor',
  'said',
  'bridge',
  'is',
  'shut',
  '.',
  ',',
  '“',
  '”',
  'ivo',
  'lund',
];
const NAME_LABELS = [
  'O',
  'B-person',
  'I-person',
  'B-organization',
  'I-organization',
  'B-place',
  'I-place',
  'B-other',
  'I-other',
];

const written = (labels: readonly string[]) => ({
  labels,
  steps: labels.flatMap((before) =>
    labels.map((label) => (label[0] === 'I' && before.slice(1) !== label.slice(1) ? -10_000 : 0)),
  ),
  begin: labels.map((label) => (label[0] === 'I' ? -10_000 : 0)),
  end: labels.map(() => 0),
});
const HEADS = {
  name: 'encoder/test',
  cue: written(CUE_LABELS),
  nested: written(CUE_LABELS),
  role: written(ROLE_LABELS),
  names: written(NAME_LABELS),
  event: written(CUE_LABELS),
  parts: ['NOUN', 'VERB'],
  relations: ['nsubj', 'root', 'ccomp'],
  statuses: ['planned', 'cancelled'],
  keep: [],
};

/** Scores for pieces by what they are: each piece's vector begins with its place in the vocabulary. */
const scored = (
  vectors: ArrayLike<number>,
  labels: readonly string[],
  of: Readonly<Record<string, string>>,
) =>
  Float32Array.from({ length: (vectors.length / WIDTH) * labels.length }, (_, at) => {
    const piece = VOCABULARY[vectors[Math.floor(at / labels.length) * WIDTH] as number] ?? '';
    return labels[at % labels.length] === (of[piece] ?? 'O') ? 5 : 0;
  });

/** A model that takes "said" for a cue, "the mayor" for its source and "the bridge is shut" for its content. */
function model(keep = [5]): EncoderModel {
  const rows = new Int8Array(VOCABULARY.length * WIDTH);
  for (const place of VOCABULARY.keys()) rows[place * WIDTH] = place;
  return {
    ...headsOf(JSON.stringify(HEADS)),
    pieces: wordPieces(VOCABULARY),
    table: { scales: new Float32Array(VOCABULARY.length).fill(1), rows },
    keep: Float64Array.from({ length: 13 }, (_, at) => keep[at] ?? 0),
    encoder: async ({ pieces: { values } = { values: new Float32Array() } }) => ({
      words: Float32Array.from(values),
      cues: scored(values, CUE_LABELS, { said: 'B-cue' }),
      nested: scored(values, CUE_LABELS, { ',': 'B-cue' }),
      names: scored(values, NAME_LABELS, { ivo: 'B-person', lund: 'I-person', bridge: 'B-other' }),
    }),
    // Every word would hang on the verb behind it; that on the root as well as on the word before it, which makes a ring.
    arcs: async ({ words: { values } = { values: new Float32Array() } }) => {
      const pieces = Array.from(
        { length: values.length / WIDTH },
        (_, word) => VOCABULARY[values[word * WIDTH] as number],
      );
      return {
        arcs: Float32Array.from(
          pieces.flatMap((piece, word) => [
            piece === 'said' ? 1 : 0,
            ...pieces.map((_, head) =>
              Number(head === (piece === 'said' ? word - 1 : pieces.indexOf('said', word))),
            ),
          ]),
        ),
        parts: Float32Array.from(pieces.flatMap((piece) => [0.5, Number(piece === 'said')])),
        of: new Float32Array(64 * pieces.length).fill(1),
        to: new Float32Array(64 * (pieces.length + 1)),
      };
    },
    relations: async ({ words: { values } = { values: new Float32Array() } }) => ({
      relations: Float32Array.from(
        { length: (3 * values.length) / 64 },
        (_, at) => [1, 5, 2][at % 3] as number,
      ),
    }),
    mentions: async ({ words: { values } = { values: new Float32Array() } }) => ({
      names: scored(values, CUE_LABELS, { bridge: 'B-cue', mayor: 'B-cue' }),
      of: Float32Array.from({ length: values.length / WIDTH }, (_, word) => values[word * WIDTH] as number),
    }),
    // The same word names the same event.
    pairs: async ({ same: { values } = { values: new Float32Array() } }) => ({
      scores: Float32Array.from({ length: values.length / 2 }, (_, pair) =>
        values[2 * pair] === 1 ? 1 : -1,
      ),
    }),
    event: async ({ words: { values } = { values: new Float32Array() } }) => ({
      dates: scored(values, ['O', 'current', 'former', 'said'], { shut: 'current' }),
      parts: Float32Array.from({ length: (2 * values.length) / WIDTH }, () => -3),
      status: Float32Array.from([0, 2]),
    }),
    roles: async ({ words: { values } = { values: new Float32Array() } }) => ({
      roles: scored(values, ROLE_LABELS, {
        mayor: 'B-source',
        said: 'B-content',
        bridge: 'B-content',
        is: 'I-content',
        shut: 'I-content',
      }),
    }),
  };
}

const TEXT = 'The mayor said the bridge is shut.\n\n“The bridge is shut,” Ivo Lund said.';
const layout = layOut(reportOf(TEXT), abbreviations);
const textOf = (ranges: readonly { start: number; end: number }[]) =>
  ranges.map(({ start, end }) => TEXT.slice(start, end));

describe('the encoder tagger', () => {
  test('asks each cue who and what, within its paragraph, and never takes the cue for either', async () => {
    const [{ attributions } = { attributions: [] }] = await encoderTagger(model()).tag([layout], 'text');
    expect(attributions.map(({ cue, source, content }) => [cue, source, content].map(textOf))).toEqual([
      [['said'], ['mayor'], ['bridge is shut']],
      [['said'], [], ['bridge is shut']],
    ]);
    expect(attributions[0]?.confidence).toBeCloseTo(1 / (1 + Math.exp(-5)));
  });

  test('gives what is attributed within what others say apart', async () => {
    const [tagging] = await encoderTagger(model()).tag([layout], 'text');
    expect(tagging?.within?.map(({ cue, content }) => [cue, content].map(textOf))).toEqual([
      [[','], ['bridge is shut', 'said']],
    ]);
  });

  test('finds names in a text, and none in what is said', async () => {
    const tagger = encoderTagger(model());
    const [{ names } = { names: [] }] = await tagger.tag([layout], 'text');
    expect(names.map((name) => [name.kind, TEXT.slice(name.start, name.end)])).toEqual([
      ['person', 'Ivo Lund'],
    ]);
    expect((await tagger.tag([layout], 'contents'))[0]?.names).toEqual([]);
  });

  test('gives each sentence a tree of its own, one word of it on the root', async () => {
    const two = layOut(reportOf('The mayor said. The bridge said.'), abbreviations);
    const [{ trees } = { trees: [] }] = await encoderTagger(model()).tag([two], 'text');
    expect(
      trees.map((words) => words.map(({ head, relation, part }) => [head, relation, part].join(' '))),
    ).toEqual([
      ['2 ccomp NOUN', '2 ccomp NOUN', '-1 root VERB', '0 ccomp NOUN'],
      ['2 ccomp NOUN', '2 ccomp NOUN', '-1 root VERB', '0 ccomp NOUN'],
    ]);
    expect(trees[1]?.[1]).toMatchObject({ start: 20, end: 26 });
  });

  test('joins the words that name one event over paragraphs, and asks it for its dates and how it stands', async () => {
    const tagger = encoderTagger(model());
    const [{ events } = { events: null }] = await tagger.tag([layout], 'text');
    expect(events?.map(({ names }) => textOf(names))).toEqual([['mayor'], ['bridge', 'bridge']]);
    const [, bridge] = events ?? [];
    expect(bridge?.status[1]?.[1]).toBeCloseTo(1 / (1 + Math.exp(-2)));
    const dated = bridge?.words.filter(({ current }) => current > 0.9) ?? [];
    expect(textOf(dated)).toEqual(['shut', 'shut']);
    expect((await tagger.tag([layout], 'contents'))[0]?.events).toBeNull();
  });

  test('leaves out what it is less sure of than it is asked to be', async () => {
    const [tagging] = await encoderTagger(model([-1])).tag([layout], 'text');
    expect(tagging?.attributions).toEqual([]);
    const [bolder] = await encoderTagger(model([-1]), 0.2).tag([layout], 'text');
    expect(bolder?.attributions.length).toBe(2);
  });

  test('gives reports in their order', async () => {
    const other = layOut(reportOf('Ivo Lund is shut.'), abbreviations);
    const taggings = await encoderTagger(model()).tag([other, layout], 'text');
    expect(taggings.map(({ attributions }) => attributions.length)).toEqual([0, 2]);
  });
});

test('distances are told in the classes that training has', () => {
  const cue = { first: 50, last: 52 };
  const told = [0, 20, 36, 42, 45, 47, 48, 49, 50, 51, 52, 53, 54, 57, 60, 66, 77, 120].map((word) =>
    distanceOf(word, cue),
  );
  expect(told).toEqual([8, 7, 6, 5, 4, 3, 2, 1, 0, 0, 10, 11, 12, 13, 14, 15, 16, 17]);
});

test('chains of other labels are refused by name', () => {
  const other = { ...HEADS, role: written(['O', 'B-speaker']) };
  expect(() => headsOf(JSON.stringify(other))).toThrow(
    'expected a chain of O, B-source, I-source, B-content, I-content, found O, B-speaker',
  );
});
