import { generator } from '../../../evals/register/index.ts';
import {
  ARC_VIEWS,
  arcFeatures,
  arcWordFeatures,
  wordInView,
} from '../../../src/analyse/tag/linear/parser/arc-features.ts';
import { Decision } from '../../../src/analyse/tag/linear/parser/decision.ts';
import { MARK_LABELS, MarkPlaces, markFeatures } from '../../../src/analyse/tag/linear/parser/marks.ts';
import { type Arc, relationFeatures } from '../../../src/analyse/tag/linear/parser/relation-features.ts';
import {
  ACTIONS,
  LEFT,
  NONE,
  ParserState,
  RIGHT,
  SHIFT,
} from '../../../src/analyse/tag/linear/parser/state.ts';
import { OWN_ROOM } from '../../../src/analyse/tag/room.ts';
import type { TokenRange } from '../../../src/analyse/tag/token-range.ts';
import { log } from '../options.ts';
import { best, Learner, type Settings, shuffle, slopesOf } from './learner.ts';
import type { Lesson } from './lesson.ts';
import { bestActions } from './oracle.ts';

/** What is learnt of trees. */
export interface TreeWeights {
  readonly arcs: Learner;
  readonly relations: Learner;
  readonly marks: Learner;
}

/** In the walk that counts features one action of so many is taken at random, so that states off the right way are counted. */
const ASTRAY = 0.1;

/** How a walk goes through a sentence: it counts features, learns and goes the right way, or learns and goes the parser's own. */
type Walk = 'count' | 'led' | 'free';

/**
 * Learns arcs, relations and what marks hang on, along the parser's own way through each sentence, by an oracle that knows
 * what is best from anywhere (Goldberg and Nivre 2012).
 */
export function fitTrees(
  lessons: readonly Lesson[],
  relationNames: readonly string[],
  settings: { readonly [Kind in keyof TreeWeights]: Settings },
): TreeWeights {
  const { epochs, seed } = settings.arcs;
  const random = generator(seed);
  const decision = new Decision();
  const learners = {
    arcs: new Learner({ ...settings.arcs, labels: ACTIONS }),
    relations: new Learner({ ...settings.relations, labels: relationNames.length }),
    marks: new Learner({ ...settings.marks, labels: MARK_LABELS }),
  };
  const { arcs, relations, marks } = learners;
  const scores = new Float64Array(Math.max(ACTIONS, relationNames.length));
  const slopes = new Float64Array(scores.length);
  const own = {
    arcs: { scores: scores.subarray(0, ACTIONS), slopes: slopes.subarray(0, ACTIONS) },
    relations: {
      scores: scores.subarray(0, relationNames.length),
      slopes: slopes.subarray(0, relationNames.length),
    },
    marks: { scores: scores.subarray(0, MARK_LABELS), slopes: slopes.subarray(0, MARK_LABELS) },
  };
  let wrong = 0;
  let decisions = 0;
  for (const lesson of lessons) walk(lesson, 'count');
  const order = Int32Array.from(lessons.keys());
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    wrong = 0;
    decisions = 0;
    for (const number of order) walk(lessons[number] as Lesson, epoch === 0 ? 'led' : 'free');
    for (const learner of Object.values(learners)) learner.endEpoch(epoch);
    log(`epoch ${epoch + 1}: ${((100 * wrong) / decisions).toFixed(2)} % of ${decisions} decisions wrong`);
  }
  return { arcs: arcs.finished(), relations: relations.finished(), marks: marks.finished() };

  function walk(lesson: Lesson, how: Walk): void {
    const state = new ParserState(lesson.marks, OWN_ROOM);
    const places = new MarkPlaces(lesson.sequence, OWN_ROOM);
    for (const sentence of lesson.sequence.block.sentences) {
      state.start(sentence);
      while (!state.done) step(lesson, state, how);
      if (state.depth > 0) hangMarks(lesson, state, { places, sentence, how });
    }
  }

  function step(lesson: Lesson, state: ParserState, how: Walk): void {
    const action = actionIn(lesson, state, how);
    if (action === SHIFT) {
      state.shift();
      return;
    }
    const arc = { head: state.headBy(action), child: state.below(0) };
    state.attach(arc.head, relationOf(lesson, state, arc, how));
  }

  function actionIn(lesson: Lesson, state: ParserState, how: Walk): number {
    if (!state.can(LEFT)) return state.can(SHIFT) ? SHIFT : RIGHT;
    const { sequence, gold } = lesson;
    decision.start();
    for (let view = 0; view < ARC_VIEWS; view++)
      arcWordFeatures(gold.words.at(wordInView(sequence, state, view)), view, decision);
    arcFeatures(lesson, state, decision);
    const may = [LEFT, RIGHT, SHIFT].filter((action) => state.can(action));
    const right = bestActions(state, lesson.heads);
    if (how === 'count') {
      arcs.count(decision, gold.text);
      return oneOf(random() < ASTRAY ? may : right);
    }
    arcs.take(decision, random);
    arcs.score(own.arcs.scores);
    const found = best(own.arcs.scores, may);
    decisions++;
    if (!right.includes(found)) wrong++;
    if (right.length < may.length) {
      slopesOf(own.arcs.scores, { right, may }, own.arcs.slopes);
      arcs.learn(own.arcs.slopes, gold.weight);
    }
    return how === 'led' ? best(own.arcs.scores, right) : found;
  }

  function relationOf(lesson: Lesson, state: ParserState, arc: Arc, how: Walk): number {
    const label = lesson.relations[arc.child] as number;
    decision.start();
    relationFeatures(lesson, state, arc, decision);
    if (how === 'count') {
      if (!lesson.gold.silver) relations.count(decision, lesson.gold.text);
      return Math.max(0, label);
    }
    relations.take(decision, random);
    relations.score(own.relations.scores);
    const found = best(own.relations.scores);
    // A silver tree's heads are better than its relations.
    if (lesson.gold.silver || label < 0 || lesson.heads[arc.child] !== arc.head) return found;
    slopesOf(own.relations.scores, { right: [label] }, own.relations.slopes);
    relations.learn(own.relations.slopes, lesson.gold.weight);
    return how === 'led' ? label : found;
  }

  /** Marks learn from the trees that the parser makes, where the right head is one that they can have. */
  function hangMarks(
    lesson: Lesson,
    state: ParserState,
    { places, sentence, how }: { places: MarkPlaces; sentence: TokenRange; how: Walk },
  ): void {
    for (let token = sentence.first; token < sentence.last; token++) {
      if (lesson.marks[token] === 0) continue;
      places.look(token, state, sentence);
      decision.start();
      markFeatures(lesson, state, places, decision);
      if (how === 'count') marks.count(decision, lesson.gold.text);
      else learnMark(lesson, places);
    }
  }

  function learnMark({ gold }: Lesson, places: MarkPlaces): void {
    const may = Array.from({ length: MARK_LABELS }, (_, label) => label).filter(
      (label) => places.place(label) !== NONE,
    );
    const right = may.filter((label) => places.place(label) === gold.heads[places.mark]);
    if (right.length === 0 || right.length === may.length) return;
    marks.take(decision, random);
    marks.score(own.marks.scores);
    slopesOf(own.marks.scores, { right, may }, own.marks.slopes);
    marks.learn(own.marks.slopes, gold.weight);
  }

  function oneOf(some: readonly number[]): number {
    return some[Math.floor(random() * some.length)] as number;
  }
}
