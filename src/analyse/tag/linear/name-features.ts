import { at, type Features, type FeatureWriter } from './features.ts';
import { hashText, mix } from './hash.ts';
import type { TokenRange } from './role-features.ts';
import type { Sequence } from './sequence.ts';
import type { Vocabulary } from './vocabulary.ts';

/** So many small words may stand between two parts of a name. */
const MOST_LINKS = 2;

/** Runs of capitalised tokens and the small words between them: outside of these stands no part of a name. */
export function nameStretches(
  { length, block: { tokens } }: Sequence,
  { links }: Pick<Vocabulary, 'links'>,
): TokenRange[] {
  const stretches: TokenRange[] = [];
  for (let first = 0; first < length; first++) {
    if (!isCapital(tokens[first]?.text)) continue;
    let last = first + 1;
    for (let next = last; next < length && next - last <= MOST_LINKS; next++) {
      if (isCapital(tokens[next]?.text)) last = next + 1;
      else if (!links.has(tokens[next]?.form ?? '')) break;
    }
    stretches.push({ first, last });
    first = last;
  }
  return stretches;
}

function isCapital(text = ''): boolean {
  return /^[\p{Lu}\p{Lt}]|^\p{Ll}{1,2}[-'’]?\p{Lu}|^\p{N}+\p{Lu}/u.test(text);
}

/** Features of the third pass, which marks names, for the tokens of one stretch. */
export function nameFeatures(
  sequence: Sequence,
  { first, last }: TokenRange,
  writer: FeatureWriter,
): Features {
  const { word, lemma, wordClass, group, shape, ending, quote, sentenceFirst, block } = sequence;
  const add = (template: number, a: number, b = 0, c = 0) => writer.add(mix(template, a, b, c));
  writer.start();
  for (let i = first; i < last; i++) {
    const w = word[i] as number;
    const p = wordClass[i] as number;
    const s = shape[i] as number;
    const g = group[i] as number;
    const opens = i === sentenceFirst[i] ? 1 : 0;
    add(401, opens, p);
    add(402, w);
    add(403, s, opens);
    for (let d = -2; d <= 2; d++) {
      if (d !== 0) add(410 + d, at(word, i + d));
      add(420 + d, at(wordClass, i + d));
      add(430 + d, at(group, i + d));
      add(440 + d, at(shape, i + d));
    }
    add(450, at(word, first - 1), i - first);
    add(451, at(word, last), last - i);
    add(452, at(wordClass, first - 1), at(wordClass, last));
    add(453, at(group, first - 1), at(group, last));
    add(454, last - first, i - first);
    add(455, word[last - 1] as number);
    add(456, word[first] as number);
    add(457, group[last - 1] as number, i - first);
    add(458, group[first] as number, last - i);
    add(459, at(lemma, first - 1), at(lemma, last));
    add(460, ending[i] as number);
    add(461, ending[last - 1] as number, last - i);
    add(462, at(word, i - 1), w);
    add(463, w, at(word, i + 1));
    add(464, at(wordClass, i - 1), p, at(wordClass, i + 1));
    add(465, at(shape, i - 1), s, at(shape, i + 1));
    add(466, g, at(group, i + 1));
    add(467, at(group, i - 1), g);
    add(468, at(word, first - 2), at(word, first - 1));
    add(469, at(wordClass, last), at(wordClass, last + 1));
    add(470, quote[i] as number, opens);
    const text = block.tokens[i]?.text ?? '';
    add(471, hashText(text.slice(0, 3)));
    add(472, hashText(text.slice(-2)), s);
    writer.endToken();
  }
  return writer.view();
}
