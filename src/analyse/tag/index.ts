import type { Event } from '../../record/index.ts';
import type { Range } from '../../text/index.ts';
import type { Layout } from '../layout.ts';

/** A cue with the source and the content that belong to it, each in one or several pieces, in the order of the text. */
export interface Attribution {
  readonly cue: readonly Range[];
  readonly source: readonly Range[];
  readonly content: readonly Range[];
  /** How sure the tagger is, from 0 to 1. */
  readonly confidence: number;
}

/** A name in the text. */
export interface Name extends Range {
  readonly kind: 'person' | 'organization' | 'place';
}

/** A word in the tree of its sentence (Universal Dependencies). */
export interface TreeWord extends Range {
  readonly part: string;
  /** The word that it depends on, by its place in the sentence; -1 for the one that depends on none. */
  readonly head: number;
  readonly relation: string;
}

/** An event that a report announces, as a tagger reads it; shares are from 0 to 1. */
export interface EventReading {
  /** The words that name it, in the order of the text. */
  readonly names: readonly Range[];
  /** How it stands: the share of each. */
  readonly status: readonly (readonly [status: Event['status'], share: number])[];
  /** The words that may tell of it: whether they are its date or one that it had, its place, who takes part. */
  readonly words: readonly (Range & {
    readonly current: number;
    readonly former: number;
    readonly place: number;
    readonly who: number;
  })[];
}

/** What a tagger finds in one report. */
export interface Tagging {
  readonly attributions: readonly Attribution[];
  /** Attributions within what others say, where the tagger sees them at the same look; null where it must look at contents apart. */
  readonly within: readonly Attribution[] | null;
  readonly names: readonly Name[];
  /** The trees of sentences, in the order of the text; none where the tagger reads no trees. */
  readonly trees: readonly (readonly TreeWord[])[];
  /** The events that it announces; null where the tagger reads none. */
  readonly events: readonly EventReading[] | null;
}

/** What a tagger is given: reports, or what their statements say, to look for attributions within; names and trees it has given before. */
export type Part = 'text' | 'contents';

/**
 * The port of the taggers: asynchronous and batched, since some run on a model.
 * Gives one tagging for each layout, in the same order; the same layouts give the same taggings, however batched.
 */
export interface Tagger {
  /** Name and version, written into the ledger with what it found. */
  readonly name: string;
  tag(layouts: readonly Layout[], part: Part): Promise<Tagging[]>;
}
