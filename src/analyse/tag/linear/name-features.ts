import type { TokenRange } from '../token-range.ts';
import { at, type Features, type FeatureWriter } from './features.ts';
import { hashText, mix1, mix2, mix3 } from './hash.ts';
import type { Sequence } from './sequence.ts';
import type { Vocabulary } from './vocabulary.ts';

/** So many small words may stand between two parts of a name. */
const MOST_LINKS = 2;

/** Runs of capitalised tokens and the small words between them: outside of these stands no part of a name. */
export function nameStretches(
  { length, capital, block: { tokens } }: Sequence,
  { links }: Pick<Vocabulary, 'links'>,
): TokenRange[] {
  const stretches: TokenRange[] = [];
  for (let first = 0; first < length; first++) {
    if (capital[first] === 0) continue;
    let last = first + 1;
    for (let next = last; next < length && next - last <= MOST_LINKS; next++) {
      if (capital[next] === 1) last = next + 1;
      else if (!links.has(tokens[next]?.form ?? '')) break;
    }
    stretches.push({ first, last });
    first = last;
  }
  return stretches;
}

/** Features of the third pass, which marks names, for the tokens of one stretch. */
export function nameFeatures(
  sequence: Sequence,
  { first, last }: TokenRange,
  writer: FeatureWriter,
): Features {
  writer.start();
  for (let i = first; i < last; i++) {
    ownFeatures(sequence, i, writer);
    for (let d = -2; d <= 2; d++) aroundFeatures(sequence, i, d, writer);
    stretchFeatures(sequence, i, { first, last }, writer);
    borderFeatures(sequence, i, { first, last }, writer);
    pairFeatures(sequence, i, writer);
    listFeatures(sequence, i, { first, last }, writer);
    writer.endToken();
  }
  return writer.view();
}

function ownFeatures(sequence: Sequence, i: number, writer: FeatureWriter): void {
  const { word, wordClass, shape, ending, quote, sentenceFirst, block } = sequence;
  const opens = i === sentenceFirst[i] ? 1 : 0;
  const text = block.tokens[i]?.text ?? '';
  writer.add(mix2(401, opens, wordClass[i] as number));
  writer.add(mix1(402, word[i] as number));
  writer.add(mix2(403, shape[i] as number, opens));
  writer.add(mix1(460, ending[i] as number));
  writer.add(mix2(470, quote[i] as number, opens));
  writer.add(mix1(471, hashText(text.slice(0, 3))));
  writer.add(mix2(472, hashText(text.slice(-2)), shape[i] as number));
}

function aroundFeatures(
  { word, wordClass, group, shape }: Sequence,
  i: number,
  d: number,
  writer: FeatureWriter,
): void {
  if (d !== 0) writer.add(mix1(410 + d, at(word, i + d)));
  writer.add(mix1(420 + d, at(wordClass, i + d)));
  writer.add(mix1(430 + d, at(group, i + d)));
  writer.add(mix1(440 + d, at(shape, i + d)));
}

/** The words of the stretch that a token stands in. */
function stretchFeatures(
  { word, group, ending }: Sequence,
  i: number,
  { first, last }: TokenRange,
  writer: FeatureWriter,
): void {
  writer.add(mix2(454, last - first, i - first));
  writer.add(mix1(455, word[last - 1] as number));
  writer.add(mix1(456, word[first] as number));
  writer.add(mix2(457, group[last - 1] as number, i - first));
  writer.add(mix2(458, group[first] as number, last - i));
  writer.add(mix2(461, ending[last - 1] as number, last - i));
}

/** The words before and behind the stretch. */
function borderFeatures(
  { word, lemma, wordClass, group }: Sequence,
  i: number,
  { first, last }: TokenRange,
  writer: FeatureWriter,
): void {
  writer.add(mix2(450, at(word, first - 1), i - first));
  writer.add(mix2(451, at(word, last), last - i));
  writer.add(mix2(452, at(wordClass, first - 1), at(wordClass, last)));
  writer.add(mix2(453, at(group, first - 1), at(group, last)));
  writer.add(mix2(459, at(lemma, first - 1), at(lemma, last)));
  writer.add(mix2(468, at(word, first - 2), at(word, first - 1)));
  writer.add(mix2(469, at(wordClass, last), at(wordClass, last + 1)));
}

function pairFeatures({ word, wordClass, group, shape }: Sequence, i: number, writer: FeatureWriter): void {
  const w = word[i] as number;
  const g = group[i] as number;
  writer.add(mix2(462, at(word, i - 1), w));
  writer.add(mix2(463, w, at(word, i + 1)));
  writer.add(mix3(464, at(wordClass, i - 1), wordClass[i] as number, at(wordClass, i + 1)));
  writer.add(mix3(465, at(shape, i - 1), shape[i] as number, at(shape, i + 1)));
  writer.add(mix2(466, g, at(group, i + 1)));
  writer.add(mix2(467, at(group, i - 1), g));
}

/** What lists of names have the words of the stretch as, and the one before it. */
function listFeatures(
  { listed, shape, word }: Sequence,
  i: number,
  { first, last }: TokenRange,
  writer: FeatureWriter,
): void {
  const own = listed[i] as number;
  writer.add(mix2(480, own, shape[i] as number));
  writer.add(mix2(481, own, at(listed, i - 1)));
  writer.add(mix2(482, own, at(listed, i + 1)));
  writer.add(mix3(483, own, last - first, i - first));
  writer.add(mix3(484, listed[last - 1] as number, listed[first] as number, i - first));
  writer.add(mix2(485, at(listed, first - 1), i - first));
  writer.add(mix2(486, at(listed, last), last - i));
  writer.add(mix2(487, own, at(word, i - 1)));
}
