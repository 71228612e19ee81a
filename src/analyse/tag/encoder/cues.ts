import { type Lattice, latticeOf, probability } from '../chain.ts';
import { spansOf, type TokenRange } from '../token-range.ts';
import { CUE_LABELS, type EdgedChain } from './model.ts';
import { labelsOf } from './scores.ts';

/** A cue that is worth asking, and what is sure of all labels around it. */
export interface SureCue {
  readonly cue: TokenRange;
  readonly lattice: Lattice;
}

export const CUE = CUE_LABELS.indexOf('B-cue');
/** Makes it readier to take a word for a cue: the last step drops those that were none. */
const READINESS = 1;
/** No paragraph of a report has more cues than this. */
const MOST_CUES = 16;

/** The cues of a stretch that are worth asking, those it is surest of where they are too many. */
export function findCues(chain: EdgedChain, scores: Float64Array): SureCue[] {
  const ready = scores.slice();
  for (let at = CUE; at < ready.length; at += CUE_LABELS.length)
    ready[at] = (ready[at] as number) + READINESS;
  const cues = spansOf(labelsOf(chain, ready), CUE);
  if (cues.length === 0) return [];
  const lattice = latticeOf(chain, scores, new Uint8Array(scores.length / CUE_LABELS.length));
  return surest(cues, lattice).map((cue) => ({ cue, lattice }));
}

function surest(cues: readonly TokenRange[], lattice: Lattice): readonly TokenRange[] {
  const sure = ({ first }: TokenRange) => probability(lattice, first * CUE_LABELS.length + CUE);
  return cues
    .toSorted((a, b) => sure(b) - sure(a))
    .slice(0, MOST_CUES)
    .toSorted((a, b) => a.first - b.first);
}
