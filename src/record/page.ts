import type { SnapshotId } from './ids.ts';
import type { Refusal } from './refusal.ts';

/** How the bytes of a snapshot are to be read. */
export const FORMATS = ['text', 'markdown', 'jsonl-line', 'html'] as const;
export type Format = (typeof FORMATS)[number];

/** What is known of a text from outside it: options of the command, a sidecar, fields of a JSONL line. */
export interface Given {
  readonly url: string | null;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly headline: string | null;
}

/** What is kept of an answer, for whoever asks at the same place again. */
export interface Policy {
  /** The address that gave it, after all redirects: only there its `etag` and `modified` tell anything. */
  readonly address: string;
  /** Whether the way there is for good (301, 308), so that the next question goes there at once. */
  readonly isMoved: boolean;
  readonly etag: string | null;
  readonly modified: string | null;
}

/** Until when a host wants not to be asked, and how often in a row it said so. */
export interface Rest {
  /** ISO 8601 in UTC. */
  readonly until: string;
  readonly times: number;
}

/** The way to a page of the web. */
export interface WebPlace {
  /** Where it was, after all redirects. */
  readonly address: string;
  /** What was asked for. */
  readonly asked: string;
  readonly policy: Policy | null;
  /** The feed that led there. */
  readonly feed: string | null;
  /** When it was answered, ISO 8601 in UTC; where that is not told, it is when the page is kept. */
  readonly at?: string;
}

/** A place in a file that holds many reports: all before it is done. */
export interface Mark {
  readonly place: string;
  /** Another file in the same place has another. */
  readonly fingerprint: string;
  /** The byte at which the next record begins, and how many records are before it. */
  readonly at: number;
  readonly count: number;
}

/** A text as it came in, before anybody looked whether it is a report. */
export interface RawPage {
  readonly kind: 'page';
  readonly path: string;
  /** Joins the versions of one report: its URL, or the place it was read from. */
  readonly lineage: string;
  readonly format: Format;
  /** Where a page of the web came from; null for all else. */
  readonly web: WebPlace | null;
  readonly text: string;
  /** The encoding that the bytes were read in, as the Encoding standard names it. */
  readonly encoding: string;
  readonly bytes: Uint8Array;
  readonly snapshot: SnapshotId;
  readonly given: Given;
  /** How far the file that it stands in is done with it, where that holds many. */
  readonly mark?: Mark;
}

/** An input that could not even be taken in. */
export interface FailedInput {
  readonly kind: 'failed';
  readonly path: string;
  readonly refusal: Refusal;
  /** The feed that led there. */
  readonly feed?: string | null;
  /** The page that holds no report, where there was one. */
  readonly page?: RawPage;
  readonly mark?: Mark;
  /** The address that was visited, where that is not its path, and when, where that was not now. */
  readonly place?: string;
  readonly at?: string;
}

/** A page of the web that was asked for, and is as it was at the last visit. */
export interface Unchanged {
  readonly kind: 'unchanged';
  readonly path: string;
  readonly feed: string | null;
  readonly policy: Policy | null;
  /** Of a page that an archive tells as seen again: its address, when that was, and the visit whose page was seen again. */
  readonly place?: string;
  readonly at?: string;
  readonly as?: string | null;
  readonly mark?: Mark;
}

/** What comes in, one after the other. */
export type Intake = RawPage | FailedInput | Unchanged;
