import type { Mark, Policy, RefusalCode, Report, ReportId, Rest } from '../record/index.ts';

/** What can come of a visit. */
export const OUTCOMES = [
  'added',
  'changed',
  'analysed again',
  'unchanged',
  'changed back',
  'gone',
  'refused',
  'failed',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** One attempt to read something: where, when, and what came of it. */
export interface Visit {
  /** The address or file that was asked for. */
  readonly place: string;
  /** The feed that led there. */
  readonly feed: string | null;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly outcome: Outcome;
  readonly code: RefusalCode | null;
  readonly message: string | null;
  readonly report: Report['id'] | null;
}

/** A visit that adds nothing, with the bytes that are kept all the same. */
export interface NewVisit extends Visit {
  readonly bytes: Uint8Array | null;
  readonly policy: Policy | null;
}

/** What is kept of the last answer from a place that gave a report or a feed. */
export interface KeptPolicy extends Policy {
  /** The report that the answer held; null for a feed. */
  readonly report: Report['id'] | null;
}

/** A time in which visits found one version of a report, and no other between. */
export interface Stood {
  readonly report: Report['id'];
  readonly version: number;
  /** The first and the last visit that found it, ISO 8601 in UTC. */
  readonly from: string;
  readonly to: string;
}

/** What is known of one source, a host or the files of this machine. */
export interface SourceLine {
  readonly source: string;
  readonly visits: number;
  /** How many places were visited, and how many reports they gave. */
  readonly places: number;
  readonly reports: number;
  readonly outcomes: Readonly<Partial<Record<Outcome, number>>>;
  readonly first: string;
  readonly last: string;
  /** The longest time between two visits, where it is longer than a day: from and to. */
  readonly gap: { readonly from: string; readonly to: string } | null;
  /** The days of its visits among the last sixty before its latest, in their order; of the busiest sources alone. */
  readonly days: readonly SourceDay[];
}

/** A day (UTC) on which a source was visited, and how many reports it gave, new or changed. */
export interface SourceDay {
  readonly day: string;
  readonly visits: number;
  readonly reports: number;
}

/** A feed as it is watched. */
export interface FeedLine {
  readonly place: string;
  readonly title: string | null;
  readonly checked: string;
  readonly due: string;
  readonly failures: number;
  readonly message: string | null;
  readonly items: number;
  readonly waiting: number;
  readonly vanished: number;
}

/**
 * What was read from where: sources, feeds, how often each reason stood in the way, and the latest visits that failed; who read
 * how many of the reports, the most first; and the latest reports that could not be linked.
 */
export interface Coverage {
  readonly analysers: readonly { readonly analyser: string; readonly reports: number }[];
  readonly sources: readonly SourceLine[];
  readonly feeds: readonly FeedLine[];
  readonly reasons: readonly { readonly code: RefusalCode; readonly visits: number }[];
  readonly failures: readonly Visit[];
  readonly unlinkable: readonly Unlinkable[];
}

/** A report on which linking broke, and what broke: it stands on record unlinked, and those after it are linked. */
export interface Unlinkable {
  readonly report: ReportId;
  readonly why: string;
}

/** An item as a feed lists it. */
export interface ListedItem {
  readonly place: string;
  /** What the feed says of it: when that changes, the page may have. */
  readonly stamp: string;
}

/** An item whose page is to be visited. */
export interface DueItem {
  readonly feed: string;
  readonly place: string;
  /** Those that found the page, and those that failed since. */
  readonly visits: number;
  /** Visits in a row that failed, up to now. */
  readonly failures: number;
}

/** An item whose page was visited, and when it is due again: null for never. It counts for every feed that lists it. */
export interface VisitedItem {
  readonly place: string;
  readonly due: string | null;
  readonly failed: boolean;
}

/** A feed as it was read, but for its items. */
export interface Listing {
  readonly place: string;
  readonly title: string | null;
  readonly at: string;
  /** The feeds that it leads to. */
  readonly below: readonly string[];
  /** Whether it was read to its end: what a part does not list may stand in the rest. */
  readonly isWhole: boolean;
}

/** What a feed's listing brought. */
export interface Listed {
  readonly fresh: number;
  readonly changed: number;
  readonly vanished: number;
}

/** The part of a ledger that keeps what was tried. */
export interface Visits {
  /** Tells a visit that adds no report; its bytes are kept as a snapshot where there are any. */
  visit(visit: NewVisit): Promise<void>;
  /** The visits to the places that a report's versions came from, the latest first. */
  visitsTo(report: string, limit: number): Promise<Visit[]>;
  /** The report that the visit to a place at a moment found, or else the latest visit there; null where none found one. */
  seenAt(place: string, at: string | null): Promise<Report['id'] | null>;
  /** What stood at a report's address and when, by the visits that found a version of it; the last is what stands now. */
  stood(report: string): Promise<Stood[]>;
  /** The version of a lineage that the latest visit found; null where there is none. */
  standing(lineage: string): Promise<Report | null>;
  /** The report that was found last at a place, or where it was before it moved there for good. */
  foundAt(place: string): Promise<{ readonly report: Report['id']; readonly lineage: string } | null>;
  policy(place: string): Promise<KeptPolicy | null>;
  /** Keeps how a feed is asked again; how a page is comes with its visit. */
  keepPolicy(place: string, policy: Policy): Promise<void>;
  /** Where what was at a place has moved to for good: the place itself where it has not. */
  movedTo(place: string): Promise<string>;
  /** What had moved to a place is asked for where it was again: the place has nothing any more. */
  forgetMoves(place: string): Promise<void>;
  /** Until when a host wants not to be asked. */
  rest(host: string): Promise<Rest | null>;
  keepRest(host: string, rest: Rest | null): Promise<void>;
  coverage(): Promise<Coverage>;
  /**
   * What a feed lists now: items, and other feeds. New items are due, changed ones are due again, those that a whole feed
   * no longer lists have vanished; what another feed lists too is one item.
   */
  list(feed: Listing, items: readonly ListedItem[]): Promise<Listed>;
  /** The feeds that a list of feeds led to when it was read last. */
  below(feed: string): Promise<string[]>;
  /** The name that a feed is kept under: its own, or the one that it had before it moved. */
  feedOf(place: string): Promise<string>;
  /** Tells that a feed was asked, and when it is due again; `message` is why it could not be read. */
  checked(feed: { place: string; at: string; due: string; message: string | null }): Promise<void>;
  feed(place: string): Promise<Pick<FeedLine, 'due' | 'failures' | 'items'> | null>;
  /** Items of some feeds that are due, those that wait longest first. */
  dueItems(feeds: readonly string[], at: string, limit: number): Promise<DueItem[]>;
  /** When the next item of some feeds is due, null where none is. */
  nextDue(feeds: readonly string[]): Promise<string | null>;
  /** Tells that items' pages were visited, and when each is due again. */
  itemsVisited(items: readonly VisitedItem[]): Promise<void>;
  /** Puts off a feed, or an item of whatever feeds, that could not be asked for. */
  postpone(place: string, due: string): Promise<void>;
  mark(place: string): Promise<Mark | null>;
  keepMark(mark: Mark): Promise<void>;
  dropMark(place: string): Promise<void>;
}
