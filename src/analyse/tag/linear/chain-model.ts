import { type Chain, forbid } from '../chain.ts';
import { OWN_ROOM, type Room } from '../room.ts';
import type { Features } from './features.ts';

/** Sums weights of features: in training a growing table of floats, in use a packed one of small integers. */
export interface Weights {
  /** Adds each label's weight of every feature of a token to `scores`, from `offset` on. */
  addScores(features: Features, scores: Float64Array): void;
}

/** A chain with what features weigh. */
export interface ChainModel extends Chain {
  readonly weights: Weights;
}

/** A sequence as the chain sees it; `allowed` says which labels a token may have, as bits. */
export interface ChainInput {
  readonly features: Features;
  readonly boundary: Uint8Array;
  readonly allowed?: Uint8Array;
}

/** Each label's score at each token, without transitions. */
export function scoresOf(
  { labels, weights }: ChainModel,
  { features, allowed }: ChainInput,
  room: Room = OWN_ROOM,
): Float64Array {
  const scores = room.floats(features.length * labels);
  weights.addScores(features, scores);
  if (allowed !== undefined) forbid(scores, allowed, labels);
  return scores;
}
