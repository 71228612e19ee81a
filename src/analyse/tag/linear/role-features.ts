import { OWN_ROOM, type Room } from '../room.ts';
import type { TokenRange } from '../token-range.ts';
import { at, bucket, type Features, type FeatureWriter } from './features.ts';
import { mix1, mix2, mix3, mix4 } from './hash.ts';
import { CONTENT, ROLE_LABELS, SOURCE } from './labels.ts';
import { INSIDE, numberAt, OPENING, OUTSIDE, type Sequence } from './sequence.ts';
import type { KnownWords, WordValues } from './vocabulary.ts';
import type { WordSums } from './word-sums.ts';

/** What the second pass is asked about: one cue, among all cues and with the labels of the first pass. */
export interface RoleQuestion {
  readonly sequence: Sequence;
  readonly cue: TokenRange;
  readonly cues: readonly TokenRange[];
  readonly labels: Uint8Array;
  readonly counts: PassCounts;
}

const OUTER = 4;
const clamp = (value: number, limit: number) => Math.max(-limit, Math.min(limit, value));

/**
 * Features of the second pass, which asks each cue who and what: every token seen from the cue (direction, distance,
 * sentences, segments, verbs, marks and other cues between) and by what the first pass took it for. Each template earns
 * its place: docs/decisions/0007-fewer-features.md.
 */
export function roleFeatures(question: RoleQuestion, words: KnownWords, writer: FeatureWriter): Features {
  const { sequence } = question;
  return written(question, { writer, room: OWN_ROOM }, (stance) => {
    roleWordFeatures(words.at(numberAt(sequence, stance.index)), ownView(stance), writer);
    roleWordFeatures(words.at(numberAt(sequence, stance.index + 1)), nextView(stance), writer);
  });
}

/** What `roleFeatures` gives, without what words give by themselves: that comes from their sums, into `scores`. */
export function roleContextFeatures(
  question: RoleQuestion,
  { sums, scores, writer, room }: { sums: WordSums; scores: Float64Array; writer: FeatureWriter; room: Room },
): Features {
  const { sequence } = question;
  return written(question, { writer, room }, (stance) => {
    const offset = stance.index * ROLE_LABELS;
    sums.addTo(scores, offset, numberAt(sequence, stance.index), ownView(stance));
    sums.addTo(scores, offset, numberAt(sequence, stance.index + 1), nextView(stance));
  });
}

/** Before the cue, of the cue, behind it. */
const SIDES = 3;
/** Sentences from the cue's, three at most in either direction, as numbers from 1. */
const SENTENCES = 7;
/** The views of a word in this pass: its own token's by side and sentence, and the token's before it by side. */
export const ROLE_VIEWS = SIDES * SENTENCES + SIDES;

const ownView = ({ side, sentences }: Stance) => side * SENTENCES + sentences - 1;
const nextView = ({ side }: Stance) => SIDES * SENTENCES + side;

/** The features that a word gives by itself to the token that has this view of it. */
export function roleWordFeatures(values: WordValues, view: number, writer: FeatureWriter): void {
  const { word, wordClass, group, shape, ending } = values;
  const isNext = view >= SIDES * SENTENCES;
  const d = isNext ? 1 : 0;
  const side = isNext ? view - SIDES * SENTENCES : Math.floor(view / SENTENCES);
  writer.add(mix2(240 + d, word, side));
  writer.add(mix2(246 + d, wordClass, side));
  writer.add(mix2(252 + d, shape, side));
  if (isNext) return;
  const sentences = (view % SENTENCES) + 1;
  writer.add(mix3(263, ending, side, sentences));
  writer.add(mix3(332, group, side, sentences));
}

/** How a token stands to the cue. */
interface Stance {
  index: number;
  /** 0 before the cue, 1 of it, 2 behind it. */
  side: number;
  distance: number;
  sentences: number;
  segments: number;
  /** Verbs, quotation marks and other cues between. */
  verbs: number;
  marks: number;
  others: number;
  /** Sources and contents of the first pass that begin between, and both in one number. */
  sources: number;
  contents: number;
  spans: number;
  /** What the first pass took the token for. */
  role: number;
  quote: number;
}

type View = ReturnType<typeof viewFrom>;

