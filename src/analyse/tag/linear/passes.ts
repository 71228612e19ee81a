import {
  bestLabels,
  type ChainModel,
  type Lattice,
  latticeOf,
  lossWithout,
  probability,
} from './chain-model.ts';
import {
  CUE,
  CUE_LABELS,
  FORBIDDEN,
  ROLE_CONTENT,
  ROLE_LABELS,
  ROLE_SOURCE,
  runsOf,
  spansOf,
} from './labels.ts';
import type { RoleQuestion } from './role-features.ts';
import type { Room } from './room.ts';
import { INSIDE, type Sequence } from './sequence.ts';
import type { TokenRange } from './token-range.ts';

/** Makes the first pass readier to take a word for a cue: the last step drops those that were none. */
const READINESS = 1.5;

/** What the first pass says of a block: the best labels, and cues that are worth asking. */
export interface CuePass {
  readonly labels: Uint8Array;
  readonly cues: readonly TokenRange[];
  readonly lattice: Lattice;
}

/** The first pass over a block by its scores, or null where it finds no cue that is worth asking: most contents have none. */
export function findCues(
  model: ChainModel,
  sequence: Sequence,
  scores: Float64Array,
  room: Room,
): CuePass | null {
  const cues = readyCues(model, sequence, { scores, room });
  return cues.length === 0 ? null : passOf(model, sequence, { scores, cues, room });
}

/** The first pass over a block by its scores, whatever it finds: training learns from its labels. */
export function cuePass(model: ChainModel, sequence: Sequence, scores: Float64Array, room: Room): CuePass {
  const cues = readyCues(model, sequence, { scores, room });
  return passOf(model, sequence, { scores, cues, room });
}

function readyCues(
  model: ChainModel,
  { length, boundary }: Sequence,
  { scores, room }: { scores: Float64Array; room: Room },
): TokenRange[] {
  const ready = room.floats(scores.length);
  ready.set(scores);
  for (let token = 0; token < length; token++)
    ready[token * CUE_LABELS + CUE] = (ready[token * CUE_LABELS + CUE] as number) + READINESS;
  return spansOf(bestLabels(model, { scores: ready, boundary, forbidden: FORBIDDEN }, room), CUE);
}

function passOf(
  model: ChainModel,
  { boundary }: Sequence,
  { scores, cues, room }: { scores: Float64Array; cues: readonly TokenRange[]; room: Room },
): CuePass {
  const lattice = latticeOf(model, scores, boundary, room);
  const labels = bestLabels(model, { scores, boundary, forbidden: FORBIDDEN }, room);
  return { labels, cues, lattice };
}

/** No paragraph of a report has more cues than this. */
export const MOST_CUES = 16;

/** The cues that a first pass is surest of, so many at most. */
export function surest({ cues, lattice }: CuePass, most: number): readonly TokenRange[] {
  if (cues.length <= most) return cues;
  const sure = ({ first }: TokenRange) => probability(lattice, first * CUE_LABELS + CUE);
  return cues
    .toSorted((a, b) => sure(b) - sure(a))
    .slice(0, most)
    .toSorted((a, b) => a.first - b.first);
}

/** A cue with its source and content, and what the last step judges it by. */
export interface Candidate {
  readonly cue: TokenRange;
  readonly source: readonly TokenRange[];
  readonly content: readonly TokenRange[];
  readonly evidence: readonly number[];
}

export const EVIDENCE = 14;

/** What the second pass says of a cue by its scores. */
export function askRoles(
  model: ChainModel,
  { sequence, cue }: RoleQuestion,
  pass: CuePass,
  { scores, room }: { scores: Float64Array; room: Room },
): Candidate {
  const { boundary } = sequence;
  const lattice = latticeOf(model, scores, boundary, room);
  const labels = bestLabels(model, { scores, boundary }, room);
  const without = (role: number) => lossWithout(model, lattice, boundary, role);
  const source = runsOf(labels, ROLE_SOURCE);
  const content = runsOf(labels, ROLE_CONTENT);
  const [sources, sourceSum] = certainty(labels, lattice, ROLE_SOURCE);
  const [contents, contentSum] = certainty(labels, lattice, ROLE_CONTENT);
  const { most, mean, begins } = cueCertainty(pass, cue);
  let likely = 0;
  for (let token = cue.first; token < cue.last; token++)
    likely = Math.max(likely, sequence.cue[token] as number);
  const evidence = [
    1,
    logit(most) / 4,
    logit(mean) / 4,
    logit(begins) / 4,
    Math.min(12, without(ROLE_CONTENT)) / 4,
    Math.min(12, without(ROLE_SOURCE)) / 4,
    contents > 0 ? contentSum / contents : 0,
    sources > 0 ? sourceSum / sources : 0,
    contents > 0 ? 1 : 0,
    sources > 0 ? 1 : 0,
    Math.min(contents, 40) / 20,
    likely / 3,
    cue.last - cue.first > 1 ? 1 : 0,
    sequence.quote[cue.first] === INSIDE ? 1 : 0,
  ];
  return { cue, source, content, evidence };
}

/** How many tokens have a role, and the sum of its probabilities there. */
function certainty(labels: Uint8Array, lattice: Lattice, role: number): [number, number] {
  let count = 0;
  let sum = 0;
  for (let token = 0; token < labels.length; token++) {
    if (labels[token] !== role) continue;
    count++;
    sum += probability(lattice, token * ROLE_LABELS + role);
  }
  return [count, sum];
}

/** How sure the first pass is of a cue: at its best token, on average, and that it begins where it does. */
function cueCertainty({ lattice }: CuePass, cue: TokenRange): { most: number; mean: number; begins: number } {
  let most = 0;
  let sum = 0;
  for (let token = cue.first; token < cue.last; token++) {
    const here =
      probability(lattice, token * CUE_LABELS + CUE) + probability(lattice, token * CUE_LABELS + CUE + 1);
    most = Math.max(most, here);
    sum += here;
  }
  return {
    most,
    mean: sum / (cue.last - cue.first),
    begins: probability(lattice, cue.first * CUE_LABELS + CUE),
  };
}

function logit(probability: number): number {
  return Math.log(Math.max(1e-6, probability) / Math.max(1e-6, 1 - probability));
}

/** The probability that a candidate is an attribution as it stands (logistic regression). */
export function confidenceOf(keep: Float64Array, { evidence }: Pick<Candidate, 'evidence'>): number {
  let sum = 0;
  for (let index = 0; index < evidence.length; index++)
    sum += (keep[index] as number) * (evidence[index] as number);
  return 1 / (1 + Math.exp(-sum));
}
