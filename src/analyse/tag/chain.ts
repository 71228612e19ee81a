import { OWN_ROOM, type Room } from './room.ts';

/** A linear chain of labels: what a step from one label to the next weighs at each kind of boundary. */
export interface Chain {
  readonly labels: number;
  /** By boundary, label before, label. */
  readonly transitions: Float64Array;
  /** Whether the transitions never change again. */
  readonly fixed?: boolean;
}

const NEVER = -1e6;

/** Leaves each token only the labels that it may have. */
export function forbid(scores: Float64Array, allowed: Uint8Array, labels: number): void {
  for (let token = 0; token < allowed.length; token++)
    for (let label = 0; label < labels; label++)
      if ((((allowed[token] as number) >> label) & 1) === 0) scores[token * labels + label] = NEVER;
}

/** The best labels (Viterbi 1967). `forbidden` steps, by label before and label, are never taken. */
export function bestLabels(
  chain: Chain,
  { scores, boundary, forbidden }: { scores: Float64Array; boundary: Uint8Array; forbidden?: Uint8Array },
  room: Room = OWN_ROOM,
): Uint8Array {
  const { labels } = chain;
  const transitions = forbidden === undefined ? chain.transitions : without(chain, forbidden);
  const length = boundary.length;
  const best = room.floats(scores.length);
  best.set(scores);
  for (let token = 1; token < length; token++) {
    const step = (boundary[token] as number) * labels * labels;
    const here = token * labels;
    for (let label = 0; label < labels; label++) {
      let most = Number.NEGATIVE_INFINITY;
      for (let last = 0, at = step + label; last < labels; last++, at += labels)
        most = Math.max(most, (best[here - labels + last] as number) + (transitions[at] as number));
      best[here + label] = (best[here + label] as number) + most;
    }
  }
  // Only where the best way came from is looked for, and not where every other would have.
  const found = room.bytes(length);
  let entered: number | null = null;
  for (let token = length - 1; token >= 0; token--) {
    let most = Number.NEGATIVE_INFINITY;
    let label = 0;
    for (let last = 0; last < labels; last++) {
      const onward = entered === null ? 0 : (transitions[entered + last * labels] as number);
      const score = (best[token * labels + last] as number) + onward;
      if (score > most) {
        most = score;
        label = last;
      }
    }
    found[token] = label;
    entered = (boundary[token] as number) * labels * labels + label;
  }
  return found;
}

const masked = new WeakMap<Float64Array, Float64Array>();

/** A chain's transitions, the forbidden ones never worth taking; kept for a chain that never changes. */
function without({ labels, transitions, fixed }: Chain, forbidden: Uint8Array): Float64Array {
  const known = fixed === true ? masked.get(transitions) : undefined;
  const made =
    known ?? transitions.map((weight, at) => (forbidden[at % (labels * labels)] === 1 ? NEVER : weight));
  if (fixed === true) masked.set(transitions, made);
  return made;
}

/**
 * Sums over all label sequences (forward–backward, Rabiner 1989), scaled at each token so that they stay within range
 * without logarithms: exponentials are taken once a score and once a transition.
 */
export interface Lattice {
  /** By token and label; each token's sums to 1. */
  readonly forward: Float64Array;
  /** Scaled so that forward times backward is a probability. */
  readonly backward: Float64Array;
  /** The exponential of each score, over the token's largest. */
  readonly emission: Float64Array;
  /** What each token's forward sums were divided by. */
  readonly scale: Float64Array;
}

const exponentials = new WeakMap<Float64Array, Float64Array>();

/** The exponentials of a chain's transitions. In training they change with every example: then they are never kept. */
export function expTransitions({ transitions, fixed }: Chain): Float64Array {
  const known = fixed === true ? exponentials.get(transitions) : undefined;
  const made = known ?? transitions.map(Math.exp);
  if (fixed === true) exponentials.set(transitions, made);
  return made;
}

