import type { Actor, Event, Report, Statement } from '../record/index.ts';

/** A statement with the report that it stands in, as far as it is cited. */
export interface Cited {
  readonly statement: Statement;
  readonly report: Report;
}

/** A statement as it is on record, with what people decided on it; null where nobody did. */
export interface Told extends Cited {
  readonly decided: object | null;
  /** When its report was added, ISO 8601 in UTC. */
  readonly added: string;
}

/** A report with those of its statements that were asked for, in their order. */
export interface ReportTold {
  readonly report: Report;
  readonly statements: readonly Told[];
}

/** The same with whom and what else the report tells of. */
export interface RecordTold extends ReportTold {
  readonly actors: readonly Actor[];
  readonly events: readonly Event[];
}

/** A form of a file that others read: what stands first in it, between entries and last, and how a report is told. */
export interface Format<Of extends ReportTold = ReportTold> {
  readonly open: string;
  readonly between: string;
  readonly close: string;
  /** The entries of a report; none where the form has no place for what is said in it. */
  entries(told: Of): readonly string[];
}

/** A piece of a file: text, or bytes where the form is none of text. */
export type Piece = string | Uint8Array;

/** A file on its way. What a report adds may be empty and come with a later one: then nothing is lost, and `end` gives the rest. */
export interface FileOnItsWay<Of extends ReportTold = ReportTold> {
  start(): Piece;
  add(told: Of): { readonly piece: Piece; readonly entries: number };
  end(): Piece;
}
