import type { Range } from '../../../text/index.ts';
import type { Layout } from '../../layout.ts';
import type { Name } from '../index.ts';
import { namesOf } from '../names.ts';
import type { TokenRange } from '../token-range.ts';
import { findCues } from './cues.ts';
import type { EncoderModel } from './model.ts';
import { vectorsOf, WIDTH } from './piece-table.ts';
import { askRoles, type Candidate, type StretchWords } from './roles.ts';
import { labelsOf, scoresAt } from './scores.ts';
import { type Stretch, type Window, windowsOf } from './windows.ts';

/** What the encoder finds in one stretch: ranges count its words. */
export interface Reading {
  readonly stretch: Stretch;
  readonly candidates: readonly Candidate[];
  readonly names: readonly (TokenRange & Pick<Name, 'kind'>)[];
}

/**
 * Reads a layout, one window after the other: the numbers of a window are rounded together, so that one beside others
 * could be read in another way; and to read several at once is no faster on one core.
 */
export async function readingsOf(model: EncoderModel, layout: Layout): Promise<Reading[]> {
  const readings: Reading[] = [];
  for (const window of windowsOf(layout, model.pieces)) {
    const encoded = await encode(model, window);
    for (const stretch of window.stretches) {
      const places = window.heads.slice(stretch.from, stretch.from + stretch.last - stretch.first);
      const labels = labelsOf(model.chains.name, scoresAt(model.chains.name, encoded.names, places));
      const found = findCues(model.chains.cue, scoresAt(model.chains.cue, encoded.cues, places));
      const candidates =
        found === null
          ? []
          : await askRoles(model, wordsOf(stretch, places, { window, words: encoded.words }), found);
      readings.push({ stretch, candidates, names: namesOf(labels) });
    }
  }
  return readings;
}

/** The characters that some words of a stretch cover. */
export function rangeOf({ block: { tokens }, first: from }: Stretch, { first, last }: TokenRange): Range {
  return { start: (tokens[from + first] as Range).start, end: (tokens[from + last - 1] as Range).end };
}

async function encode(model: EncoderModel, { ids, shapes, marks }: Window) {
  const shape = [1, ids.length];
  const {
    words = NOTHING,
    cues = NOTHING,
    names = NOTHING,
  } = await model.encoder({
    pieces: { shape: [...shape, WIDTH], values: vectorsOf(model.table, ids) },
    shapes: { shape, values: Int32Array.from(shapes) },
    marks: { shape, values: Int32Array.from(marks) },
  });
  return { words, cues, names };
}

const NOTHING = new Float32Array();

function wordsOf(
  { from }: Stretch,
  places: readonly number[],
  { window, words }: { window: Window; words: Float32Array },
): StretchWords {
  const vectors = new Float32Array(places.length * WIDTH);
  for (const [word, place] of places.entries())
    vectors.set(words.subarray(place * WIDTH, (place + 1) * WIDTH), word * WIDTH);
  return {
    length: places.length,
    vectors,
    marks: places.map((place) => window.marks[place] as number),
    sentences: window.sentences.slice(from, from + places.length),
  };
}
