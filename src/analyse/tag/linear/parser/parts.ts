import { at, type FeatureWriter } from '../features.ts';
import { mix1, mix2, mix3 } from '../hash.ts';
import { numberAt, type Sequence } from '../sequence.ts';
import type { WordValues } from '../vocabulary.ts';
import type { WordSums } from '../word-sums.ts';
import type { Decision } from './decision.ts';

/** A word is seen by two tokens on either side. */
const FARTHEST = 2;
export const PART_VIEWS = 2 * FARTHEST + 1;

/** The features that a word by itself gives to the part of speech of a token so near. */
export function partWordFeatures(values: WordValues, view: number, writer: Pick<FeatureWriter, 'add'>): void {
  const d = view - FARTHEST;
  writer.add(mix1(500 + d, values.word));
  writer.add(mix1(510 + d, values.wordClass));
  writer.add(mix1(520 + d, values.group));
  if (d < -1 || d > 1) return;
  writer.add(mix1(530 + d, values.shape));
  writer.add(mix1(540 + d, values.ending));
  writer.add(mix1(550 + d, values.lemma));
}

/** The word in a view of a token, by its number among the known ones. */
export function wordSeen(sequence: Sequence, index: number, view: number): number {
  return numberAt(sequence, index + view - FARTHEST);
}

/** Adds what the words around a token weigh for its part of speech. */
export function addPartWords(sums: WordSums, sequence: Sequence, index: number, scores: Float64Array): void {
  for (let view = 0; view < PART_VIEWS; view++) sums.addTo(scores, 0, wordSeen(sequence, index, view), view);
}

/** The other features of a token's part of speech: words and classes together, and the parts of the tokens before it. */
export function partFeatures(sequence: Sequence, parts: Uint8Array, i: number, decision: Decision): void {
  const { word, wordClass, shape, ending, sentenceFirst } = sequence;
  const opens = i === sentenceFirst[i] ? 1 : 0;
  const t1 = at(parts, i - 1);
  const t2 = at(parts, i - 2);
  const w = word[i] as number;
  const c = wordClass[i] as number;
  const c1 = at(wordClass, i + 1);
  const b1 = at(wordClass, i - 1);
  const { values } = decision;
  const to = decision.take(12);
  values[to] = mix1(560, t1);
  values[to + 1] = mix2(561, t2, t1);
  values[to + 2] = mix2(562, t1, w);
  values[to + 3] = mix2(563, t1, c);
  values[to + 4] = mix3(564, t1, c, c1);
  values[to + 5] = mix3(566, b1, c, c1);
  values[to + 6] = mix2(567, c, c1);
  values[to + 7] = mix3(568, c, c1, at(wordClass, i + 2));
  values[to + 8] = mix3(569, shape[i] as number, opens, t1);
  values[to + 9] = mix2(571, at(word, i - 1), w);
  values[to + 10] = mix2(572, w, at(word, i + 1));
  values[to + 11] = mix3(574, ending[i] as number, t1, c1);
}
