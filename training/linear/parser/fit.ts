import { generator } from '../../../evals/register/index.ts';
import {
  ARC_VIEWS,
  arcFeatures,
  arcWordFeatures,
  type Marked,
  wordInView,
} from '../../../src/analyse/tag/linear/parser/arc-features.ts';
import { Between } from '../../../src/analyse/tag/linear/parser/between.ts';
import { Decision } from '../../../src/analyse/tag/linear/parser/decision.ts';
import { MARK_PART } from '../../../src/analyse/tag/linear/parser/index.ts';
import { MARK_LABELS, MarkPlaces, markFeatures, marksIn } from '../../../src/analyse/tag/linear/parser/marks.ts';
import { PART_VIEWS, partFeatures, partWordFeatures } from '../../../src/analyse/tag/linear/parser/parts.ts';
import { relationFeatures } from '../../../src/analyse/tag/linear/parser/relation-features.ts';
import { ACTIONS, LEFT, NONE, ParserState, RIGHT, ROOT, SHIFT } from '../../../src/analyse/tag/linear/parser/state.ts';
import { numberAt } from '../../../src/analyse/tag/linear/sequence.ts';
import { OWN_ROOM } from '../../../src/analyse/tag/room.ts';
import type { TokenRange } from '../../../src/analyse/tag/token-range.ts';
import { log } from '../options.ts';
import type { GoldTrees } from './gold.ts';
import { Learner, slopesOf } from './learner.ts';
import { bestActions, UNKNOWN } from './oracle.ts';

/** How the parser learns; the figures behind the numbers stand in docs/decisions/0026-the-linear-parser.md. */
export interface Settings {
  readonly epochs: number;
  readonly least: number;
  readonly rate: number;
  readonly dropout: number;
  readonly decay: number;
  readonly seed: number;
}

/** A part of speech that no token of the gold trees has. */
const NO_LABEL = -1;

/** Learns parts of speech, from left to right after the parts that it gives itself. */
export function fitParts(
  gold: readonly GoldTrees[],
  names: readonly string[],
  { epochs, least, rate, dropout, decay, seed }: Settings,
): Learner {
  const learner = new Learner({ labels: names.length, least, rate, decay });
  const decision = new Decision();
  const random = generator(seed);
  const scores = new Float64Array(names.length);
  const slopes = new Float64Array(names.length);
  const right = gold.map(({ parts }) => parts.map((part) => names.indexOf(part)));
  const order = Int32Array.from(gold.keys());
  for (let epoch = -1; epoch < epochs; epoch++) {
    if (epoch >= 0) shuffle(order, random);
    for (const number of order) {
      const { sequence, words, weight, text } = gold[number] as GoldTrees;
      const own = right[number] as readonly number[];
      const parts = new Uint8Array(sequence.length);
      for (let token = 0; token < sequence.length; token++) {
        decision.start();
        for (let view = 0; view < PART_VIEWS; view++)
          partWordFeatures(words.at(numberAt(sequence, token + view - 2)), view, decision);
        partFeatures(sequence, parts, token, decision);
        const label = own[token] as number;
        if (epoch < 0) {
          learner.countAll(decision, text);
          parts[token] = Math.max(0, label);
          continue;
        }
        learner.take(decision, dropout, random);
        learner.score(scores);
        parts[token] = epoch === 0 && label >= 0 ? label : largest(scores, -1);
        if (label === NO_LABEL) continue;
        slopesOf(scores, { label }, slopes);
        for (let at = 0; at < slopes.length; at++) slopes[at] = (slopes[at] as number) * weight;
        learner.learn(slopes);
      }
    }
    if (epoch >= Math.min(2, epochs - 1)) learner.average();
  }
  learner.finish();
  return learner;
}

/** The parts of speech that learnt weights give to sequences they have not seen. */
export function partsBy(learner: Learner, { sequence, words }: GoldTrees): Uint8Array {
  const decision = new Decision();
  const scores = new Float64Array(learner.labels);
  const parts = new Uint8Array(sequence.length);
  for (let token = 0; token < sequence.length; token++) {
    decision.start();
    for (let view = 0; view < PART_VIEWS; view++)
      partWordFeatures(words.at(numberAt(sequence, token + view - 2)), view, decision);
    partFeatures(sequence, parts, token, decision);
    scores.fill(0);
    learner.addScores(decision, scores);
    parts[token] = largest(scores, -1);
  }
  return parts;
}

