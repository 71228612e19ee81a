import type { Actor, HOW, Statement, Utterance } from '../record/index.ts';
import type { FoundStatement } from './found-statement.ts';
import type { PagePart, PersonLine } from './links.ts';
import type { ReportLine } from './report-line.ts';

/** A line of a list of actors over all reports. */
export interface LinkedActorLine extends PersonLine {
  readonly kind: Actor['kind'];
  /** Statements, said and shown, that it makes. */
  readonly statements: number;
}

/** Which actors a list has: of one kind, or all that are no persons. */
export type ActorSort = Actor['kind'] | 'body';

/** How many actors there are of each kind that there is. */
export type KindCounts = readonly { readonly kind: Actor['kind']; readonly actors: number }[];

/** An actor over all reports; where its reports wait to be linked, one name in them. */
export interface WholeActor extends LinkedActorLine {
  readonly isLinked: boolean;
  /** All names that it goes under, each once, the fullest first. */
  readonly names: readonly string[];
  /** As the report published last tells it. */
  readonly country: string | null;
  readonly sector: string | null;
  /** Why its names are one: each pair of names with the rule, and how sure that is. */
  readonly joined: readonly {
    readonly names: readonly [string, string];
    readonly rule: string;
    readonly score: number;
  }[];
}

/** An office as one report gives it. */
export interface OfficeTold {
  readonly title: string;
  readonly of: string | null;
  readonly span: Actor['offices'][number]['span'];
  readonly report: Pick<ReportLine, 'id' | 'outlet' | 'published'>;
}

/** Somebody named in statements, with the actor over all reports where there is one, and how often. */
export interface Counted {
  readonly id: string | null;
  readonly name: string;
  readonly times: number;
}

/** On whose behalf statements speak, with the rules that tell so. */
export interface SpokenFor extends Counted {
  readonly told: readonly { readonly how: (typeof HOW)[number]; readonly by: string }[];
  /** A statement that shows it. */
  readonly statement: Statement['id'];
}

/** Where an utterance was published: its renditions by outlet and day, in the order of publication. */
export interface Renditions {
  readonly utterance: string;
  readonly in: readonly { readonly outlet: string | null; readonly published: string | null }[];
}

/** With whom an actor speaks, as its latest statements have it. */
export interface Voices {
  /** Of so many of its latest statements. */
  readonly statements: number;
  readonly speaksFor: readonly SpokenFor[];
  /** Whom it speaks to, and who speaks to it, most often first. */
  readonly to: readonly Counted[];
  readonly from: readonly Counted[];
  /** What was said in those statements and is in several reports. */
  readonly renditions: readonly Renditions[];
}

/** What an actor said is asked for by the same as in a search, beside who said it. */
export interface SaidSearch extends PagePart {
  readonly words: string;
  readonly to?: string | undefined;
  readonly act?: Statement['act'] | undefined;
  readonly kind?: Statement['kind'] | undefined;
  readonly outlet?: string | undefined;
  /** From one day to another, both ISO dates and both within. */
  readonly when?: { readonly first: string; readonly last: string } | undefined;
}

/** Something that was said, once: the statement that tells it first, and the act of saying where it is linked. */
export interface Said {
  readonly first: FoundStatement;
  readonly utterance: Utterance | null;
}

/** What was found, each thing once, told last first; `isMore` where only the latest statements were looked through. */
export interface FoundSaid {
  /** How many things there are, as far as they were looked through. */
  readonly total: number;
  readonly isMore: boolean;
  readonly said: readonly Said[];
}

/** A report that names an actor. */
export interface ReportNaming {
  readonly report: ReportLine;
  /** Statements of that report, said and shown, that it makes. */
  readonly statements: number;
  /** How often it is named; who speaks by a person’s decision alone may be named nowhere. */
  readonly mentions: number;
}

/** What pages ask of actors over all reports. */
export interface LinkedActors {
  /** Actors over all reports, those that say most first, and how many there are of each kind. */
  linkedActors(
    page: PagePart & { readonly sort?: ActorSort | undefined },
  ): Promise<{ kinds: KindCounts; actors: readonly LinkedActorLine[] }>;
  /** The actors over all reports that an id leads to: one, or several that a report calls so each; none where it waits. */
  bearersOf(id: string): Promise<readonly PersonLine[]>;
  /** An actor over all reports by its id; by the id of a name where its reports wait to be linked. */
  wholeActor(id: string): Promise<WholeActor | null>;
  /** The offices that the latest reports give it, at most so many reports. */
  officesOf(id: string, reports: number): Promise<readonly OfficeTold[]>;
  voicesOf(id: string): Promise<Voices>;
  saidOnce(id: string, asked: SaidSearch): Promise<FoundSaid>;
  /** The reports that name it, published last first. */
  reportsNaming(id: string, page: PagePart): Promise<readonly ReportNaming[]>;
}
