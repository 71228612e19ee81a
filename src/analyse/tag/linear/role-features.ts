import { at, bucket, type Features, type FeatureWriter } from './features.ts';
import { mix } from './hash.ts';
import { INSIDE, OPENING, OUTSIDE, type Sequence } from './sequence.ts';

/** A half-open range of a sequence's tokens. */
export interface TokenRange {
  readonly first: number;
  readonly last: number;
}

/** What the second pass is asked about: one cue, among all cues and with the labels of the first pass. */
export interface RoleQuestion {
  readonly sequence: Sequence;
  readonly cue: TokenRange;
  readonly cues: readonly TokenRange[];
  readonly labels: Uint8Array;
}

const OUTER = 4;
const clamp = (value: number, limit: number) => Math.max(-limit, Math.min(limit, value));

/**
 * Features of the second pass, which asks each cue who and what: every token seen from the cue (direction, distance,
 * sentences, segments, verbs, marks and other cues between) and by what the first pass took it for. Each template earns
 * its place: docs/decisions/0007-fewer-features.md.
 */
export function roleFeatures(question: RoleQuestion, writer: FeatureWriter): Features {
  const { sequence, cue, labels } = question;
  const { length, word, wordClass, group, shape, ending, quote, segment, sentence, sentenceFirst } = sequence;
  const { segmentFirst, segmentLast, segmentKind } = sequence;
  const view = viewFrom(question);
  const {
    headLemma,
    headClass,
    headGroup,
    configuration,
    quotes: cueQuotes,
    next,
    previous,
    nextClass,
    previousClass,
  } = view;
  const q = (index: number) => (index < 0 || index >= length ? OUTER : (quote[index] as number));
  const add = (template: number, a: number, b = 0, c = 0, d = 0) => writer.add(mix(template, a, b, c, d));
  writer.start();
  for (let i = 0; i < length; i++) {
    const side = i < cue.first ? 0 : i >= cue.last ? 2 : 1;
    const distance = side === 0 ? i - cue.first : side === 2 ? i - cue.last + 1 : 0;
    const D = bucket(distance);
    const sentences = clamp((sentence[i] as number) - (sentence[cue.first] as number), 3) + 4;
    const segments =
      clamp((segment[i] as number) - (segment[side === 2 ? cue.last - 1 : cue.first] as number), 6) + 7;
    const from = side === 0 ? i + 1 : cue.last;
    const to = side === 0 ? cue.first : i;
    const verbs = side === 1 ? 0 : Math.min(4, at(view.verbs, to) - at(view.verbs, from));
    const marks = side === 1 ? 0 : Math.min(4, at(view.marks, to) - at(view.marks, from));
    const others = side === 1 ? 0 : Math.min(3, at(view.others, to) - at(view.others, from));
    const sources = clamp((view.sources[i] as number) - (view.sources[cue.first] as number), 3);
    const contents = clamp((view.contents[i] as number) - (view.contents[cue.first] as number), 3);
    const role = roleOf(labels[i] as number);
    const spans = sources * 10 + contents;
    const p = wordClass[i] as number;
    const own = quote[i] as number;
    add(202, D);
    add(205, side, headLemma);
    add(210, sentences, own, side);
    add(211, sentences, own, configuration);
    add(213, segments, own, cueQuotes, sentences);
    add(218, next, segments, side, sentences);
    add(219, previous, segments, side, sentences);
    add(220, verbs, side, marks, sentences);
    add(221, verbs, D);
    add(222, others, side, own);
    add(223, others, side, role, sentences);
    add(224, role, side, sources);
    add(225, role, side, contents);
    add(226, role, side, sources, contents);
    add(227, role, sources, contents, others * 10 + sentences);
    add(228, role, headLemma, sources, contents);
    add(229, labels[i] as number, at(labels, i - 1), at(labels, i + 1));
    add(230, role, nextClass, previousClass, spans);
    add(231, role, cueQuotes, sentences, spans);
    add(232, role, D, sentences);
    for (let d = 0; d <= 1; d++) {
      add(240 + d, at(word, i + d), side);
      add(246 + d, at(wordClass, i + d), side);
      add(252 + d, at(shape, i + d), side);
    }
    add(256, p, at(wordClass, i + 1), side);
    add(330, headGroup, side, segments);
    add(331, headGroup, role, spans);
    add(332, group[i] as number, side, sentences);
    add(333, headGroup, p, side);
    add(334, headGroup, D);
    add(263, ending[i] as number, side, sentences);
    const quotes = q(i - 1) * 25 + own * 5 + q(i + 1);
    add(264, quotes, side, sentences);
    add(266, quotes, segments, headClass);
    add(267, i === sentenceFirst[i] ? 1 : 0, side, sentences);
    add(268, word[sentenceFirst[i] as number] as number, sentences, side);
    add(270, Math.min(3, cue.last - cue.first), side, headClass, segments);
    const first = segmentFirst[i] as number;
    const last = segmentLast[i] as number;
    const kind = segmentKind[i] as number;
    add(311, kind, side, segments, sentences);
    add(314, word[last] as number, side, sentences);
    add(315, kind, at(segmentKind, first - 1), side, sentences * 10 + own);
    add(317, view.crowd[i] as number, side, sentences, own);
    add(318, view.crowd[i] as number, others, side, sentences);
    add(319, view.quoted[i] as number, side, sentences);
    add(320, view.quoted[i] as number, cueQuotes, sentences, side);
    add(322, view.opened[i] as number, side, sentences, view.crowd[i] as number);
    writer.endToken();
  }
  return writer.view();
}

