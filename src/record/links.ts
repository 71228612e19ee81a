import type { IssueId, LinkedActorId, Position } from './picture.ts';
import type { Actor, DecisionId, ReportId, Statement } from './types.ts';

/** The stances of a report's statements that people decided, each the last of its issue. */
export type DecidedStances = readonly {
  readonly statement: Statement['id'];
  readonly issue: IssueId;
  readonly stance: Position['stance'] | 'none';
  readonly decision: string;
  readonly by: string;
}[];

/** What is joined over reports. */
export const LINK_KINDS = ['report', 'actor', 'utterance', 'event'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** Something of a report that may be one with something of another. */
export interface LinkMember {
  /** What is joined: the member itself, or all members of one full name together. */
  readonly unit: string;
  /** Its id in its report. */
  readonly id: string;
  readonly report: ReportId;
  /** The id that its group has where it is the first of it: it leads there for ever. */
  readonly alias: string;
  /** What it is compared by, as linking wrote it. */
  readonly kept: string;
}

/** A member on its way into the index. */
export interface NewLinkMember extends LinkMember {
  /** By what it is found again. */
  readonly keys: readonly string[];
}

/** Two units that may be one, with the rule and how sure it is, from 0 to 1. */
export interface PairLink {
  readonly a: string;
  readonly b: string;
  readonly rule: string;
  readonly score: number;
}

/** Where what a decision speaks of was found. */
export interface Placed {
  readonly decision: DecisionId;
  /** 0 for the one, and then the others in their order. */
  readonly place: number;
  readonly report: ReportId;
  readonly unit: string;
}

/** Units that are one, as they are kept. */
export interface LinkGroup<Body = unknown> {
  readonly id: string;
  /** How it is called in lists. */
  readonly name: string;
  /** All that it is called, as it is searched. */
  readonly names: string;
  readonly units: readonly string[];
  /** First and last day that it is about, ISO, '' for none: events by their schedule. */
  readonly first: string;
  readonly last: string;
  readonly body: Body;
}

/** An actor over all reports, as far as others need to know it. */
export interface Person {
  readonly id: LinkedActorId;
  readonly name: string;
  readonly kind: Actor['kind'];
}

/** What is kept of an actor beside its name: why its names are one, and what most reports take it for. */
export interface ActorBody {
  readonly links: readonly PairLink[];
  readonly kind: Actor['kind'];
}

/** How much is told of what shares a key, at most. */
export interface Sharing {
  readonly units: number;
  /** Members of each unit, the latest. */
  readonly members: number;
}

/** Of the units that have one key so many are looked at, the latest: what everybody says tells nothing. */
export const MOST_OF_A_KEY = 64;

/**
 * The index that linking asks: members by keys, the pairs that were told, and the groups that follow. It answers for what was
 * linked so far; what is asked of it does not grow with all that it keeps.
 */
export interface LinkIndex {
  /** Keeps what all members of a report are compared by, as linking wrote it. */
  keep(report: ReportId, kept: string): Promise<void>;
  keptOf(reports: readonly ReportId[]): Promise<ReadonlyMap<ReportId, string>>;
  put(kind: LinkKind, members: readonly NewLinkMember[]): Promise<void>;
  /** The members of the units that have most of the keys, of equals the latest. */
  sharing(kind: LinkKind, keys: readonly string[], most: Sharing): Promise<readonly LinkMember[]>;
  membersOf(kind: LinkKind, units: readonly string[]): Promise<readonly LinkMember[]>;
  membersIn(kind: LinkKind, reports: readonly ReportId[]): Promise<readonly LinkMember[]>;
  /** The pairs that have one of the units and are as sure as `least`. */
  pairsOf(kind: LinkKind, units: readonly string[], least: number): Promise<readonly PairLink[]>;
  /** Keeps pairs; of one told twice the surer. Gives whether any is new or surer. */
  putPairs(kind: LinkKind, pairs: readonly PairLink[]): Promise<boolean>;
  groupsOf(kind: LinkKind, units: readonly string[]): Promise<readonly LinkGroup[]>;
  /** Takes units out, with their members, keys and pairs; the groups that they were in are no more. */
  drop(kind: LinkKind, units: readonly string[]): Promise<void>;
  /** Keeps where decisions found what they speak of in one report, in place of what was kept of it. */
  putPlaced(kind: LinkKind, report: ReportId, placed: readonly Placed[]): Promise<void>;
  /** All places of the decisions that speak of one of the units. */
  placedOf(kind: LinkKind, units: readonly string[]): Promise<readonly Placed[]>;
  /** Puts groups in place of those that the units were in. */
  replace(kind: LinkKind, units: readonly string[], groups: readonly LinkGroup[]): Promise<void>;
  /** Who the actors of some reports are, by `REPORT ACTOR`. */
  persons(reports: readonly ReportId[]): Promise<ReadonlyMap<string, Person>>;
  /** Who actors are now, by ids that they have, had, or would have had from another of their members. */
  whoNow(ids: readonly string[]): Promise<ReadonlyMap<string, Person>>;
}
