import type {
  DecidedStances,
  LinkDecision,
  LinkGroup,
  LinkIndex,
  LinkKind,
  ReportId,
  ReportRecord,
  Utterance,
} from '../record/index.ts';
import type { DecisionState } from './decisions.ts';
import type { ReportLine } from './report-line.ts';

/** A report whose links are asked for as it stands by what people decided, with its number in the order of coming. */
export interface ToLink {
  readonly record: ReportRecord;
  readonly nth: number;
  readonly stances: DecidedStances;
}

/** The index of links, with the records of the reports that it speaks of. */
export interface Links extends LinkIndex {
  record(report: ReportId): Promise<ToLink>;
  /** The merges and splits that stand, in their order. */
  decisions(): Promise<readonly LinkDecision[]>;
}

/** A merge or split with how it stands. */
export interface DecidedLink {
  readonly decision: LinkDecision;
  readonly state: DecisionState;
}

/** A line of a list of actors. */
export interface PersonLine {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly reports: number;
}

/** How another report has to do with one: it is a copy of it, or is copied in it; it corrects it, or is corrected by it. */
export type Kinship = 'copy' | 'original' | 'correction' | 'corrected';

/** A report that has to do with another as a whole. */
export interface Kin {
  readonly how: Kinship;
  /** How sure that is, from 0 to 1; of a copy how much of the shorter one stands in the other. */
  readonly score: number;
  readonly report: ReportLine;
}

export interface PagePart {
  readonly limit: number;
  readonly offset: number;
}

/** One picture from many reports, as it is kept. */
export interface Linking {
  /**
   * Hands the reports that nobody linked yet, first to last and at most `limit`, to `work`, all in one transaction that is
   * safe on disk when it is done. Gives how many those were: 0 when all are linked.
   */
  linkNext(
    linker: string,
    limit: number,
    work: (report: ToLink, links: Links) => Promise<void>,
  ): Promise<number>;
  /** By what the reports were linked, each once: more than one where a newer version went on. */
  linkers(): Promise<readonly string[]>;
  /** Whether all reports are linked, and some are. */
  isLinked(): Promise<boolean>;
  /** SHA-256 over all links, whatever the order in which they were written. */
  linkDigest(): Promise<string>;
  /** Reports that another analyser read, the first `limit`. */
  analysedOtherwise(analyser: string, limit: number): Promise<readonly ReportId[]>;
  /** Takes every link away, to be made again. */
  unlink(): Promise<void>;
  /** Asks of links, in one moment. */
  asked<T>(work: (links: Links) => Promise<T>): Promise<T>;
  /** The group that an id names; also an id that it had, or would have had from another of its members. */
  linked(kind: LinkKind, id: string): Promise<LinkGroup | null>;
  /** Every merge and split, in their order, with how it stands; of a group those that speak of its members. */
  decidedLinks(group?: { readonly kind: LinkKind; readonly id: string }): Promise<readonly DecidedLink[]>;
  /** The utterances that some statements render, or ids of utterances name, each once. */
  utterancesWith(ids: readonly string[]): Promise<readonly Utterance[]>;
  /** The copies of a report or the first of which it is a copy, what corrects it and what it corrects; its versions aside. */
  kin(report: ReportId): Promise<readonly Kin[]>;
  /** Actors whose names have all the words, those of most reports first. */
  personsNamed(words: string, page: PagePart): Promise<{ total: number; persons: readonly PersonLine[] }>;
  /** Reports with statements that have one of the words, those with most and rarest first. */
  reportsWith(words: readonly string[], limit: number): Promise<readonly ReportId[]>;
}
