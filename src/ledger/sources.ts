import type { Utterance } from '../record/index.ts';

export type RootKind = Utterance['root']['kind'];

/** A root source with what stands on it. */
export interface RootLine {
  readonly kind: RootKind;
  readonly root: string;
  readonly utterances: number;
  readonly statements: number;
  /** How many outlets have some of it. */
  readonly outlets: number;
}

/** How an outlet stands to the others that have an utterance: first is a day before all of them. */
export type Precedence = 'alone' | 'first' | 'same day' | 'later' | 'not known';

/** An outlet with what it has, as far as it was said or shown. */
export interface OutletLine {
  /** Null for reports whose outlet is not known. */
  readonly outlet: string | null;
  /** Without their later versions. */
  readonly reports: number;
  readonly utterances: number;
  readonly statements: number;
  /** Utterances that no other outlet has, that it had before all others that have them, and that another had before it. */
  readonly alone: number;
  readonly first: number;
  readonly later: number;
}

/** What one outlet has of one root source. */
export interface TakenLine {
  readonly kind: RootKind;
  readonly root: string;
  readonly outlet: string | null;
  readonly utterances: number;
  readonly statements: number;
  /** Utterances that it had before all other outlets that have them. */
  readonly first: number;
}

/** All that is known of one name: as an outlet, and as a root source. */
export interface Source {
  readonly name: string;
  readonly outlet: OutletLine | null;
  readonly roots: readonly RootLine[];
  /** The media and bodies whose words it has, and outlets that have its own, those of most utterances first. */
  readonly takes: readonly TakenLine[];
  readonly takers: readonly TakenLine[];
}

interface Part {
  readonly limit: number;
  readonly offset: number;
}

/** Who has what from whom, over all reports that are linked. */
export interface Sources {
  /** Root sources of one kind, those of most statements first. */
  roots(asked: Part & { kind: RootKind }): Promise<{ roots: readonly RootLine[]; isMore: boolean }>;
  /** Outlets, those of most reports first. */
  outlets(page: Part): Promise<{ outlets: readonly OutletLine[]; isMore: boolean }>;
  /** What some outlets have of some roots of one kind. */
  takings(asked: {
    kind: RootKind;
    roots: readonly string[];
    outlets: readonly string[];
  }): Promise<readonly TakenLine[]>;
  /** All about a name; null where no outlet and no root source has it. */
  source(name: string): Promise<Source | null>;
  /** Utterances of an outlet that stand so to those of others, the one that was linked last first. */
  toldBy(
    asked: Part & { outlet: string; stood: Precedence },
  ): Promise<{ utterances: readonly Utterance[]; isMore: boolean }>;
}
