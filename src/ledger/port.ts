import type {
  Actor,
  Event,
  Flag,
  Format,
  LinkedFlag,
  Mark,
  Origin,
  Policy,
  Report,
  ReportRecord,
  Statement,
  StatementDecision,
  Time,
} from '../record/index.ts';
import type { Alerts } from './alerts.ts';
import type { AsOf } from './as-of.ts';
import type { BesideOthers } from './beside.ts';
import type { Calendar } from './calendar.ts';
import type { DecidedStatement, Decisions } from './decisions.ts';
import type { FoundStatement } from './found-statement.ts';
import type { LinkedActors } from './linked-actors.ts';
import type { Linking } from './links.ts';
import type { ReportLine } from './report-line.ts';
import type { Review } from './review.ts';
import type { Found, Searching } from './searching.ts';
import type { Sources } from './sources.ts';
import type { Today } from './today.ts';
import type { NewVisit, Visits } from './visits.ts';

export type { GoneEvent } from './calendar.ts';
export type { EventLine } from './event-line.ts';
export type { FoundStatement } from './found-statement.ts';
export type { ReportLine } from './report-line.ts';
export type { Facet, Facets, Found, Hint, Order, Period, Search } from './searching.ts';

/** A record on its way into the ledger, with the bytes it was read from. */
export interface NewEntry {
  readonly record: ReportRecord;
  /** How the report came out of its page; null where it is the whole of a text. */
  readonly origin: Origin | null;
  readonly bytes: Uint8Array;
  readonly format: Format;
  /** Joins the versions of one report: its URL, or the place it was read from. */
  readonly lineage: string;
  /** The address or file that was asked for, and the feed that led there. */
  readonly place: string;
  readonly feed: string | null;
  readonly policy: Policy | null;
  /** Who found the statements: a tagger's name and version. */
  readonly analyser: string;
  /** The moment of adding, ISO 8601 in UTC. */
  readonly at: string;
  /** When it was fetched, where that was another moment. */
  readonly visited?: string;
}

/** What adding did: a new version, statements found again by a newer analyser, or nothing since all was there. */
export interface Added {
  readonly outcome: 'added' | 'analysed again' | 'unchanged';
  readonly version: number;
  /** Of a new version that was fetched before another that is there: an archive's. It stood before that one. */
  readonly isEarlier?: true;
}

/** What is written together: what was read, in its order, and how far a file of many reports is done with it. */
export interface Batch {
  readonly entries: readonly (NewEntry | NewVisit)[];
  readonly mark: Mark | null;
}

/** What became of an entry of a batch: what adding did, why it alone could not be written, or null for a visit. */
export type Kept = Added | { readonly outcome: 'failed'; readonly cause: unknown } | null;

/** A report as the ledger keeps it. */
export interface KeptReport {
  readonly report: Report;
  readonly version: number;
  /** How many versions of it there are. */
  readonly versions: number;
  readonly added: string;
  readonly format: Format;
  /** As they stand by what people decided; those that are rejected are not among them. */
  readonly statements: readonly Statement[];
  /** What people decided on them, and on those that are rejected. */
  readonly decided: readonly DecidedStatement[];
  /** Decisions that stand on it, of which no statement is found any more. */
  readonly orphaned: readonly StatementDecision[];
  readonly actors: readonly Actor[];
  readonly flags: readonly Flag[];
  readonly events: readonly Event[];
  readonly times: readonly Time[];
}

/** An actor over all reports; so far those are one that have the same name. */
export interface ActorLine extends Pick<Actor, 'actor' | 'name' | 'kind'> {
  readonly reports: number;
  /** Statements, said and shown, that it makes. */
  readonly statements: number;
}

/** An actor as one report has it. */
export interface ActorInReport {
  readonly report: ReportLine;
  readonly actor: Actor;
  /** Statements of that report, said and shown, that it makes. */
  readonly statements: number;
}

/** An actor with its codes. Name, kind and codes are those of the report published last that gives them. */
export interface KeptActor extends ActorLine {
  readonly country: string | null;
  readonly sector: string | null;
}

export interface FlaggedReport {
  readonly report: ReportLine;
  readonly flag: Flag | LinkedFlag;
}

export interface KeptEvent {
  readonly event: Event;
  readonly kept: KeptReport;
}

