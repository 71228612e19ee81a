import { AFTER, BEFORE, bucket, type FeatureWriter } from '../features.ts';
import { mix1, mix2, mix3, mix4 } from '../hash.ts';
import type { Sequence } from '../sequence.ts';
import { WORD_AFTER, WORD_BEFORE, type WordValues } from '../vocabulary.ts';
import type { WordSums } from '../word-sums.ts';
import type { Between } from './between.ts';
import type { Decision } from './decision.ts';
import type { ParserState } from './state.ts';

/** The words of a sentence with what is known of them before its tree. */
export interface Marked {
  readonly sequence: Sequence;
  readonly parts: Uint8Array;
  readonly between: Between;
}

/** A word is seen as one of the three on top of the stack or of the next three. */
export const ARC_VIEWS = 6;

/** The features that a word by itself gives to a decision about an arc. */
export function arcWordFeatures(values: WordValues, view: number, writer: Pick<FeatureWriter, 'add'>): void {
  writer.add(mix1(600 + view, values.word));
  writer.add(mix1(606 + view, values.lemma));
  writer.add(mix1(612 + view, values.wordClass));
  writer.add(mix1(618 + view, values.group));
  writer.add(mix1(624 + view, values.shape));
  writer.add(mix1(630 + view, values.ending));
}

/** The word in a view, by its number among the known ones. */
export function wordInView({ number }: Sequence, state: ParserState, view: number): number {
  const token = view < 3 ? state.below(view) : state.ahead(view - 3);
  return token < 0 ? WORD_BEFORE : token >= state.last ? WORD_AFTER : (number[token] as number);
}

/** Adds what the words in all views weigh. */
export function addArcWords(
  sums: WordSums,
  sequence: Sequence,
  state: ParserState,
  scores: Float64Array,
): void {
  for (let view = 0; view < ARC_VIEWS; view++) sums.addTo(scores, 0, wordInView(sequence, state, view), view);
}

/** What a decision looks at again and again, by token: lemma, group and part of speech. */
class Looked {
  s0 = 0;
  s1 = 0;
  s2 = 0;
  b0 = 0;
  s0Lemma = 0;
  s1Lemma = 0;
  s2Lemma = 0;
  b0Lemma = 0;
  b1Lemma = 0;
  s0Part = 0;
  s1Part = 0;
  s2Part = 0;
  b0Part = 0;
  b1Part = 0;
  b2Part = 0;

  look({ sequence: { lemma }, parts }: Marked, state: ParserState): void {
    const { next, last } = state;
    const b1 = state.ahead(1);
    const b2 = state.ahead(2);
    this.s0 = state.below(0);
    this.s1 = state.below(1);
    this.s2 = state.below(2);
    this.b0 = next;
    this.s0Lemma = inside(lemma, this.s0, last);
    this.s1Lemma = inside(lemma, this.s1, last);
    this.s2Lemma = inside(lemma, this.s2, last);
    this.b0Lemma = inside(lemma, next, last);
    this.b1Lemma = inside(lemma, b1, last);
    this.s0Part = inside(parts, this.s0, last);
    this.s1Part = inside(parts, this.s1, last);
    this.s2Part = inside(parts, this.s2, last);
    this.b0Part = inside(parts, next, last);
    this.b1Part = inside(parts, b1, last);
    this.b2Part = inside(parts, b2, last);
  }
}

/** The value of a token of the sentence, or what stands for none below the stack and none behind the end. */
export function inside(array: Int32Array | Uint8Array, token: number, last: number): number {
  return token < 0 ? BEFORE : token >= last ? AFTER : (array[token] as number);
}

const looked = new Looked();

/**
 * The other features of a decision about an arc (after Zhang and Nivre 2011): s0 to s2 are the tokens on top of the stack,
 * b0 to b2 the next ones. Each kind is a function small enough for the hash to be inlined into.
 */
export function arcFeatures(marked: Marked, state: ParserState, decision: Decision): void {
  looked.look(marked, state);
  pairFeatures(marked, state, decision);
  stackFeatures(marked, state, decision);
  partFeatures(decision);
  childFeatures(marked, state, decision);
  valencyFeatures(state, decision);
  markerFeatures(marked, state, decision);
  betweenFeatures(marked, state, decision);
  markFeatures(marked, state, decision);
  likeFeatures(marked, state, decision);
}

