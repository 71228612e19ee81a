import type { Event } from '../../../record/index.ts';
import type { Chain } from '../chain.ts';
import { NAME_KINDS } from '../names.ts';
import type { PieceTable } from './piece-table.ts';
import type { WordPieces } from './word-pieces.ts';

/** Numbers as a runtime takes them, in a block of some shape, the last place running fastest. */
export interface Block {
  readonly shape: readonly number[];
  readonly values: Float32Array | Int32Array;
}

/** A graph of the model: takes its inputs by name, gives its outputs by name, as long as the shapes of its inputs make them. */
export type Graph = (
  inputs: Readonly<Record<string, Block>>,
) => Promise<Readonly<Record<string, Float32Array>>>;

/** A chain with what it weighs to begin and to end with a label. Its sequences know no boundaries. */
export interface EdgedChain extends Chain {
  readonly begin: readonly number[];
  readonly end: readonly number[];
}

export interface EncoderModel {
  /** Name and version, written into the ledger with what it found. */
  readonly name: string;
  readonly pieces: WordPieces;
  readonly table: PieceTable;
  /** `pieces` [1, L, WIDTH], `shapes`, `marks` [1, L]: `words` [1, L, WIDTH], `cues`, `nested` [1, L, 3], `names` [1, L, 9]. */
  readonly encoder: Graph;
  /** `words` [C, L, WIDTH], `cues` [C, WIDTH], `distances`, `sentences` [C, L]: `roles` [C, L, 5]. */
  readonly roles: Graph;
  /** `words` [1, N, WIDTH]: `arcs` [1, N, 1 + N], first the root; `parts` [1, N, P]; `of` [1, N, 64], `to` [1, 1 + N, 64]. */
  readonly arcs: Graph;
  /** Of words and their heads what `arcs` gave, `words` and `heads` [N, 64]: `relations` [N, R]. */
  readonly relations: Graph;
  /** `words` [1, N, WIDTH]: `names` [1, N, 3], which words name an event; `of` [1, N, I], what pairs of them are told from. */
  readonly mentions: Graph;
  /** Means of `of` over two mentions, `one` and `other` [P, I]; `same` [P, 2], whether word and sentence are: `scores` [P, 1]. */
  readonly pairs: Graph;
  /** `words` [1, N, WIDTH], `event` [1, WIDTH], `named` [1, N, 1], `far`, `sentence`, `timed` [1, N]: `dates` [1, N, 4], `parts` [1, N, 2], `status` [1, S]. */
  readonly event: Graph;
  /** The parts of speech, the relations, and how events stand, in the order of their scores. */
  readonly labels: {
    readonly parts: readonly string[];
    readonly relations: readonly string[];
    readonly statuses: readonly EventStatus[];
  };
  readonly chains: Readonly<Record<'cue' | 'nested' | 'role' | 'name' | 'event', EdgedChain>>;
  /** What each piece of evidence weighs that a candidate is an attribution. */
  readonly keep: Float64Array;
}

type EventStatus = Event['status'];

/** The labels of each chain, in the order of its scores. */
export const CUE_LABELS = ['O', 'B-cue', 'I-cue'] as const;
export const ROLE_LABELS = ['O', 'B-source', 'I-source', 'B-content', 'I-content'] as const;
/** Other things have names too: those are told apart, and not given. */
const NAME_LABELS = ['O', ...[...NAME_KINDS, 'other'].flatMap((kind) => [`B-${kind}`, `I-${kind}`])];

/** Reads what training wrote of all but the graphs; throws where its chains are of other labels than these. */
export function headsOf(json: string): Pick<EncoderModel, 'name' | 'chains' | 'labels' | 'keep'> {
  const { name, cue, nested, role, names, event, parts, relations, statuses, keep } = JSON.parse(
    json,
  ) as Written;
  return {
    name,
    chains: {
      cue: chainOf(cue, CUE_LABELS),
      nested: chainOf(nested, CUE_LABELS),
      role: chainOf(role, ROLE_LABELS),
      name: chainOf(names, NAME_LABELS),
      event: chainOf(event, CUE_LABELS),
    },
    labels: { parts, relations, statuses },
    keep: Float64Array.from(keep),
  };
}

interface Written {
  readonly name: string;
  readonly cue: WrittenChain;
  readonly nested: WrittenChain;
  readonly role: WrittenChain;
  readonly names: WrittenChain;
  readonly event: WrittenChain;
  readonly parts: readonly string[];
  readonly relations: readonly string[];
  readonly statuses: readonly EventStatus[];
  readonly keep: readonly number[];
}

interface WrittenChain {
  readonly labels: readonly string[];
  /** By label before and label. */
  readonly steps: readonly number[];
  readonly begin: readonly number[];
  readonly end: readonly number[];
}

function chainOf(written: WrittenChain | undefined, labels: readonly string[]): EdgedChain {
  if (written === undefined || written.labels.join() !== labels.join())
    throw new Error(
      `expected a chain of ${labels.join(', ')}, found ${written?.labels.join(', ') ?? 'none'}`,
    );
  const { steps, begin, end } = written;
  return { labels: labels.length, transitions: Float64Array.from(steps), fixed: true, begin, end };
}
