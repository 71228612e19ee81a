import { bestLabels } from '../chain.ts';
import type { EdgedChain } from './model.ts';

/** The scores of a chain over some tokens: for each the row of its place in `from`; the chain's edges are in them. */
export function scoresAt(
  { labels, begin, end }: EdgedChain,
  from: Float32Array,
  places: readonly number[],
): Float64Array {
  const scores = new Float64Array(places.length * labels);
  for (const [token, place] of places.entries())
    for (let label = 0; label < labels; label++)
      scores[token * labels + label] = from[place * labels + label] as number;
  const last = (places.length - 1) * labels;
  for (let label = 0; label < labels; label++) {
    scores[label] = (scores[label] as number) + (begin[label] as number);
    scores[last + label] = (scores[last + label] as number) + (end[label] as number);
  }
  return scores;
}

/** The best labels of tokens without boundaries among them. */
export function labelsOf(chain: EdgedChain, scores: Float64Array): Uint8Array {
  return bestLabels(chain, { scores, boundary: new Uint8Array(scores.length / chain.labels) });
}