/** The top of the stack and the next token. */
function pairFeatures({ sequence }: Marked, { last }: ParserState, decision: Decision): void {
  const { s0, b0, s0Lemma, b0Lemma, s0Part, b0Part } = looked;
  const { group } = sequence;
  const far = bucket(b0 - s0);
  const { values } = decision;
  const to = decision.take(6);
  values[to] = mix2(640, s0Lemma, b0Lemma);
  values[to + 1] = mix2(641, s0Lemma, b0Part);
  values[to + 2] = mix2(642, s0Part, b0Lemma);
  values[to + 3] = mix3(643, s0Part, b0Part, far);
  values[to + 4] = mix2(644, inside(group, s0, last), inside(group, b0, last));
  values[to + 5] = mix3(647, inside(group, s0, last), b0Part, s0Part);
}

/** The two tokens on top of the stack. */
function stackFeatures({ sequence }: Marked, { last }: ParserState, decision: Decision): void {
  const { s0, s1, s0Lemma, s1Lemma, s0Part, s1Part } = looked;
  const { group } = sequence;
  const { values } = decision;
  const to = decision.take(5);
  values[to] = mix2(650, s1Lemma, s0Lemma);
  values[to + 1] = mix2(651, s1Lemma, s0Part);
  values[to + 2] = mix2(652, s1Part, s0Lemma);
  values[to + 3] = mix3(653, s1Part, s0Part, bucket(s0 - s1));
  values[to + 4] = mix2(654, inside(group, s1, last), inside(group, s0, last));
}

/** Three parts of speech and more, some with a lemma. */
function partFeatures(decision: Decision): void {
  const { s0Lemma, s1Lemma, b0Lemma, s0Part, s1Part, s2Part, b0Part, b1Part, b2Part } = looked;
  const { values } = decision;
  const to = decision.take(9);
  values[to] = mix3(660, s1Part, s0Part, b0Part);
  values[to + 1] = mix3(661, s2Part, s1Part, s0Part);
  values[to + 2] = mix3(662, s0Part, b0Part, b1Part);
  values[to + 3] = mix3(663, b0Part, b1Part, b2Part);
  values[to + 4] = mix4(664, s1Part, s0Part, b0Part, b1Part);
  values[to + 5] = mix4(665, s2Part, s1Part, s0Part, b0Part);
  values[to + 6] = mix3(666, s1Lemma, s0Part, b0Part);
  values[to + 7] = mix3(667, s1Part, s0Lemma, b0Part);
  values[to + 8] = mix3(668, s1Part, s0Part, b0Lemma);
}

/** The first and last children of the tokens. */
function childFeatures({ parts }: Marked, state: ParserState, decision: Decision): void {
  const { s0, s1, b0, s0Part, s1Part, b0Part } = looked;
  const { last, leftmost, rightmost } = state;
  const s0Left = inside(parts, inside(leftmost, s0, last), last);
  const s0Right = inside(parts, inside(rightmost, s0, last), last);
  const s1Left = inside(parts, inside(leftmost, s1, last), last);
  const s1Right = inside(parts, inside(rightmost, s1, last), last);
  const b0Left = inside(parts, inside(leftmost, b0, last), last);
  const { values } = decision;
  const to = decision.take(5);
  values[to] = mix3(670, s0Part, s0Left, b0Part);
  values[to + 1] = mix3(671, s0Part, s0Right, b0Part);
  values[to + 2] = mix3(672, s0Part, b0Left, b0Part);
  values[to + 3] = mix3(673, s1Part, s1Right, s0Part);
  values[to + 4] = mix3(674, s1Part, s1Left, s0Part);
}

/** How many children, and as what. */
function valencyFeatures(state: ParserState, decision: Decision): void {
  const { s0, s1, b0, s0Lemma, s0Part, s1Part, b0Part } = looked;
  const { last, lefts, rights, childRelations } = state;
  const s0Has = inside(childRelations, s0, last);
  const s1Has = inside(childRelations, s1, last);
  const b0Has = inside(childRelations, b0, last);
  const s0Rights = inside(rights, s0, last);
  const { values } = decision;
  const to = decision.take(6);
  values[to] = mix3(680, s0Lemma, s0Rights, b0Part);
  values[to + 1] = mix3(681, s0Part, s0Rights, inside(lefts, s0, last));
  values[to + 2] = mix3(682, s0Part, s0Has, b0Part);
  values[to + 3] = mix3(683, b0Part, b0Has, s0Part);
  values[to + 4] = mix3(684, s1Part, s1Has, s0Part);
  values[to + 5] = mix3(687, s0Lemma, s0Has, b0Part);
}

