import { generator } from '../../../evals/register/index.ts';
import { Decision } from '../../../src/analyse/tag/linear/parser/decision.ts';
import {
  PART_VIEWS,
  partFeatures,
  partWordFeatures,
  wordSeen,
} from '../../../src/analyse/tag/linear/parser/parts.ts';
import type { GoldTrees } from './gold.ts';
import { best, Learner, type Settings, shuffle, slopesOf } from './learner.ts';

/** Texts are marked by weights that were learnt without them, in so many folds: trees are learnt over parts as good as in use. */
const FOLDS = 3;

/** The weights of parts of speech, and for each sequence the parts that weights give which did not see its text. */
export function fitParts(
  gold: readonly GoldTrees[],
  names: readonly string[],
  settings: Settings,
): { parts: Learner; given: Uint8Array[] } {
  const foldOf = ({ text }: GoldTrees) => text % FOLDS;
  const given: Uint8Array[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const learner = learnParts(
      gold.filter((own) => foldOf(own) !== fold),
      names,
      settings,
    );
    for (const [number, own] of gold.entries())
      if (foldOf(own) === fold) given[number] = partsBy(learner, own);
  }
  return { parts: learnParts(gold, names, settings), given };
}

/** The parts of speech that learnt weights give. */
export function partsBy(learner: Learner, own: GoldTrees): Uint8Array {
  const decision = new Decision();
  const scores = new Float64Array(learner.labels);
  const parts = new Uint8Array(own.sequence.length);
  for (let token = 0; token < parts.length; token++) {
    allPartFeatures(own, parts, token, decision);
    scores.fill(0);
    learner.addScores(decision, scores);
    parts[token] = best(scores);
  }
  return parts;
}

/** Learns from left to right, after the parts that are given themselves. */
function learnParts(gold: readonly GoldTrees[], names: readonly string[], settings: Settings): Learner {
  const learner = new Learner({ ...settings, labels: names.length });
  const decision = new Decision();
  const random = generator(settings.seed);
  const scores = new Float64Array(names.length);
  const slopes = new Float64Array(names.length);
  const right = gold.map(({ parts }) => parts.map((part) => names.indexOf(part)));
  for (const [number, own] of gold.entries()) count(own, right[number] ?? []);
  const order = Int32Array.from(gold.keys());
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    shuffle(order, random);
    for (const number of order) learn(gold[number] as GoldTrees, right[number] ?? []);
    learner.endEpoch(epoch);
  }
  return learner.finished();

  function count(own: GoldTrees, labels: readonly number[]): void {
    const parts = Uint8Array.from(labels, (label) => Math.max(0, label));
    for (let token = 0; token < parts.length; token++) {
      allPartFeatures(own, parts, token, decision);
      learner.count(decision, own.text);
    }
  }

  function learn(own: GoldTrees, labels: readonly number[]): void {
    const parts = new Uint8Array(own.sequence.length);
    for (let token = 0; token < parts.length; token++) {
      allPartFeatures(own, parts, token, decision);
      learner.take(decision, random);
      learner.score(scores);
      parts[token] = best(scores);
      const label = labels[token] as number;
      if (label < 0) continue;
      slopesOf(scores, { right: [label] }, slopes);
      learner.learn(slopes, own.weight);
    }
  }
}

function allPartFeatures(
  { sequence, words }: GoldTrees,
  parts: Uint8Array,
  token: number,
  decision: Decision,
): void {
  decision.start();
  for (let view = 0; view < PART_VIEWS; view++)
    partWordFeatures(words.at(wordSeen(sequence, token, view)), view, decision);
  partFeatures(sequence, parts, token, decision);
}
