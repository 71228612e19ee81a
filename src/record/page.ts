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

/** A text as it came in, before anybody looked whether it is a report. */
export interface RawPage {
  readonly kind: 'page';
  readonly path: string;
  /** Joins the versions of one report: its URL, or the place it was read from. */
  readonly lineage: string;
  readonly format: Format;
  /** Where a page of the web was fetched from, after all redirects; null for all else. */
  readonly address: string | null;
  readonly text: string;
  /** The encoding that the bytes were read in, as the Encoding standard names it. */
  readonly encoding: string;
  readonly bytes: Uint8Array;
  readonly snapshot: SnapshotId;
  readonly given: Given;
}

/** An input that could not even be taken in. */
export interface FailedInput {
  readonly kind: 'failed';
  readonly path: string;
  readonly refusal: Refusal;
}
