import { at, bucket, type Features, type FeatureWriter } from './features.ts';
import { mix } from './hash.ts';
import { INSIDE, OPENING, type Sequence } from './sequence.ts';

const LIKELY_CUE = 4;

/**
 * Features of the first pass, which marks sources, cues and contents without linking them: words, lemmas, classes,
 * groups, shapes and endings around, the state of quotation, the nearest likely cue on either side, the segment and the
 * sentences around. Each template earns its place: docs/decisions/0007-fewer-features.md.
 */
export function cueFeatures(sequence: Sequence, writer: FeatureWriter): Features {
  const { length, word, lemma, wordClass, group, quote, sentenceFirst, sentenceLast } = sequence;
  const near = nearestCues(sequence);
  const mood = sentenceMoods(sequence);
  let quoted = 0;
  for (let index = 0; index < length; index++) if ((quote[index] as number) >= OPENING) quoted = 1;
  const add = (template: number, a: number, b = 0, c = 0, d = 0) => writer.add(mix(template, a, b, c, d));
  writer.start();
  for (let i = 0; i < length; i++) {
    const w = word[i] as number;
    const l = lemma[i] as number;
    const p = wordClass[i] as number;
    const q = quote[i] as number;
    const g = group[i] as number;
    add(1, 0);
    window(sequence, i, writer);
    const [w2, w1] = [at(word, i - 2), at(word, i - 1)];
    const [p2, p1, r1, r2] = [
      at(wordClass, i - 2),
      at(wordClass, i - 1),
      at(wordClass, i + 1),
      at(wordClass, i + 2),
    ];
    add(62, w2, w1);
    add(65, p2, p1);
    add(66, p1, p);
    add(67, p, r1);
    add(68, r1, r2);
    add(72, w, r1);
    add(76, l, q);
    add(77, q, p);
    add(106, g, q);
    add(107, g, r1);
    const quotes = at(quote, i - 1) * 25 + q * 5 + at(quote, i + 1);
    add(78, quotes);
    add(79, quotes, w);
    const first = sentenceFirst[i] as number;
    const last = sentenceLast[i] as number;
    add(82, bucket(i - first));
    add(83, bucket(last - i));
    add(85, quoted, q);
    add(86, mood[i] as number, q);
    add(87, mood[i] as number, p);
    const left = (near.left[i] as number) < first ? -1 : (near.left[i] as number);
    const right = (near.right[i] as number) > last ? -1 : (near.right[i] as number);
    const fromLeft = left < 0 ? 0 : bucket(i - left);
    const toRight = right < 0 ? 0 : bucket(right - i);
    const leftLemma = left < 0 ? 0 : (lemma[left] as number);
    const rightLemma = right < 0 ? 0 : (lemma[right] as number);
    add(88, fromLeft, q);
    add(89, toRight, q);
    add(92, leftLemma, p);
    add(93, rightLemma, p);
    add(94, leftLemma, rightLemma);
    add(95, fromLeft, toRight, p);
    add(102, word[first] as number, bucket(i - first));
    add(104, first > 0 ? (mood[first - 1] as number) : 9, mood[i] as number, q);
    add(105, last < length - 1 ? (mood[last + 1] as number) : 9, mood[i] as number, q);
    segmentFeatures(sequence, i, writer);
    writer.endToken();
  }
  return writer.view();
}

function window(
  { word, lemma, wordClass, group, cue, shape, ending }: Sequence,
  i: number,
  writer: FeatureWriter,
): void {
  for (let d = -2; d <= 1; d++) {
    writer.add(mix(10 + d, at(word, i + d)));
    writer.add(mix(20 + d, at(wordClass, i + d)));
    writer.add(mix(40 + d, at(lemma, i + d)));
  }
  for (let d = -2; d <= 0; d++) writer.add(mix(30 + d, at(cue, i + d)));
  for (let d = -1; d <= 0; d++) writer.add(mix(50 + d, at(shape, i + d)));
  for (let d = -1; d <= 1; d++) {
    writer.add(mix(55 + d, at(ending, i + d)));
    writer.add(mix(58 + d, at(group, i + d)));
  }
}

function segmentFeatures(sequence: Sequence, i: number, writer: FeatureWriter): void {
  const { word, wordClass, quote, segmentFirst, segmentLast, segmentKind } = sequence;
  const first = segmentFirst[i] as number;
  const last = segmentLast[i] as number;
  const kind = segmentKind[i] as number;
  const q = quote[i] as number;
  const p = wordClass[i] as number;
  writer.add(mix(150, word[first] as number, q));
  writer.add(mix(151, kind, q));
  writer.add(mix(153, kind, at(segmentKind, first - 1), at(segmentKind, last + 1), q));
  writer.add(mix(154, word[last] as number, q, p));
  writer.add(mix(156, wordClass[first] as number, kind, p));
}

/** The nearest likely cue outside quotation marks before and after each token, or -1 and beyond the end. */
function nearestCues({ length, cue, quote }: Sequence): { left: Int32Array; right: Int32Array } {
  const left = new Int32Array(length);
  const right = new Int32Array(length);
  const isCue = (index: number) => (cue[index] as number) >= LIKELY_CUE && quote[index] !== INSIDE;
  for (let index = 0, last = -1; index < length; index++) {
    left[index] = last;
    if (isCue(index)) last = index;
  }
  for (let index = length - 1, next = length; index >= 0; index--) {
    right[index] = next;
    if (isCue(index)) next = index;
  }
  return { left, right };
}

/** For each token its sentence's quotation marks and likely cues, in one number. */
function sentenceMoods({ length, cue, quote, sentenceLast }: Sequence): Uint8Array {
  const moods = new Uint8Array(length);
  for (let first = 0; first < length; ) {
    const last = sentenceLast[first] as number;
    let quoted = 0;
    let cues = 0;
    for (let index = first; index <= last; index++) {
      if (quote[index] !== 0) quoted = 1;
      if ((cue[index] as number) >= LIKELY_CUE && quote[index] !== INSIDE) cues++;
    }
    moods.fill(quoted + 2 * Math.min(cues, 3), first, last + 1);
    first = last + 1;
  }
  return moods;
}
