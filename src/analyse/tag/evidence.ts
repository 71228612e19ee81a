import { type Lattice, probability } from './chain.ts';
import type { TokenRange } from './token-range.ts';

/** How many tokens have one of some labels (a set in bits), and how probable those are there on average. */
export function sureOf(
  found: Uint8Array,
  lattice: Lattice,
  { labels, of }: { labels: number; of: number },
): { count: number; mean: number } {
  let count = 0;
  let sum = 0;
  for (let token = 0; token < found.length; token++) {
    const label = found[token] as number;
    if (((of >> label) & 1) === 0) continue;
    count++;
    sum += probability(lattice, token * labels + label);
  }
  return { count, mean: count > 0 ? sum / count : 0 };
}

/** How sure a lattice is of a cue: at its best token, on average, and that it begins where it does. Inside follows `begin`. */
export function sureOfCue(
  lattice: Lattice,
  cue: TokenRange,
  { labels, begin }: { labels: number; begin: number },
): { most: number; mean: number; begins: number } {
  let most = 0;
  let sum = 0;
  for (let token = cue.first; token < cue.last; token++) {
    const at = token * labels + begin;
    const here = probability(lattice, at) + probability(lattice, at + 1);
    most = Math.max(most, here);
    sum += here;
  }
  const begins = probability(lattice, cue.first * labels + begin);
  return { most, mean: sum / (cue.last - cue.first), begins };
}

export function logit(probability: number): number {
  return Math.log(Math.max(1e-6, probability) / Math.max(1e-6, 1 - probability));
}

/** The probability that a candidate is an attribution as it stands (logistic regression), by what it is judged by. */
export function confidenceOf(keep: Float64Array, evidence: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < evidence.length; index++)
    sum += (keep[index] as number) * (evidence[index] as number);
  return 1 / (1 + Math.exp(-sum));
}