/** 0 none, 1 source, 2 cue, 3 content: of the seven labels of the first pass. */
function roleOf(label: number): number {
  return (label + 1) >> 1;
}

/** What is the same for all tokens of a question, or is counted along them once. */
function viewFrom({ sequence, cue, cues, labels }: RoleQuestion) {
  const { length, word, lemma, wordClass, group, quote, verb } = sequence;
  let head = cue.last - 1;
  for (let index = cue.first; index < cue.last; index++) if (verb[index] === 1) head = index;
  const q = (index: number) => (index < 0 || index >= length ? OUTER : (quote[index] as number));
  const others = cues.filter((other) => other.first !== cue.first);
  return {
    headLemma: lemma[head] as number,
    headClass: wordClass[head] as number,
    headGroup: group[head] as number,
    next: at(word, cue.last),
    previous: at(word, cue.first - 1),
    nextClass: at(wordClass, cue.last),
    previousClass: at(wordClass, cue.first - 1),
    configuration: mix(
      8,
      at(wordClass, cue.last),
      at(wordClass, cue.first - 1),
      q(cue.first - 1) * 5 + q(cue.last),
    ),
    quotes: q(cue.first - 1) * 25 + q(cue.first) * 5 + q(cue.last),
    verbs: countsBefore(length, (index) => verb[index] === 1),
    marks: countsBefore(length, (index) => (quote[index] as number) >= OPENING),
    others: countsBefore(length, (index) => others.some((other) => other.first === index)),
    sources: countsThrough(labels, 1),
    contents: countsThrough(labels, 5),
    ...sentenceViews(sequence, others),
    opened: openedAfter(sequence, cue),
  };
}

/** How many tokens before each place (and before the end) are of a kind. */
function countsBefore(length: number, is: (index: number) => boolean): Int32Array {
  const counts = new Int32Array(length + 1);
  for (let index = 0; index < length; index++)
    counts[index + 1] = (counts[index] as number) + (is(index) ? 1 : 0);
  return counts;
}

/** How many tokens up to each, itself included, have a label. */
function countsThrough(labels: Uint8Array, label: number): Int32Array {
  const counts = new Int32Array(labels.length);
  for (let index = 0, count = 0; index < labels.length; index++) {
    if (labels[index] === label) count++;
    counts[index] = count;
  }
  return counts;
}

/** For each token: other cues in its sentence, and how much of the sentence is quoted (0 nothing to 3 all). */
function sentenceViews({ length, quote, sentenceLast }: Sequence, others: readonly TokenRange[]) {
  const crowd = new Uint8Array(length);
  const quoted = new Uint8Array(length);
  for (let first = 0; first < length; ) {
    const last = sentenceLast[first] as number;
    const cues = others.filter((other) => other.first >= first && other.first <= last).length;
    let inside = 0;
    let outside = 0;
    for (let index = first; index <= last; index++) {
      if (quote[index] === INSIDE) inside++;
      else if (quote[index] === OUTSIDE) outside++;
    }
    crowd.fill(Math.min(3, cues), first, last + 1);
    quoted.fill(inside === 0 ? 0 : outside === 0 ? 3 : inside > outside ? 2 : 1, first, last + 1);
    first = last + 1;
  }
  return { crowd, quoted };
}

/** For a token in quotation marks: how its quotation opens, after which word, and whether behind the cue. */
function openedAfter({ length, quote, quotation, word }: Sequence, cue: TokenRange): Int32Array {
  const opened = new Int32Array(length);
  for (let index = 0, first = 0; index < length; index++) {
    if (quotation[index] === 0) continue;
    if (index === 0 || quotation[index] !== quotation[index - 1]) first = index;
    const opens = quote[first] === OPENING ? 2 : 3;
    opened[index] = mix(
      5,
      first === 0 ? 1 : opens,
      first > 0 ? (word[first - 1] as number) : 7,
      first >= cue.last ? 1 : 2,
    );
  }
  return opened;
}
