import { bestLabels, forbid, type Lattice, latticeOf, lossWithout } from '../chain.ts';
import { logit, sureOf, sureOfCue } from '../evidence.ts';
import { spansOf, type TokenRange } from '../token-range.ts';
import { CUE, type SureCue } from './cues.ts';
import { CUE_LABELS, type EncoderModel, ROLE_LABELS } from './model.ts';
import { WIDTH } from './piece-table.ts';
import { scoresAt } from './scores.ts';
import { MARKED } from './windows.ts';

const SOURCE = ROLE_LABELS.indexOf('B-source');
const CONTENT = ROLE_LABELS.indexOf('B-content');
/** Both labels of a role, as bits. */
const both = (begin: number) => 0b11 << begin;

/** The words of one stretch as the encoder gives them, with what else the roles of a cue are told from. */
export interface StretchWords {
  readonly length: number;
  /** [length, WIDTH] */
  readonly vectors: Float32Array;
  readonly marks: readonly number[];
  readonly sentences: readonly number[];
}

/** A cue with its source and content, and what the last step judges it by. */
export interface Candidate {
  readonly cue: TokenRange;
  readonly source: readonly TokenRange[];
  readonly content: readonly TokenRange[];
  readonly evidence: readonly number[];
}

/** Asks each cue of a stretch who and what: all of them at once, in one block. */
export async function askRoles(
  { roles, chains }: Pick<EncoderModel, 'roles' | 'chains'>,
  words: StretchWords,
  cues: readonly SureCue[],
): Promise<Candidate[]> {
  if (cues.length === 0) return [];
  const { length, vectors } = words;
  const [count, all] = [cues.length, cues.length * length];
  const repeated = new Float32Array(all * WIDTH);
  const means = new Float32Array(count * WIDTH);
  const distances = new Int32Array(all);
  const sentences = new Int32Array(all);
  for (const [number, { cue }] of cues.entries()) {
    repeated.set(vectors, number * length * WIDTH);
    means.set(meanOf(vectors, cue), number * WIDTH);
    for (let word = 0; word < length; word++) {
      distances[number * length + word] = distanceOf(word, cue);
      sentences[number * length + word] = sentenceOf(word, cue, words.sentences);
    }
  }
  const { roles: found = new Float32Array() } = await roles({
    words: { shape: [count, length, WIDTH], values: repeated },
    cues: { shape: [count, WIDTH], values: means },
    distances: { shape: [count, length], values: distances },
    sentences: { shape: [count, length], values: sentences },
  });
  return cues.map(({ cue, lattice }, number) => {
    const places = Array.from({ length }, (_, word) => number * length + word);
    const scores = scoresAt(chains.role, found, places);
    return candidateOf(chains.role, scores, { cue, words, lattice });
  });
}

function candidateOf(
  chain: EncoderModel['chains']['role'],
  scores: Float64Array,
  { cue, words, lattice: cueLattice }: { cue: TokenRange; words: StretchWords; lattice: Lattice },
): Candidate {
  const labels = ROLE_LABELS.length;
  // A cue is no part of what its source says.
  const allowed = new Uint8Array(words.length).fill(0b11111).fill(0b1, cue.first, cue.last);
  forbid(scores, allowed, labels);
  const boundary = new Uint8Array(words.length);
  const best = bestLabels(chain, { scores, boundary });
  const lattice = latticeOf(chain, scores, boundary);
  const sourced = sureOf(best, lattice, { labels, of: both(SOURCE) });
  const told = sureOf(best, lattice, { labels, of: both(CONTENT) });
  const { most, mean, begins } = sureOfCue(cueLattice, cue, { labels: CUE_LABELS.length, begin: CUE });
  const without = (begin: number) => Math.min(12, lossWithout(chain, lattice, boundary, both(begin))) / 4;
  const evidence = [
    1,
    logit(most) / 4,
    logit(mean) / 4,
    logit(begins) / 4,
    without(CONTENT),
    without(SOURCE),
    told.mean,
    sourced.mean,
    told.count > 0 ? 1 : 0,
    sourced.count > 0 ? 1 : 0,
    Math.min(told.count, 40) / 20,
    cue.last - cue.first > 1 ? 1 : 0,
    words.marks[cue.first] === MARKED.inside ? 1 : 0,
  ];
  return { cue, source: spansOf(best, SOURCE), content: spansOf(best, CONTENT), evidence };
}

/** The mean of the vectors of some words. */
export function meanOf(vectors: Float32Array, { first, last }: TokenRange, width = WIDTH): Float32Array {
  const mean = new Float32Array(width);
  for (let word = first; word < last; word++)
    for (let at = 0; at < width; at++)
      mean[at] = (mean[at] as number) + (vectors[word * width + at] as number) / (last - first);
  return mean;
}

/** Distances in words are told in classes that widen; `training/encoder/batch.py` has the same. */
const EDGES = [1, 2, 3, 5, 8, 14, 25, 45];

/** How far a word is from a cue: 0 within it, 1 to 8 before it, 10 to 17 behind it. */
export function distanceOf(word: number, { first, last }: TokenRange): number {
  if (word >= first && word < last) return 0;
  const far = word < first ? first - word : word - last + 1;
  const reached = EDGES.filter((edge) => edge <= far).length;
  return word < first ? reached : reached + 9;
}

/** How many sentences a word is from a cue, two at most either way; 2 in the same one. */
function sentenceOf(word: number, { first }: TokenRange, sentences: readonly number[]): number {
  const far = (sentences[word] as number) - (sentences[first] as number);
  return Math.min(2, Math.max(-2, far)) + 2;
}