/** What there is of some words. */
export interface SharedWords {
  readonly reports: readonly KeptReport[];
  /** Of each word, how many reports have it in any form. */
  readonly counts: ReadonlyMap<string, number>;
  /** How many reports there are. */
  readonly total: number;
}

export interface Counts {
  readonly reports: number;
  readonly statements: number;
  readonly log: number;
  /** The hash of the log's last row. */
  readonly head: string;
}

/** What was looked at, and what is to be said of it. */
export interface Remarked {
  readonly what: string;
  readonly why: string;
}

/** A proof of the whole ledger: how much was compared, everything that does not hold, and what nothing proves. */
export interface Proof extends Counts {
  readonly visits: number;
  readonly decisions: number;
  readonly spans: number;
  readonly broken: readonly Remarked[];
  readonly unproved: readonly Remarked[];
}

/** Reads a snapshot again; null when its bytes do not give the report's text. Handed in, since reading is another stage's work. */
export type ReadAgain = (
  bytes: Uint8Array,
  kept: { format: Format; origin: Origin | null; report: Report },
) => string | null;

/**
 * All that is kept. Reports are appended and never changed; statements are derived and may be found again.
 * Every implementation runs the tests of `ledger.contract.ts`.
 */
export interface Ledger
  extends Visits,
    Linking,
    BesideOthers,
    Decisions,
    Alerts,
    Calendar,
    AsOf,
    Today,
    LinkedActors,
    Searching,
    Sources,
    Review {
  /**
   * Writes a batch in one transaction, safe on disk when it is done. An entry that cannot be written (a span that does not
   * hold) fails alone; a store that fails is a Fault, and nothing of the batch is there.
   */
  keep(batch: Batch): Promise<Kept[]>;
  /** Writes a report and its statements; a span that does not hold, or an id that is there twice, is a Fault, and nothing is written. */
  add(entry: NewEntry): Promise<Added>;
  /** Whether this report is there with statements of this analyser: then there is nothing to add. */
  has(report: Report['id'], analyser: string): Promise<boolean>;
  /** Reports, latest addition first. */
  reports(page: { limit: number; offset: number }): Promise<ReportLine[]>;
  report(id: string): Promise<KeptReport | null>;
  /** The report of a lineage that has this text; null where none has. */
  withText(lineage: string, text: string): Promise<Report | null>;
  /** The versions of a report, first to last, whichever of them `id` names. */
  versions(id: string): Promise<ReportLine[]>;
  /** A statement by its id; the id of a former analyser's statement leads to the one that overlaps it most. */
  statement(id: string): Promise<FoundStatement | null>;
  snapshot(id: string): Promise<Uint8Array | null>;
  /** How a report came out of its page; null where it is the whole of a text, or there is no such report. */
  origin(id: string): Promise<Origin | null>;
  /** Actors that speak or are named, those who speak most first. */
  actors(page: { limit: number; offset: number }): Promise<{ total: number; actors: ActorLine[] }>;
  actor(id: string): Promise<KeptActor | null>;
  /** The reports that name an actor, published last first. */
  reportsOn(id: string, page: { limit: number; offset: number }): Promise<ActorInReport[]>;
  /** What an actor says and what it shows, published last first. */
  saidBy(id: string, page: { limit: number; offset: number }): Promise<Found>;
  /** What an editor should look at, the latest addition first. */
  flags(page: { kind?: Flag['kind'] | LinkedFlag['kind']; limit: number; offset: number }): Promise<{
    total: number;
    flags: FlaggedReport[];
  }>;
  /** An event of one report, with the whole report. */
  event(id: string): Promise<KeptEvent | null>;
  /** Reports that may hold the words, each piece as a phrase first, then by the rarest words, misspelt or not. */
  likely(pieces: readonly string[]): Promise<KeptReport[]>;
  /** Reports that share words with a text, in any form, those that weigh most by rarity first; and how rare each word is. */
  sharing(words: readonly string[], limit: number): Promise<SharedWords>;
  counts(): Promise<Counts>;
  /** Walks the log and every row; gives all that does not hold. */
  prove(readAgain: ReadAgain, onReport?: (done: number) => void): Promise<Proof>;
  /** Writes a consistent copy with all that belongs to it, also while others add; a file that is there is a Fault. */
  backup(path: string): Promise<void>;
  close(): Promise<void>;
}
