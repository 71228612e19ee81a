import type { TreeWord } from '../../index.ts';
import type { Room } from '../../room.ts';
import type { TokenRange } from '../../token-range.ts';
import type { Sequence } from '../sequence.ts';
import type { KnownWords } from '../vocabulary.ts';
import { WordSums } from '../word-sums.ts';
import { ARC_VIEWS, addArcWords, arcFeatures, arcWordFeatures, type Marked } from './arc-features.ts';
import { Between } from './between.ts';
import { Decision } from './decision.ts';
import { MARK_LABELS, MARK_PART, MARK_RELATION, MarkPlaces, markFeatures, marksIn } from './marks.ts';
import type { ParserModel } from './model.ts';
import { addPartWords, PART_VIEWS, partFeatures, partWordFeatures } from './parts.ts';
import { type Arc, relationFeatures } from './relation-features.ts';
import { ACTIONS, LEFT, NONE, ParserState, RIGHT, ROOT, SHIFT } from './state.ts';

export { type ParserModel, unpackParser } from './model.ts';

const ROOT_RELATION = 'root';

/** Gives the trees of a sequence's sentences. */
export type Parser = (sequence: Sequence, room: Room) => TreeWord[][];

/**
 * The greedy parser over sequences of these words: marks parts of speech from left to right, then decides about arcs one by
 * one (state.ts), and about an arc's relation once it stands. Time is linear in the length of the text.
 */
export function parserOf(model: ParserModel, words: KnownWords): Parser {
  const { parts: partNames, relations: relationNames, weights } = model;
  const partSums = new WordSums(
    { labels: partNames.length, weights: weights.parts },
    words,
    PART_VIEWS,
    partWordFeatures,
  );
  const arcSums = new WordSums({ labels: ACTIONS, weights: weights.arcs }, words, ARC_VIEWS, arcWordFeatures);
  const decision = new Decision();
  const scores = {
    parts: new Float64Array(partNames.length),
    arcs: new Float64Array(ACTIONS),
    relations: new Float64Array(relationNames.length),
    marks: new Float64Array(MARK_LABELS),
  };
  const markPart = partNames.indexOf(MARK_PART);
  const markRelation = relationNames.indexOf(MARK_RELATION);
  const arc: Arc = { head: 0, child: 0 };
  return (sequence, room) => {
    const parts = partsOf(sequence, room);
    const marked = { sequence, parts, between: new Between(sequence, parts, partNames, room) };
    const state = new ParserState(marksIn(parts, markPart, room), room);
    const places = new MarkPlaces(sequence, room);
    return sequence.block.sentences.map((sentence) => {
      state.start(sentence);
      while (!state.done) act(marked, state);
      hangMarks(marked, state, places, sentence);
      return wordsOf(marked, state, sentence);
    });
  };

  function hangMarks(marked: Marked, state: ParserState, places: MarkPlaces, sentence: TokenRange): void {
    const root = state.depth === 0 ? sentence.first : state.below(0);
    for (let token = sentence.first; token < sentence.last; token++) {
      if (state.marks[token] === 0) continue;
      state.relations[token] = markRelation;
      // Of marks alone the first is the root.
      if (token === root) continue;
      places.look(token, state, sentence);
      const place = places.place(placeOf(marked, state, places));
      // Among marks alone, and in a pair with no word between its marks, there is nothing else to hang on.
      state.heads[token] = place === NONE ? root : place;
    }
  }

  function placeOf(marked: Marked, state: ParserState, places: MarkPlaces): number {
    scores.marks.fill(0);
    decision.start();
    markFeatures(marked, state, places, decision);
    weights.marks.addScores(decision, scores.marks);
    for (let label = 0; label < MARK_LABELS; label++)
      if (places.place(label) === NONE) scores.marks[label] = Number.NEGATIVE_INFINITY;
    return largest(scores.marks);
  }

  function partsOf(sequence: Sequence, room: Room): Uint8Array {
    const parts = room.bytes(sequence.length);
    for (let token = 0; token < sequence.length; token++) {
      scores.parts.fill(0);
      addPartWords(partSums, sequence, token, scores.parts);
      decision.start();
      partFeatures(sequence, parts, token, decision);
      weights.parts.addScores(decision, scores.parts);
      parts[token] = largest(scores.parts);
    }
    return parts;
  }

  function act(marked: Marked, state: ParserState): void {
    const action = actionIn(marked, state);
    if (action === SHIFT) {
      state.shift();
      return;
    }
    arc.child = state.below(0);
    arc.head = state.headBy(action);
    state.attach(arc.head, relationOf(marked, state));
  }

  function actionIn(marked: Marked, state: ParserState): number {
    if (!state.can(LEFT)) return state.can(SHIFT) ? SHIFT : RIGHT;
    scores.arcs.fill(0);
    addArcWords(arcSums, marked.sequence, state, scores.arcs);
    decision.start();
    arcFeatures(marked, state, decision);
    weights.arcs.addScores(decision, scores.arcs);
    if (!state.can(RIGHT)) scores.arcs[RIGHT] = Number.NEGATIVE_INFINITY;
    return largest(scores.arcs);
  }

  function relationOf(marked: Marked, state: ParserState): number {
    scores.relations.fill(0);
    decision.start();
    relationFeatures(marked, state, arc, decision);
    weights.relations.addScores(decision, scores.relations);
    return largest(scores.relations);
  }

  function wordsOf(
    { sequence: { block }, parts }: Marked,
    { heads, relations }: ParserState,
    { first, last }: TokenRange,
  ): TreeWord[] {
    return block.tokens.slice(first, last).map(({ start, end }, index) => {
      const head = heads[first + index] as number;
      return {
        start,
        end,
        part: partNames[parts[first + index] as number] ?? '',
        head: head === ROOT ? ROOT : head - first,
        relation: head === ROOT ? ROOT_RELATION : (relationNames[relations[first + index] as number] ?? ''),
      };
    });
  }
}

/** The place of the largest number. */
function largest(scores: Float64Array): number {
  let best = 0;
  for (let at = 1; at < scores.length; at++) if ((scores[at] as number) > (scores[best] as number)) best = at;
  return best;
}
