import { bestLabels, type Lattice, latticeOf, lossWithout, probability } from '../chain.ts';
import { logit, sureOf, sureOfCue } from '../evidence.ts';
import type { Room } from '../room.ts';
import { runsOf, spansOf, type TokenRange } from '../token-range.ts';
import type { ChainModel } from './chain-model.ts';
import { CUE, CUE_LABELS, FORBIDDEN, ROLE_CONTENT, ROLE_LABELS, ROLE_SOURCE } from './labels.ts';
import type { RoleQuestion } from './role-features.ts';
import { INSIDE, type Sequence } from './sequence.ts';

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
  const without = (role: number) => lossWithout(model, lattice, boundary, 1 << role);
  const source = runsOf(labels, ROLE_SOURCE);
  const content = runsOf(labels, ROLE_CONTENT);
  const sourced = sureOf(labels, lattice, { labels: ROLE_LABELS, of: 1 << ROLE_SOURCE });
  const told = sureOf(labels, lattice, { labels: ROLE_LABELS, of: 1 << ROLE_CONTENT });
  const { most, mean, begins } = sureOfCue(pass.lattice, cue, { labels: CUE_LABELS, begin: CUE });
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
    told.mean,
    sourced.mean,
    told.count > 0 ? 1 : 0,
    sourced.count > 0 ? 1 : 0,
    Math.min(told.count, 40) / 20,
    likely / 3,
    cue.last - cue.first > 1 ? 1 : 0,
    sequence.quote[cue.first] === INSIDE ? 1 : 0,
  ];
  return { cue, source, content, evidence };
}
