import { OWN_ROOM, type Room } from '../room.ts';
import { at, bucket, type Features, type FeatureWriter } from './features.ts';
import { mix1, mix2, mix3, mix4 } from './hash.ts';
import { CUE_LABELS } from './labels.ts';
import { INSIDE, LIKELY_CUE, numberAt, OPENING, type Sequence } from './sequence.ts';
import type { KnownWords, WordValues } from './vocabulary.ts';
import type { WordSums } from './word-sums.ts';

/**
 * Features of the first pass, which marks sources, cues and contents without linking them: words, lemmas, classes,
 * groups, shapes and endings around, the state of quotation, the nearest likely cue on either side, the segment and the
 * sentences around. Each template earns its place: docs/decisions/0007-fewer-features.md.
 */
export function cueFeatures(sequence: Sequence, words: KnownWords, writer: FeatureWriter): Features {
  return written(sequence, { writer, room: OWN_ROOM }, (index) => {
    for (let d = FARTHEST; d <= NEXT; d++)
      cueWordFeatures(words.at(numberAt(sequence, index + d)), viewOf(sequence, index, d), writer);
  });
}

/** What `cueFeatures` gives, without what words give by themselves: that comes from their sums, into `scores`. */
export function cueContextFeatures(
  sequence: Sequence,
  { sums, scores, writer, room }: { sums: WordSums; scores: Float64Array; writer: FeatureWriter; room: Room },
): Features {
  return written(sequence, { writer, room }, (index) => {
    for (let d = FARTHEST; d <= NEXT; d++)
      sums.addTo(scores, index * CUE_LABELS, numberAt(sequence, index + d), viewOf(sequence, index, d));
  });
}

/** A word is seen by the token itself, by the one before it, and by the two behind. */
const FARTHEST = -2;
const NEXT = 1;
/** The views of a word in this pass: two tokens away, one away, the next, and its own in each state of quotation. */
export const CUE_VIEWS = 7;
const OWN_VIEW = 3;

function viewOf({ quote }: Sequence, index: number, d: number): number {
  return d === 0 ? OWN_VIEW + (quote[index] as number) : d > 0 ? 2 : d - FARTHEST;
}

/** The features that a word gives by itself to the token that has this view of it. */
export function cueWordFeatures(values: WordValues, view: number, writer: FeatureWriter): void {
  const { word, lemma, wordClass, group, cue, shape, ending } = values;
  const d = view >= OWN_VIEW ? 0 : view === 2 ? NEXT : view + FARTHEST;
  writer.add(mix1(10 + d, word));
  writer.add(mix1(20 + d, wordClass));
  writer.add(mix1(40 + d, lemma));
  if (d <= 0) writer.add(mix1(30 + d, cue));
  if (d === -1 || d === 0) writer.add(mix1(50 + d, shape));
  if (d >= -1) {
    writer.add(mix1(55 + d, ending));
    writer.add(mix1(58 + d, group));
  }
  if (d !== 0) return;
  const quote = view - OWN_VIEW;
  writer.add(mix1(1, 0));
  writer.add(mix2(76, lemma, quote));
  writer.add(mix2(77, quote, wordClass));
  writer.add(mix2(106, group, quote));
}

/** What each token's context gives, and what `more` adds. Each kind of feature is a function small enough to be inlined into. */
function written(
  sequence: Sequence,
  { writer, room }: { writer: FeatureWriter; room: Room },
  more: (index: number) => void,
): Features {
  const near = nearestCues(sequence, room);
  const moods = sentenceMoods(sequence, room);
  const quoted = sequence.quote.some((state) => state >= OPENING) ? 1 : 0;
  writer.start();
  for (let index = 0; index < sequence.length; index++) {
    more(index);
    pairFeatures(sequence, index, writer);
    quoteFeatures(sequence, index, quoted, writer);
    sentenceFeatures(sequence, index, moods, writer);
    nearFeatures(sequence, index, near, writer);
    segmentFeatures(sequence, index, writer);
    writer.endToken();
  }
  return writer.view();
}