/** The first child of a token, which may be its preposition or conjunction, with what the token could hang on. */
function markerFeatures({ sequence: { lemma } }: Marked, state: ParserState, decision: Decision): void {
  const { s0, s1, b0, s1Lemma, s2Lemma, s0Part, s1Part, s2Part, b0Part } = looked;
  const { last, leftmost } = state;
  const marker = inside(lemma, inside(leftmost, s0, last), last);
  const nextMarker = inside(lemma, inside(leftmost, b0, last), last);
  const lowerMarker = inside(lemma, inside(leftmost, s1, last), last);
  const { values } = decision;
  const to = decision.take(6);
  values[to] = mix3(677, s0Part, nextMarker, b0Part);
  values[to + 1] = mix4(678, s1Part, lowerMarker, marker, s0Part);
  values[to + 2] = mix3(690, s1Lemma, marker, s0Part);
  values[to + 3] = mix4(691, s1Part, s2Part, marker, s0Part);
  values[to + 4] = mix3(692, s2Lemma, marker, s1Part);
  values[to + 5] = mix3(693, marker, s0Part, b0Part);
}

/** Whether two tokens could be parts of one list, and what the upper one's first child is to it. */
function likeFeatures({ sequence }: Marked, state: ParserState, decision: Decision): void {
  const { s0, s1, s0Part, s1Part, s2Part, b0Part } = looked;
  const { last, leftmost, relations } = state;
  const { group, ending, shape } = sequence;
  const first = inside(relations, inside(leftmost, s0, last), last);
  let alike = 0;
  if (inside(group, s0, last) === inside(group, s1, last)) alike += 1;
  if (inside(ending, s0, last) === inside(ending, s1, last)) alike += 2;
  if (inside(shape, s0, last) === inside(shape, s1, last)) alike += 4;
  const { values } = decision;
  const to = decision.take(3);
  values[to] = mix4(708, s1Part, s0Part, first, alike);
  values[to + 1] = mix4(709, s2Part, s1Part, s0Part, first);
  values[to + 2] = mix4(707, s1Part, s0Part, first, b0Part);
}

/** What stands between two tokens, and whether one quotation holds both. */
function betweenFeatures({ sequence, between }: Marked, { last }: ParserState, decision: Decision): void {
  const { s0, s1, b0, s0Part, s1Part, b0Part } = looked;
  const { quotation } = sequence;
  const own = inside(quotation, s0, last);
  const { values } = decision;
  const to = decision.take(4);
  values[to] = mix3(696, s0Part, b0Part, s0 < 0 ? 0 : between.signs(s0, b0));
  values[to + 1] = mix3(697, s1Part, s0Part, s1 < 0 ? 0 : between.signs(s1, s0));
  values[to + 2] = mix4(698, s0Part, b0Part, own === inside(quotation, b0, last) ? 1 : 0, own === 0 ? 0 : 1);
  values[to + 3] = mix3(699, s1Part, s0Part, own === inside(quotation, s1, last) ? 1 : 0);
}

/** The punctuation marks beside the tokens. */
function markFeatures(
  { sequence: { word } }: Marked,
  { last, marks }: ParserState,
  decision: Decision,
): void {
  const { s0, s1, b0, s0Part, s1Part, b0Part } = looked;
  const before = s0 > 0 && marks[s0 - 1] === 1 ? inside(word, s0 - 1, last) : 0;
  const next = b0 > 0 && marks[b0 - 1] === 1 ? (word[b0 - 1] as number) : 0;
  const after = b0 + 1 < last && marks[b0 + 1] === 1 ? (word[b0 + 1] as number) : 0;
  const under = s1 >= 0 && marks[s1 + 1] === 1 ? inside(word, s1 + 1, last) : 0;
  const { values } = decision;
  const to = decision.take(4);
  values[to] = mix3(701, s0Part, b0Part, next);
  values[to + 1] = mix4(703, s1Part, s0Part, under, before);
  values[to + 2] = mix4(704, s0Part, b0Part, next, after);
  values[to + 3] = mix4(705, s1Part, s0Part, b0Part, next);
}