export function latticeOf(
  chain: Chain,
  scores: Float64Array,
  boundary: Uint8Array,
  room: Room = OWN_ROOM,
): Lattice {
  const { labels } = chain;
  const steps = expTransitions(chain);
  const { forward, emission, scale } = forwardSums(chain, scores, boundary, room);
  const backward = room.floats(scores.length);
  const last = (boundary.length - 1) * labels;
  backward.fill(1, last);
  const onward = new Float64Array(labels);
  for (let token = boundary.length - 2; token >= 0; token--) {
    const block = (boundary[token + 1] as number) * labels * labels;
    const next = (token + 1) * labels;
    const divisor = scale[token + 1] as number;
    for (let after = 0; after < labels; after++)
      onward[after] = ((emission[next + after] as number) * (backward[next + after] as number)) / divisor;
    for (let label = 0; label < labels; label++) {
      // What cannot be reached needs no way on.
      if (forward[token * labels + label] === 0) continue;
      let sum = 0;
      for (let after = 0, at = block + label * labels; after < labels; after++, at++)
        sum += (steps[at] as number) * (onward[after] as number);
      backward[token * labels + label] = sum;
    }
  }
  return { forward, backward, emission, scale };
}

const SMALL = 1e-200;

/**
 * By how much the logarithm of the sum over all label sequences falls when some labels are taken away (a set in bits): the surprise
 * that no token has one. Emissions are those of the lattice, so that no exponential is taken again.
 */
export function lossWithout(
  chain: Chain,
  { emission, scale }: Lattice,
  boundary: Uint8Array,
  without: number,
): number {
  const { labels } = chain;
  const steps = expTransitions(chain);
  let before = new Float64Array(labels);
  let current = new Float64Array(labels);
  let loss = 0;
  let left = 1;
  for (let token = 0; token < boundary.length; token++) {
    const block = (boundary[token] as number) * labels * labels;
    let sum = 0;
    for (let label = 0; label < labels; label++) {
      const emitted = ((without >> label) & 1) === 1 ? 0 : (emission[token * labels + label] as number);
      let reached = token === 0 ? 1 : 0;
      if (token > 0 && emitted > 0)
        for (let last = 0; last < labels; last++)
          reached += (before[last] as number) * (steps[block + last * labels + label] as number);
      current[label] = reached * emitted;
      sum += reached * emitted;
    }
    if (sum === 0) return Number.POSITIVE_INFINITY;
    for (let label = 0; label < labels; label++) current[label] = (current[label] as number) / sum;
    left *= sum / (scale[token] as number);
    // One logarithm of many factors, before they are too small for a number.
    if (left < SMALL) {
      loss -= Math.log(left);
      left = 1;
    }
    [before, current] = [current, before];
  }
  return loss - Math.log(left);
}

function forwardSums(chain: Chain, scores: Float64Array, boundary: Uint8Array, room: Room) {
  const { labels } = chain;
  const steps = expTransitions(chain);
  const forward = room.floats(scores.length);
  const emission = room.floats(scores.length);
  const scale = room.floats(boundary.length);
  for (let token = 0; token < boundary.length; token++) {
    const here = token * labels;
    let most = Number.NEGATIVE_INFINITY;
    for (let label = 0; label < labels; label++) most = Math.max(most, scores[here + label] as number);
    const block = (boundary[token] as number) * labels * labels;
    let sum = 0;
    for (let label = 0; label < labels; label++) {
      const emitted = Math.exp((scores[here + label] as number) - most);
      emission[here + label] = emitted;
      let reached = token === 0 ? 1 : 0;
      if (token > 0 && emitted > 0)
        for (let before = 0; before < labels; before++)
          reached +=
            (forward[here - labels + before] as number) * (steps[block + before * labels + label] as number);
      forward[here + label] = reached * emitted;
      sum += reached * emitted;
    }
    for (let label = 0; label < labels; label++)
      forward[here + label] = (forward[here + label] as number) / sum;
    scale[token] = sum;
  }
  return { forward, emission, scale };
}

/** The probability of a label at a token. */
export function probability({ forward, backward }: Lattice, at: number): number {
  return (forward[at] as number) * (backward[at] as number);
}
