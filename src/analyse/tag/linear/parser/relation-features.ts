import { bucket } from '../features.ts';
import { mix2, mix3, mix4 } from '../hash.ts';
import { inside, type Marked } from './arc-features.ts';
import type { Decision } from './decision.ts';
import type { ParserState } from './state.ts';

/** An arc that stands: which token hangs on which. */
export interface Arc {
  head: number;
  child: number;
}

/** Features of the relation of an arc, taken when it is made: the child has all its children by then, the head some. */
export function relationFeatures(marked: Marked, state: ParserState, arc: Arc, decision: Decision): void {
  pairFeatures(marked, arc, decision);
  childFeatures(marked, state, arc, decision);
  headFeatures(marked, state, arc, decision);
  aroundFeatures(marked, state, arc, decision);
}

function pairFeatures(
  { sequence: { word, lemma, wordClass, group }, parts }: Marked,
  { head, child }: Arc,
  decision: Decision,
): void {
  const h = lemma[head] as number;
  const d = lemma[child] as number;
  const hPart = parts[head] as number;
  const dPart = parts[child] as number;
  const side = head < child ? 1 : 0;
  const { values } = decision;
  const to = decision.take(8);
  values[to] = mix3(710, h, d, side);
  values[to + 1] = mix3(711, hPart, d, side);
  values[to + 2] = mix3(712, h, dPart, side);
  values[to + 3] = mix3(713, hPart, dPart, bucket(child - head));
  values[to + 4] = mix2(714, word[child] as number, side);
  values[to + 5] = mix3(715, wordClass[child] as number, wordClass[head] as number, side);
  values[to + 6] = mix3(716, group[child] as number, group[head] as number, side);
  values[to + 7] = mix3(717, group[child] as number, hPart, side);
}

/** The child's own children: its preposition, its article, its subject. */
function childFeatures(
  { sequence: { lemma, ending }, parts }: Marked,
  { last, leftmost, rightmost, childRelations }: ParserState,
  { head, child }: Arc,
  decision: Decision,
): void {
  const side = head < child ? 1 : 0;
  const has = childRelations[child] as number;
  const first = leftmost[child] as number;
  const end = rightmost[child] as number;
  const dPart = parts[child] as number;
  const hPart = parts[head] as number;
  const marker = inside(lemma, first, last);
  const { values } = decision;
  const to = decision.take(5);
  values[to] = mix4(730, has, dPart, hPart, side);
  values[to + 1] = mix4(731, marker, dPart, hPart, side);
  values[to + 2] = mix3(732, lemma[head] as number, marker, side);
  values[to + 3] = mix4(733, inside(parts, first, last), inside(parts, end, last), dPart, side);
  values[to + 4] = mix3(734, ending[child] as number, hPart, side);
}

/** What the head has already. */
function headFeatures(
  { sequence: { lemma, ending }, parts }: Marked,
  { childRelations }: ParserState,
  { head, child }: Arc,
  decision: Decision,
): void {
  const side = head < child ? 1 : 0;
  const has = childRelations[head] as number;
  const hPart = parts[head] as number;
  const dPart = parts[child] as number;
  const { values } = decision;
  const to = decision.take(3);
  values[to] = mix4(740, has, hPart, dPart, side);
  values[to + 1] = mix4(742, has, lemma[head] as number, dPart, side);
  values[to + 2] = mix4(743, ending[head] as number, hPart, dPart, side);
}

/** The tokens beside the child and the head, and what stands between them. */
function aroundFeatures(
  { parts, between }: Marked,
  { last }: ParserState,
  { head, child }: Arc,
  decision: Decision,
): void {
  const side = head < child ? 1 : 0;
  const hPart = parts[head] as number;
  const dPart = parts[child] as number;
  const signs = head < child ? between.signs(head, child) : between.signs(child, head);
  const { values } = decision;
  const to = decision.take(2);
  values[to] = mix4(750, inside(parts, child - 1, last), dPart, inside(parts, child + 1, last), side);
  values[to + 1] = mix4(751, signs, hPart, dPart, side);
}