/** What each token's context gives, and what `more` adds. Each kind of feature is a function small enough to be inlined into. */
function written(
  question: RoleQuestion,
  { writer, room }: { writer: FeatureWriter; room: Room },
  more: (stance: Stance) => void,
): Features {
  const view = viewFrom(question, room);
  const { length } = question.sequence;
  // One object for all tokens: there are more of them than of anything else here.
  const stance: Stance = { ...NOWHERE };
  writer.start();
  for (let index = 0; index < length; index++) {
    stand(stance, index, question, view);
    more(stance);
    headFeatures(question.sequence, stance, view, writer);
    placeFeatures(stance, view, writer);
    labelFeatures(question.labels, stance, writer);
    labelFeaturesByCue(stance, view, writer);
    quoteFeatures(question.sequence, stance, view, writer);
    sentenceFeatures(question, stance, view, writer);
    segmentFeatures(question.sequence, stance, writer);
    writer.endToken();
  }
  return writer.view();
}

const NOWHERE: Stance = {
  index: 0,
  side: 0,
  distance: 0,
  sentences: 0,
  segments: 0,
  verbs: 0,
  marks: 0,
  others: 0,
  sources: 0,
  contents: 0,
  spans: 0,
  role: 0,
  quote: 0,
};

function stand(stance: Stance, i: number, { sequence, cue, labels, counts }: RoleQuestion, view: View): void {
  const { segment, sentence, quote } = sequence;
  const { verbs, marks, sources, contents } = counts;
  const side = i < cue.first ? 0 : i >= cue.last ? 2 : 1;
  const from = side === 0 ? i + 1 : cue.last;
  const to = side === 0 ? cue.first : i;
  stance.index = i;
  stance.side = side;
  stance.distance = bucket(side === 0 ? i - cue.first : side === 2 ? i - cue.last + 1 : 0);
  stance.sentences = clamp((sentence[i] as number) - (sentence[cue.first] as number), 3) + 4;
  stance.segments =
    clamp((segment[i] as number) - (segment[side === 2 ? cue.last - 1 : cue.first] as number), 6) + 7;
  stance.verbs = side === 1 ? 0 : Math.min(4, (verbs[to] as number) - (verbs[from] as number));
  stance.marks = side === 1 ? 0 : Math.min(4, (marks[to] as number) - (marks[from] as number));
  stance.others = side === 1 ? 0 : Math.min(3, (view.others[to] as number) - (view.others[from] as number));
  stance.sources = clamp((sources[i] as number) - (sources[cue.first] as number), 3);
  stance.contents = clamp((contents[i] as number) - (contents[cue.first] as number), 3);
  stance.spans = stance.sources * 10 + stance.contents;
  stance.role = roleOf(labels[i] as number);
  stance.quote = quote[i] as number;
}

function headFeatures({ wordClass }: Sequence, stance: Stance, view: View, writer: FeatureWriter): void {
  const { index, side, distance, segments, role, spans } = stance;
  const { headLemma, headGroup, headClass, length } = view;
  const p = wordClass[index] as number;
  const { values } = writer;
  const to = writer.take(7);
  values[to] = mix2(205, side, headLemma);
  values[to + 1] = mix3(256, p, at(wordClass, index + 1), side);
  values[to + 2] = mix4(270, length, side, headClass, segments);
  values[to + 3] = mix3(330, headGroup, side, segments);
  values[to + 4] = mix3(331, headGroup, role, spans);
  values[to + 5] = mix3(333, headGroup, p, side);
  values[to + 6] = mix2(334, headGroup, distance);
}

function placeFeatures(stance: Stance, { next, previous }: View, writer: FeatureWriter): void {
  const { side, distance, sentences, segments, verbs, marks, others, quote } = stance;
  const { values } = writer;
  const to = writer.take(6);
  values[to] = mix1(202, distance);
  values[to + 1] = mix4(218, next, segments, side, sentences);
  values[to + 2] = mix4(219, previous, segments, side, sentences);
  values[to + 3] = mix4(220, verbs, side, marks, sentences);
  values[to + 4] = mix2(221, verbs, distance);
  values[to + 5] = mix3(222, others, side, quote);
}

