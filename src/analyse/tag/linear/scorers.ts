import { forbid } from '../chain.ts';
import type { Room } from '../room.ts';
import type { ChainModel } from './chain-model.ts';
import { CUE_VIEWS, cueContextFeatures, cueWordFeatures } from './cue-features.ts';
import { FeatureWriter } from './features.ts';
import { allowedRoles } from './labels.ts';
import { ROLE_VIEWS, type RoleQuestion, roleContextFeatures, roleWordFeatures } from './role-features.ts';
import type { Sequence } from './sequence.ts';
import type { KnownWords } from './vocabulary.ts';
import { WordSums } from './word-sums.ts';

/** Gives each label's score at each token, without transitions. */
export type Scorer<Asked> = (asked: Asked, room: Room) => Float64Array;

/** Scores of the first pass, for sequences of these words. */
export function cueScorer(model: ChainModel, words: KnownWords): Scorer<Sequence> {
  const sums = new WordSums(model, words, CUE_VIEWS, cueWordFeatures);
  const writer = new FeatureWriter();
  return (sequence, room) => {
    const scores = room.floats(sequence.length * model.labels);
    model.weights.addScores(cueContextFeatures(sequence, { sums, scores, writer, room }), scores);
    return scores;
  };
}

/** Scores of the second pass, for questions about sequences of these words. */
export function roleScorer(model: ChainModel, words: KnownWords): Scorer<RoleQuestion> {
  const sums = new WordSums(model, words, ROLE_VIEWS, roleWordFeatures);
  const writer = new FeatureWriter();
  return (question, room) => {
    const { sequence, cue } = question;
    const scores = room.floats(sequence.length * model.labels);
    model.weights.addScores(roleContextFeatures(question, { sums, scores, writer, room }), scores);
    forbid(scores, allowedRoles(sequence.length, cue, room), model.labels);
    return scores;
  };
}