function pairFeatures({ word, wordClass, group }: Sequence, i: number, writer: FeatureWriter): void {
  const p = wordClass[i] as number;
  const p1 = at(wordClass, i - 1);
  const r1 = at(wordClass, i + 1);
  const { values } = writer;
  const to = writer.take(7);
  values[to] = mix2(62, at(word, i - 2), at(word, i - 1));
  values[to + 1] = mix2(65, at(wordClass, i - 2), p1);
  values[to + 2] = mix2(66, p1, p);
  values[to + 3] = mix2(67, p, r1);
  values[to + 4] = mix2(68, r1, at(wordClass, i + 2));
  values[to + 5] = mix2(72, word[i] as number, r1);
  values[to + 6] = mix2(107, group[i] as number, r1);
}

function quoteFeatures({ word, quote }: Sequence, i: number, quoted: number, writer: FeatureWriter): void {
  const q = quote[i] as number;
  const quotes = at(quote, i - 1) * 25 + q * 5 + at(quote, i + 1);
  const { values } = writer;
  const to = writer.take(3);
  values[to] = mix1(78, quotes);
  values[to + 1] = mix2(79, quotes, word[i] as number);
  values[to + 2] = mix2(85, quoted, q);
}

function sentenceFeatures(
  { length, word, wordClass, quote, sentenceFirst, sentenceLast }: Sequence,
  i: number,
  moods: Uint8Array,
  writer: FeatureWriter,
): void {
  const q = quote[i] as number;
  const mood = moods[i] as number;
  const first = sentenceFirst[i] as number;
  const last = sentenceLast[i] as number;
  const { values } = writer;
  const to = writer.take(7);
  values[to] = mix1(82, bucket(i - first));
  values[to + 1] = mix1(83, bucket(last - i));
  values[to + 2] = mix2(86, mood, q);
  values[to + 3] = mix2(87, mood, wordClass[i] as number);
  values[to + 4] = mix2(102, word[first] as number, bucket(i - first));
  values[to + 5] = mix3(104, first > 0 ? (moods[first - 1] as number) : 9, mood, q);
  values[to + 6] = mix3(105, last < length - 1 ? (moods[last + 1] as number) : 9, mood, q);
}

/** The nearest likely cues of the sentence. */
function nearFeatures(
  { lemma, wordClass, quote, sentenceFirst, sentenceLast }: Sequence,
  i: number,
  near: NearestCues,
  writer: FeatureWriter,
): void {
  const p = wordClass[i] as number;
  const q = quote[i] as number;
  const left = near.left[i] as number;
  const right = near.right[i] as number;
  const hasLeft = left >= (sentenceFirst[i] as number);
  const hasRight = right <= (sentenceLast[i] as number);
  const fromLeft = hasLeft ? bucket(i - left) : 0;
  const toRight = hasRight ? bucket(right - i) : 0;
  const leftLemma = hasLeft ? (lemma[left] as number) : 0;
  const rightLemma = hasRight ? (lemma[right] as number) : 0;
  const { values } = writer;
  const to = writer.take(6);
  values[to] = mix2(88, fromLeft, q);
  values[to + 1] = mix2(89, toRight, q);
  values[to + 2] = mix2(92, leftLemma, p);
  values[to + 3] = mix2(93, rightLemma, p);
  values[to + 4] = mix2(94, leftLemma, rightLemma);
  values[to + 5] = mix3(95, fromLeft, toRight, p);
}

function segmentFeatures(sequence: Sequence, i: number, writer: FeatureWriter): void {
  const { word, wordClass, quote, segmentFirst, segmentLast, segmentKind } = sequence;
  const first = segmentFirst[i] as number;
  const last = segmentLast[i] as number;
  const kind = segmentKind[i] as number;
  const q = quote[i] as number;
  const p = wordClass[i] as number;
  const { values } = writer;
  const to = writer.take(5);
  values[to] = mix2(150, word[first] as number, q);
  values[to + 1] = mix2(151, kind, q);
  values[to + 2] = mix4(153, kind, at(segmentKind, first - 1), at(segmentKind, last + 1), q);
  values[to + 3] = mix3(154, word[last] as number, q, p);
  values[to + 4] = mix3(156, wordClass[first] as number, kind, p);
}

/** The nearest likely cue outside quotation marks before and after each token, or -1 and beyond the end. */
interface NearestCues {
  readonly left: Int32Array;
  readonly right: Int32Array;
}

function nearestCues({ length, cue, quote }: Sequence, room: Room): NearestCues {
  const left = room.ints(length);
  const right = room.ints(length);
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
function sentenceMoods({ length, cue, quote, sentenceLast }: Sequence, room: Room): Uint8Array {
  const moods = room.bytes(length);
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
