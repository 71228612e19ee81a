import { generator } from '../../evals/register/index.ts';
import { expTransitions, latticeOf } from '../../src/analyse/tag/chain.ts';
import { type ChainModel, scoresOf, type Weights } from '../../src/analyse/tag/linear/chain-model.ts';
import type { Features } from '../../src/analyse/tag/linear/features.ts';
import { BOUNDARIES } from '../../src/analyse/tag/linear/sequence.ts';
import type { FeatureIndex } from './feature-index.ts';

/** A sequence with its right labels; its features are rows of a `FeatureIndex`. */
export interface Example {
  readonly features: Features;
  readonly boundary: Uint8Array;
  readonly gold: Uint8Array;
  readonly allowed?: Uint8Array;
}

export interface Settings {
  readonly labels: number;
  readonly epochs: number;
  readonly rate: number;
  /** The share of features that each look leaves out: it matters most of all settings. */
  readonly dropout: number;
  readonly decay: number;
  readonly seed: number;
}

/** A chain as training leaves it: features in ascending order, each with a row of one weight a label. */
export interface FittedChain {
  readonly labels: number;
  readonly features: Int32Array;
  readonly rows: Float32Array;
  readonly transitions: Float64Array;
}

const TINY = 1e-3;

/** Weights are averaged over what they are after each epoch from this one on (Collins 2002). */
const AVERAGED_FROM = 2;

/** Fits a linear-chain CRF (Lafferty and others 2001) with AdaGrad (Duchi and others 2011) and feature dropout. */
export function fitChain(examples: readonly Example[], index: FeatureIndex, settings: Settings): FittedChain {
  const { labels, epochs, rate, dropout, decay } = settings;
  const rows = new Float32Array(index.size * labels);
  const squares = new Float32Array(rows.length);
  const transitions = new Float64Array(BOUNDARIES * labels * labels);
  const transitionSquares = new Float64Array(transitions.length);
  const model: ChainModel = { labels, weights: rowWeights(rows, labels), transitions };
  const random = generator(settings.seed);
  const order = Int32Array.from(examples.keys());
  const gradient = new Float64Array(labels);
  const sums = { rows: new Float32Array(rows.length), transitions: new Float64Array(transitions.length) };
  const averaged = Math.max(1, epochs - AVERAGED_FROM);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    const step = rate * (epoch === epochs - 1 ? 0.5 : 1);
    for (const number of order) {
      const example = examples[number] as Example;
      const features = dropped(example.features, dropout, random);
      learn({ ...example, features }, step);
    }
    if (epoch < epochs - averaged) continue;
    for (let at = 0; at < rows.length; at++)
      sums.rows[at] = (sums.rows[at] as number) + (rows[at] as number) / averaged;
    for (let at = 0; at < transitions.length; at++)
      sums.transitions[at] = (sums.transitions[at] as number) + (transitions[at] as number) / averaged;
  }
  return { labels, ...index.inOrder(sums.rows, labels), transitions: sums.transitions };

  function learn(example: Example, step: number): void {
    const { features, boundary, gold } = example;
    const scores = scoresOf(model, example);
    const { forward, backward, emission, scale } = latticeOf(model, scores, boundary);
    const steps = expTransitions(model);
    for (let token = 1; token < gold.length; token++) {
      const block = (boundary[token] as number) * labels * labels;
      const right = (gold[token - 1] as number) * labels + (gold[token] as number);
      for (let label = 0; label < labels; label++) {
        const here = token * labels + label;
        const entering = ((emission[here] as number) * (backward[here] as number)) / (scale[token] as number);
        for (let before = 0; before < labels; before++) {
          const at = block + before * labels + label;
          const share = (forward[(token - 1) * labels + before] as number) * (steps[at] as number) * entering;
          const slope = share - (before * labels + label === right ? 1 : 0);
          if (Math.abs(slope) < 1e-4) continue;
          transitionSquares[at] = (transitionSquares[at] as number) + slope * slope;
          transitions[at] =
            (transitions[at] as number) -
            (step * slope) / (Math.sqrt(transitionSquares[at] as number) + 1e-6);
        }
      }
    }
    for (let token = 0; token < gold.length; token++) {
      let wrong = false;
      for (let label = 0; label < labels; label++) {
        const at = token * labels + label;
        const slope = (forward[at] as number) * (backward[at] as number) - (label === gold[token] ? 1 : 0);
        gradient[label] = slope;
        if (Math.abs(slope) > 2 * TINY) wrong = true;
      }
      if (!wrong) continue;
      for (
        let place = features.offsets[token] as number;
        place < (features.offsets[token + 1] as number);
        place++
      ) {
        const base = (features.values[place] as number) * labels;
        for (let label = 0; label < labels; label++) {
          const slope = gradient[label] as number;
          if (Math.abs(slope) < TINY) continue;
          const at = base + label;
          const full = slope + decay * (rows[at] as number);
          squares[at] = (squares[at] as number) + full * full;
          rows[at] = (rows[at] as number) - (step * full) / (Math.sqrt(squares[at] as number) + 1e-6);
        }
      }
    }
  }
}

function rowWeights(rows: Float32Array, labels: number): Weights {
  return {
    addScores({ length, offsets, values }, scores) {
      for (let token = 0; token < length; token++) {
        const base = token * labels;
        for (let place = offsets[token] as number; place < (offsets[token + 1] as number); place++) {
          const row = (values[place] as number) * labels;
          for (let label = 0; label < labels; label++)
            scores[base + label] = (scores[base + label] as number) + (rows[row + label] as number);
        }
      }
    },
  };
}

/** A fitted chain over hashed features, as in use, with its weights unrounded. */
export function runnable({ labels, features, rows, transitions }: FittedChain): ChainModel {
  const rowOf = new Map<number, number>();
  for (const [row, feature] of features.entries()) rowOf.set(feature, row * labels);
  const addScores: Weights['addScores'] = ({ length, offsets, values }, scores) => {
    for (let token = 0; token < length; token++)
      for (let place = offsets[token] as number; place < (offsets[token + 1] as number); place++) {
        const row = rowOf.get(values[place] as number);
        if (row === undefined) continue;
        for (let label = 0; label < labels; label++)
          scores[token * labels + label] =
            (scores[token * labels + label] as number) + (rows[row + label] as number);
      }
  };
  return { labels, weights: { addScores }, transitions, fixed: true };
}

function dropped({ length, offsets, values }: Features, share: number, random: () => number): Features {
  const kept = new Int32Array(values.length);
  const starts = new Int32Array(length + 1);
  let count = 0;
  for (let token = 0; token < length; token++) {
    for (let place = offsets[token] as number; place < (offsets[token + 1] as number); place++)
      if (random() >= share) kept[count++] = values[place] as number;
    starts[token + 1] = count;
  }
  return { length, offsets: starts, values: kept };
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const kept = order[last] as number;
    order[last] = order[other] as number;
    order[other] = kept;
  }
}
