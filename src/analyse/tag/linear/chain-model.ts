import type { Features } from './features.ts';

/** Sums weights of features: in training a growing table of floats, in use a packed one of small integers. */
export interface Weights {
  /** Adds each label's weight of every feature of a token to `scores`, from `offset` on. */
  addScores(features: Features, scores: Float64Array): void;
}

/** A linear chain: how many labels, what features weigh, what a step from one label to the next weighs at each kind of boundary. */
export interface ChainModel {
  readonly labels: number;
  readonly weights: Weights;
  /** By boundary, label before, label. */
  readonly transitions: Float64Array;
}

/** A sequence as the chain sees it; `allowed` says which labels a token may have, as bits. */
export interface ChainInput {
  readonly features: Features;
  readonly boundary: Uint8Array;
  readonly allowed?: Uint8Array;
}

const NEVER = -1e6;

/** Each label's score at each token, without transitions. */
export function scoresOf({ labels, weights }: ChainModel, { features, allowed }: ChainInput): Float64Array {
  const scores = new Float64Array(features.length * labels);
  weights.addScores(features, scores);
  if (allowed !== undefined)
    for (let token = 0; token < features.length; token++)
      for (let label = 0; label < labels; label++)
        if ((((allowed[token] as number) >> label) & 1) === 0) scores[token * labels + label] = NEVER;
  return scores;
}

/** The best labels (Viterbi 1967). `forbidden` steps, by label before and label, are never taken. */
export function bestLabels(
  { labels, transitions }: ChainModel,
  scores: Float64Array,
  boundary: Uint8Array,
  forbidden?: Uint8Array,
): Uint8Array {
  const length = boundary.length;
  const came = new Uint8Array(length * labels);
  let before = scores.slice(0, labels);
  for (let token = 1; token < length; token++) {
    const step = (boundary[token] as number) * labels * labels;
    const current = new Float64Array(labels);
    for (let label = 0; label < labels; label++) {
      let best = Number.NEGATIVE_INFINITY;
      let from = 0;
      for (let last = 0; last < labels; last++) {
        if (forbidden !== undefined && forbidden[last * labels + label] === 1) continue;
        const score = (before[last] as number) + (transitions[step + last * labels + label] as number);
        if (score > best) {
          best = score;
          from = last;
        }
      }
      current[label] = best + (scores[token * labels + label] as number);
      came[token * labels + label] = from;
    }
    before = current;
  }
  const found = new Uint8Array(length);
  let label = before.indexOf(before.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY));
  for (let token = length - 1; token >= 0; token--) {
    found[token] = Math.max(0, label);
    label = came[token * labels + label] as number;
  }
  return found;
}

/** Sums over all label sequences (forward–backward, Rabiner 1989), in logarithms. */
export interface Lattice {
  readonly forward: Float64Array;
  readonly backward: Float64Array;
  readonly total: number;
}

export function latticeOf(
  { labels, transitions }: ChainModel,
  scores: Float64Array,
  boundary: Uint8Array,
): Lattice {
  const length = boundary.length;
  const forward = new Float64Array(length * labels);
  const backward = new Float64Array(length * labels);
  const terms = new Float64Array(labels);
  for (let label = 0; label < labels; label++) forward[label] = scores[label] as number;
  for (let token = 1; token < length; token++) {
    const step = (boundary[token] as number) * labels * labels;
    for (let label = 0; label < labels; label++) {
      for (let last = 0; last < labels; last++)
        terms[last] =
          (forward[(token - 1) * labels + last] as number) +
          (transitions[step + last * labels + label] as number);
      forward[token * labels + label] = (scores[token * labels + label] as number) + logSum(terms);
    }
  }
  for (let token = length - 2; token >= 0; token--) {
    const step = (boundary[token + 1] as number) * labels * labels;
    for (let label = 0; label < labels; label++) {
      for (let next = 0; next < labels; next++) {
        const at = (token + 1) * labels + next;
        terms[next] =
          (backward[at] as number) +
          (transitions[step + label * labels + next] as number) +
          (scores[at] as number);
      }
      backward[token * labels + label] = logSum(terms);
    }
  }
  return { forward, backward, total: logSum(forward.subarray((length - 1) * labels)) };
}

/** The probability of a label at a token. */
export function probability({ forward, backward, total }: Lattice, at: number): number {
  return Math.exp((forward[at] as number) + (backward[at] as number) - total);
}

function logSum(terms: Float64Array): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < terms.length; index++)
    if ((terms[index] as number) > most) most = terms[index] as number;
  let sum = 0;
  for (let index = 0; index < terms.length; index++) sum += Math.exp((terms[index] as number) - most);
  return most + Math.log(sum);
}