function labelFeatures(labels: Uint8Array, stance: Stance, writer: FeatureWriter): void {
  const { index, side, distance, sentences, others, sources, contents, role } = stance;
  const { values } = writer;
  const to = writer.take(7);
  values[to] = mix4(223, others, side, role, sentences);
  values[to + 1] = mix3(224, role, side, sources);
  values[to + 2] = mix3(225, role, side, contents);
  values[to + 3] = mix4(226, role, side, sources, contents);
  values[to + 4] = mix4(227, role, sources, contents, others * 10 + sentences);
  values[to + 5] = mix3(229, labels[index] as number, at(labels, index - 1), at(labels, index + 1));
  values[to + 6] = mix3(232, role, distance, sentences);
}

function labelFeaturesByCue(stance: Stance, view: View, writer: FeatureWriter): void {
  const { sentences, sources, contents, spans, role } = stance;
  const { values } = writer;
  const to = writer.take(3);
  values[to] = mix4(228, role, view.headLemma, sources, contents);
  values[to + 1] = mix4(230, role, view.nextClass, view.previousClass, spans);
  values[to + 2] = mix4(231, role, view.quotes, sentences, spans);
}

function quoteFeatures(sequence: Sequence, stance: Stance, view: View, writer: FeatureWriter): void {
  const { index, side, sentences, segments, quote } = stance;
  const quotes = quoteAt(sequence, index - 1) * 25 + quote * 5 + quoteAt(sequence, index + 1);
  const { values } = writer;
  const to = writer.take(5);
  values[to] = mix3(210, sentences, quote, side);
  values[to + 1] = mix3(211, sentences, quote, view.configuration);
  values[to + 2] = mix4(213, segments, quote, view.quotes, sentences);
  values[to + 3] = mix3(264, quotes, side, sentences);
  values[to + 4] = mix3(266, quotes, segments, view.headClass);
}

function sentenceFeatures(
  { sequence, counts }: RoleQuestion,
  stance: Stance,
  view: View,
  writer: FeatureWriter,
): void {
  const { index, side, sentences, others, quote } = stance;
  const first = sequence.sentenceFirst[index] as number;
  const crowd = view.crowd[index] as number;
  const quoted = counts.quoted[index] as number;
  const { values } = writer;
  const to = writer.take(7);
  values[to] = mix3(267, index === first ? 1 : 0, side, sentences);
  values[to + 1] = mix3(268, sequence.word[first] as number, sentences, side);
  values[to + 2] = mix4(317, crowd, side, sentences, quote);
  values[to + 3] = mix4(318, crowd, others, side, sentences);
  values[to + 4] = mix3(319, quoted, side, sentences);
  values[to + 5] = mix4(320, quoted, view.quotes, sentences, side);
  values[to + 6] = mix4(322, view.opened[index] as number, side, sentences, crowd);
}

function segmentFeatures(sequence: Sequence, stance: Stance, writer: FeatureWriter): void {
  const { word, segmentFirst, segmentLast, segmentKind } = sequence;
  const { index, side, sentences, segments, quote } = stance;
  const kind = segmentKind[index] as number;
  const before = at(segmentKind, (segmentFirst[index] as number) - 1);
  const { values } = writer;
  const to = writer.take(3);
  values[to] = mix4(311, kind, side, segments, sentences);
  values[to + 1] = mix3(314, word[segmentLast[index] as number] as number, side, sentences);
  values[to + 2] = mix4(315, kind, before, side, sentences * 10 + quote);
}

/** A token's state of quotation, or that it is none. */
function quoteAt({ length, quote }: Sequence, index: number): number {
  return index < 0 || index >= length ? OUTER : (quote[index] as number);
}

/** 0 none, 1 source, 2 cue, 3 content: of the seven labels of the first pass. */
function roleOf(label: number): number {
  return (label + 1) >> 1;
}

/** What is counted along the tokens once for all cues of a pass. */
interface PassCounts {
  /** Verbs and quotation marks before each token, and before the end. */
  readonly verbs: Int32Array;
  readonly marks: Int32Array;
  /** Sources and contents of the first pass that begin at each token or before. */
  readonly sources: Int32Array;
  readonly contents: Int32Array;
  /** How much of each token's sentence is quoted: 0 nothing to 3 all. */
  readonly quoted: Uint8Array;
}

