import type { Range } from '../../../text/index.ts';
import type { Layout } from '../../layout.ts';
import type { Name, Part } from '../index.ts';
import { namesOf } from '../names.ts';
import type { TokenRange } from '../token-range.ts';
import { findCues } from './cues.ts';
import type { EdgedChain, EncoderModel } from './model.ts';
import { vectorsOf, WIDTH } from './piece-table.ts';
import { askRoles, type Candidate, type StretchWords } from './roles.ts';
import { labelsOf, scoresAt } from './scores.ts';
import { type Node, treesOf } from './trees.ts';
import { type Stretch, type Window, windowsOf } from './windows.ts';

/** What the encoder finds in one stretch: ranges count its words. */
export interface Reading {
  readonly stretch: Stretch;
  /** Of each word its vector: [words, WIDTH]. */
  readonly vectors: Float32Array;
  readonly candidates: readonly Candidate[];
  /** Those within what others say. */
  readonly nested: readonly Candidate[];
  readonly names: readonly (TokenRange & Pick<Name, 'kind'>)[];
  /** Its sentences, and their trees where they were asked for. */
  readonly sentences: readonly TokenRange[];
  readonly trees: readonly (readonly Node[])[];
}

/**
 * Reads a layout, one window after the other: the numbers of a window are rounded together, so that one beside others
 * could be read in another way; and to read several at once is no faster on one core.
 */
export async function readingsOf(model: EncoderModel, layout: Layout, part: Part): Promise<Reading[]> {
  const readings: Reading[] = [];
  for (const window of windowsOf(layout, model.pieces)) {
    const encoded = await encode(model, window);
    const vectors = rowsAt(encoded.words, window.heads);
    const sentences = sentencesOf(window);
    const trees = part === 'text' ? await treesOf(model, vectors, sentences) : [];
    for (const stretch of window.stretches) {
      const [from, to] = [stretch.from, stretch.from + stretch.last - stretch.first];
      const places = window.heads.slice(from, to);
      const words: StretchWords = {
        length: places.length,
        vectors: vectors.subarray(from * WIDTH, to * WIDTH),
        marks: places.map((place) => window.marks[place] as number),
        sentences: window.sentences.slice(from, to),
      };
      const cuesBy = (chain: EdgedChain, given: Float32Array) =>
        findCues(chain, scoresAt(chain, given, places));
      const outer = cuesBy(model.chains.cue, encoded.cues);
      const inner = part === 'text' ? cuesBy(model.chains.nested, encoded.nested) : [];
      const found = await askRoles(model, words, [...outer, ...inner]);
      const isOwn = ({ first }: TokenRange) => first >= from && first < to;
      readings.push({
        stretch,
        vectors: words.vectors,
        candidates: found.slice(0, outer.length),
        nested: found.slice(outer.length),
        names: namesOf(labelsOf(model.chains.name, scoresAt(model.chains.name, encoded.names, places))),
        sentences: sentences
          .filter(isOwn)
          .map(({ first, last }) => ({ first: first - from, last: last - from })),
        trees: trees.filter((_, index) => isOwn(sentences[index] as TokenRange)),
      });
    }
  }
  return readings;
}

/** The sentences of a window, among its words; each ends where its stretch does. */
function sentencesOf({ sentences, stretches }: Window): TokenRange[] {
  const firsts = new Set(stretches.map(({ from }) => from));
  const begins = [...sentences.keys()].filter(
    (word) => firsts.has(word) || sentences[word] !== sentences[word - 1],
  );
  return begins.map((first, index) => ({ first, last: begins[index + 1] ?? sentences.length }));
}

/** The characters that some words of a stretch cover. */
export function rangeOf({ block: { tokens }, first: from }: Stretch, { first, last }: TokenRange): Range {
  return { start: (tokens[from + first] as Range).start, end: (tokens[from + last - 1] as Range).end };
}

/** Whether a span has a word: marks alone say nothing, and name nobody. */
export function hasWord({ block: { tokens }, first: from }: Stretch, { first, last }: TokenRange): boolean {
  return tokens.slice(from + first, from + last).some(({ kind }) => kind !== 'mark');
}

async function encode(model: EncoderModel, { ids, shapes, marks }: Window) {
  const shape = [1, ids.length];
  const {
    words = NOTHING,
    cues = NOTHING,
    nested = NOTHING,
    names = NOTHING,
  } = await model.encoder({
    pieces: { shape: [...shape, WIDTH], values: vectorsOf(model.table, ids) },
    shapes: { shape, values: Int32Array.from(shapes) },
    marks: { shape, values: Int32Array.from(marks) },
  });
  return { words, cues, nested, names };
}

const NOTHING = new Float32Array();

/** Some rows of a block, one behind the other. */
function rowsAt(block: Float32Array, places: readonly number[]): Float32Array {
  const rows = new Float32Array(places.length * WIDTH);
  for (const [row, place] of places.entries())
    rows.set(block.subarray(place * WIDTH, (place + 1) * WIDTH), row * WIDTH);
  return rows;
}
