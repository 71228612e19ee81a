import type { CalendarPart, Found, KeptReport, PersonLine } from '../ledger/index.ts';
import type { Issue, LinkedActor, Position, PositionChange, Utterance } from '../record/index.ts';
import type { AddOutcome } from './add.ts';
import type { FindOptions, ReadOptions, Source } from './options.ts';
import type { Verified, VerifyOptions } from './verified.ts';

/** Who a name fits. */
export interface WhoFound {
  /** The one that is meant, with all names, offices, and for whom it speaks; null where nobody or several are. */
  readonly actor: LinkedActor | null;
  /** What the actor said, each act of saying once, by publication. */
  readonly utterances: readonly Utterance[];
  /** All that the name fits, those of most reports first. */
  readonly persons: readonly PersonLine[];
  readonly total: number;
}

/** Who stands where on an issue, by publication, and every change of position with the two statements behind it. */
export interface PositionsFound {
  readonly issue: Issue;
  readonly positions: readonly Position[];
  readonly changes: readonly PositionChange[];
}

/** A ledger that is open. After `close` every method throws a Fault of code `closed-ledger`. */
export interface OpenLedger extends AsyncDisposable {
  /**
   * Reads and keeps reports, and links them to those that are there. The same report twice is kept once; a changed one is a
   * new version. Gives what became of each, in order; a refusal is one of the outcomes.
   */
  add(sources: Source | readonly Source[], options?: ReadOptions): Promise<AddOutcome[]>;
  /** Statements by words, or by who, to whom, when. @throws Fault `bad-option`. */
  find(search: string | FindOptions): Promise<Found>;
  /** One actor over all reports, by words of its name or its id. */
  who(name: string): Promise<WhoFound>;
  /** The questions on which positions are looked for. */
  issues(): Promise<readonly Issue[]>;
  /**
   * Defines an issue: a proposition that actors are for or against, such as “The bridge should be closed”. It is a decision
   * that is kept, with who took it. @throws Fault `bad-issue`.
   */
  addIssue(proposition: string, options: { terms?: readonly string[]; by: string }): Promise<Issue>;
  /** @param issue - The id of an issue, or words of its proposition. @throws Fault `no-issue` where none or several fit. */
  positions(issue: string): Promise<PositionsFound>;
  /** What was announced for which date, the earliest first; `when` as in `find`. @throws Fault `bad-option`. */
  calendar(options?: { when?: string; limit?: number; offset?: number }): Promise<CalendarPart>;
  /** A report with its text, statements, actors and events as they stand; null where there is none of this id. */
  report(id: string): Promise<KeptReport | null>;
  /** Whether a quotation is on record: as `verify(quotation, ledger)`. */
  verify(quotation: string, options?: VerifyOptions): Promise<Verified>;
  /** Closes the file; a second time does nothing. */
  close(): Promise<void>;
}