/** A sequence as the parser sees it, and its right trees. */
interface Lesson extends Marked {
  readonly gold: GoldTrees;
  readonly relations: readonly number[];
  readonly marks: Uint8Array;
  /** The heads of the words that are no marks. */
  readonly heads: Int32Array;
}

/** What is learnt of trees. */
export interface TreeWeights {
  readonly arcs: Learner;
  readonly relations: Learner;
  readonly marks: Learner;
}

/** In one decision of so many of the first walk an action is taken at random, so that states off the right way are counted. */
const ASTRAY = 0.1;

/**
 * Learns arcs and relations along the parser's own way through each sentence, by an oracle that knows what is best from
 * anywhere (Goldberg and Nivre 2012).
 */
export function fitTrees(
  gold: readonly GoldTrees[],
  parts: readonly Uint8Array[],
  { partNames, relationNames }: { partNames: readonly string[]; relationNames: readonly string[] },
  settings: { readonly arcs: Settings; readonly relations: Settings; readonly marks: Settings },
  look: (epoch: number, weights: TreeWeights) => void = () => {},
): TreeWeights {
  const { epochs, seed } = settings.arcs;
  const arcs = new Learner({ labels: ACTIONS, ...settings.arcs });
  const relations = new Learner({ labels: relationNames.length, ...settings.relations });
  const marks = new Learner({ labels: MARK_LABELS, ...settings.marks });
  const markPart = partNames.indexOf(MARK_PART);
  const numberOf = new Map(relationNames.map((name, number) => [name, number]));
  const lessons = gold.map((own, number): Lesson => {
    const given = parts[number] as Uint8Array;
    const isMark = marksIn(given, markPart, OWN_ROOM);
    return {
      gold: own,
      marks: isMark,
      heads: own.heads.map((head, token) => (isMark[token] === 1 || (head >= 0 && isMark[head] === 1) ? UNKNOWN : head)),
      sequence: own.sequence,
      parts: given,
      between: new Between(own.sequence, given, partNames, OWN_ROOM),
      relations: own.relations.map((name) => numberOf.get(name) ?? NO_LABEL),
    };
  });
  const random = generator(seed);
  const decision = new Decision();
  const scores = { arcs: new Float64Array(ACTIONS), relations: new Float64Array(relationNames.length), marks: new Float64Array(MARK_LABELS) };
  const slopes = { arcs: new Float64Array(ACTIONS), relations: new Float64Array(relationNames.length), marks: new Float64Array(MARK_LABELS) };
  const order = Int32Array.from(lessons.keys());
  let errors = 0;
  let decisions = 0;
  for (let epoch = -1; epoch < epochs; epoch++) {
    if (epoch >= 0) shuffle(order, random);
    errors = 0;
    decisions = 0;
    for (const number of order) walk(lessons[number] as Lesson, epoch);
    if (epoch >= Math.min(2, epochs - 1)) {
      arcs.average();
      relations.average();
      marks.average();
    }
    if (epoch >= 0) log(`epoch ${epoch}: ${((100 * errors) / decisions).toFixed(2)} % of ${decisions} decisions wrong`);
    look(epoch, { arcs, relations, marks });
  }
  arcs.finish();
  relations.finish();
  marks.finish();
  return { arcs, relations, marks };

  function walk(lesson: Lesson, epoch: number): void {
    const state = new ParserState(lesson.marks, OWN_ROOM);
    const places = new MarkPlaces(lesson.sequence, OWN_ROOM);
    for (const sentence of lesson.sequence.block.sentences) {
      state.start(sentence);
      while (!state.done) step(lesson, state, epoch);
      if (state.depth > 0) learnMarks(lesson, state, { places, sentence, epoch });
    }
  }

  /** Marks learn from the trees that the parser makes, where the right head is among those they can have. */
  function learnMarks(
    lesson: Lesson,
    state: ParserState,
    { places, sentence, epoch }: { places: MarkPlaces; sentence: TokenRange; epoch: number },
  ): void {
    for (let token = sentence.first; token < sentence.last; token++) {
      if (lesson.marks[token] === 0) continue;
      places.look(token, lesson.marks, state, sentence);
      decision.start();
      markFeatures(lesson, state, places, decision);
      if (epoch < 0) {
        marks.countAll(decision, lesson.gold.text);
        continue;
      }
      let may = 0;
      let right = 0;
      for (let label = 0; label < MARK_LABELS; label++) {
        const place = places.place(label);
        if (place !== NONE) may |= 1 << label;
        if (place !== NONE && place === lesson.gold.heads[token]) right |= 1 << label;
      }
      if (right === 0 || right === may) continue;
      marks.take(decision, settings.marks.dropout, random);
      marks.score(scores.marks);
      slopesOf(scores.marks, right, slopes.marks, may);
      for (let at = 0; at < MARK_LABELS; at++) slopes.marks[at] = (slopes.marks[at] as number) * lesson.gold.weight;
      marks.learn(slopes.marks);
    }
  }

  function step(lesson: Lesson, state: ParserState, epoch: number): void {
    const action = actionIn(lesson, state, epoch);
    if (action === SHIFT) {
      state.shift();
      return;
    }
    const arc = { head: state.headBy(action), child: state.below(0) };
    state.attach(arc.head, relationOf(lesson, state, arc, epoch));
  }

  function actionIn(lesson: Lesson, state: ParserState, epoch: number): number {
    if (!state.can(LEFT)) return state.can(SHIFT) ? SHIFT : RIGHT;
    const { gold: own } = lesson;
    decision.start();
    for (let view = 0; view < ARC_VIEWS; view++)
      arcWordFeatures(own.words.at(wordInView(lesson.sequence, state, view)), view, decision);
    arcFeatures(lesson, state, decision);
    const may = (1 << LEFT) | (1 << SHIFT) | (state.can(RIGHT) ? 1 << RIGHT : 0);
    const best = bestActions(state, lesson.heads);
    if (epoch < 0) {
      arcs.countAll(decision, own.text);
      return largest(noise(scores.arcs), random() < ASTRAY ? may : best);
    }
    arcs.take(decision, settings.arcs.dropout, random);
    arcs.score(scores.arcs);
    const found = largest(scores.arcs, may);
    decisions++;
    if (((best >> found) & 1) === 0) errors++;
    if (best !== may) {
      slopesOf(scores.arcs, best, slopes.arcs, may);
      for (let at = 0; at < ACTIONS; at++) slopes.arcs[at] = (slopes.arcs[at] as number) * own.weight;
      arcs.learn(slopes.arcs);
    }
    return epoch === 0 ? largest(scores.arcs, best) : found;
  }

  function relationOf(
    lesson: Lesson,
    state: ParserState,
    arc: { head: number; child: number },
    epoch: number,
  ): number {
    const { gold: own } = lesson;
    const stands = lesson.heads[arc.child] === arc.head;
    const label = stands ? (lesson.relations[arc.child] as number) : NO_LABEL;
    decision.start();
    relationFeatures(lesson, state, arc, decision);
    if (epoch < 0) {
      relations.countAll(decision, own.text);
      return Math.max(0, lesson.relations[arc.child] as number);
    }
    relations.take(decision, settings.relations.dropout, random);
    relations.score(scores.relations);
    const found = largest(scores.relations, -1);
    if (label === NO_LABEL) return found;
    slopesOf(scores.relations, { label }, slopes.relations);
    for (let at = 0; at < relationNames.length; at++)
      slopes.relations[at] = (slopes.relations[at] as number) * own.weight;
    relations.learn(slopes.relations);
    return epoch === 0 ? label : found;
  }

  function noise(values: Float64Array): Float64Array {
    return values.map(() => random());
  }
}

/** The label with the largest score of those that `may` be (as bits; -1 for all). */
export function largest(scores: Float64Array, may: number): number {
  let best = -1;
  for (let at = 0; at < scores.length; at++) {
    if (may !== -1 && ((may >> at) & 1) === 0) continue;
    if (best < 0 || (scores[at] as number) > (scores[best] as number)) best = at;
  }
  return best;
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const kept = order[last] as number;
    order[last] = order[other] as number;
    order[other] = kept;
  }
}

export { ROOT, UNKNOWN };