export function countsOf(sequence: Sequence, labels: Uint8Array, room: Room): PassCounts {
  const { length, quote, verb } = sequence;
  const verbs = room.ints(length + 1);
  const marks = room.ints(length + 1);
  const sources = room.ints(length);
  const contents = room.ints(length);
  for (let index = 0, source = 0, content = 0; index < length; index++) {
    verbs[index + 1] = (verbs[index] as number) + (verb[index] as number);
    marks[index + 1] = (marks[index] as number) + ((quote[index] as number) >= OPENING ? 1 : 0);
    if (labels[index] === SOURCE) source++;
    if (labels[index] === CONTENT) content++;
    sources[index] = source;
    contents[index] = content;
  }
  return { verbs, marks, sources, contents, quoted: quotedShares(sequence, room) };
}

function quotedShares({ length, quote, sentenceLast }: Sequence, room: Room): Uint8Array {
  const shares = room.bytes(length);
  for (let first = 0; first < length; ) {
    const last = sentenceLast[first] as number;
    let inside = 0;
    let outside = 0;
    for (let index = first; index <= last; index++) {
      if (quote[index] === INSIDE) inside++;
      else if (quote[index] === OUTSIDE) outside++;
    }
    shares.fill(inside === 0 ? 0 : outside === 0 ? 3 : inside > outside ? 2 : 1, first, last + 1);
    first = last + 1;
  }
  return shares;
}

/** What is the same for all tokens of a question, or is counted along them once. */
function viewFrom({ sequence, cue, cues }: RoleQuestion, room: Room) {
  const { word, lemma, wordClass, group, quote, verb } = sequence;
  let head = cue.last - 1;
  for (let index = cue.first; index < cue.last; index++) if (verb[index] === 1) head = index;
  const q = (index: number) => quoteAt(sequence, index);
  return {
    length: Math.min(3, cue.last - cue.first),
    headLemma: lemma[head] as number,
    headClass: wordClass[head] as number,
    headGroup: group[head] as number,
    next: at(word, cue.last),
    previous: at(word, cue.first - 1),
    nextClass: at(wordClass, cue.last),
    previousClass: at(wordClass, cue.first - 1),
    configuration: mix3(
      8,
      at(wordClass, cue.last),
      at(wordClass, cue.first - 1),
      q(cue.first - 1) * 5 + q(cue.last),
    ),
    quotes: q(cue.first - 1) * 25 + (quote[cue.first] as number) * 5 + q(cue.last),
    ...otherCues(
      sequence,
      cues.filter((other) => other.first !== cue.first),
      room,
    ),
    opened: openedAfter(sequence, cue, room),
  };
}

/** Other cues before each token and before the end, and how many each token's sentence has, three at most. */
function otherCues(
  { length, sentenceFirst, sentenceLast }: Sequence,
  cues: readonly TokenRange[],
  room: Room,
) {
  const others = room.ints(length + 1);
  const crowd = room.bytes(length);
  for (const { first } of cues) {
    others[first + 1] = 1;
    const begin = sentenceFirst[first] as number;
    const crowded = Math.min(3, (crowd[begin] as number) + 1);
    crowd.fill(crowded, begin, (sentenceLast[first] as number) + 1);
  }
  for (let index = 0; index < length; index++)
    others[index + 1] = (others[index + 1] as number) + (others[index] as number);
  return { others, crowd };
}

/** For a token in quotation marks: how its quotation opens, after which word, and whether behind the cue. */
function openedAfter({ length, quote, quotation, word }: Sequence, cue: TokenRange, room: Room): Int32Array {
  const opened = room.ints(length);
  for (let index = 0, first = 0; index < length; index++) {
    if (quotation[index] === 0) continue;
    if (index === 0 || quotation[index] !== quotation[index - 1]) first = index;
    const opens = quote[first] === OPENING ? 2 : 3;
    opened[index] = mix3(
      5,
      first === 0 ? 1 : opens,
      first > 0 ? (word[first - 1] as number) : 7,
      first >= cue.last ? 1 : 2,
    );
  }
  return opened;
}
