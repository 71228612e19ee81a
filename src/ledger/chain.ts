import { createHash } from 'node:crypto';
import type { Origin, Report } from '../record/index.ts';

/** A row of the append-only log, without its hash. */
export interface LogEntry {
  readonly number: number;
  readonly kind: string;
  readonly subject: string;
  readonly digest: string;
  readonly at: string;
  readonly previous: string;
}

/** What stands before the first row. */
export const GENESIS = '0'.repeat(64);

/** The hash of a row over all its fields and the hash before it: no row can change without all later ones. */
export function hashOf({ number, kind, subject, digest, at, previous }: LogEntry): string {
  return sha256(canonical([number, kind, subject, digest, at, previous]));
}

/** A visit as it is chained: all its columns, and the digest of what was found in the report that it brought. */
export interface ChainedVisit {
  readonly number: number;
  readonly place: string;
  readonly source: string;
  readonly feed: string | null;
  readonly at: string;
  readonly outcome: string;
  readonly code: string | null;
  readonly message: string | null;
  readonly report: string | null;
  readonly snapshot: string | null;
  readonly digest: string | null;
}

/** The hash of a visit over all its fields and the hash of the visit before it. */
export function hashOfVisit(visit: ChainedVisit, previous: string): string {
  const { number, place, source, feed, at, outcome, code, message, report, snapshot, digest } = visit;
  return sha256(
    JSON.stringify([
      number,
      place,
      source,
      feed,
      at,
      outcome,
      code,
      message,
      report,
      snapshot,
      digest,
      previous,
    ]),
  );
}

/** A version of a report as it is kept for ever: the report and its origin as they are written, and what is known of them. */
export interface KeptVersion {
  readonly lineage: string;
  readonly version: number;
  readonly format: string;
  readonly text: string;
  /** The report as JSON, without its text. */
  readonly body: string;
  readonly origin: string | null;
}

/** What the log says was taken in, in a row of the kind `version`. */
export function digestOfVersion({ lineage, version, format, text, body, origin }: KeptVersion): string {
  return sha256(JSON.stringify([lineage, version, format, text, body, origin]));
}

/** What a visit says was found in a report: by whom, and each row's JSON by table, in the order of their places. */
export function digestOfFindings(
  analyser: string,
  bodies: Readonly<Record<string, readonly string[]>>,
): string {
  const lines = Object.entries(bodies).flatMap(([table, rows]) => [`${table} ${rows.length}`, ...rows]);
  // No line of JSON holds an end of line: what stands where is certain.
  return sha256([JSON.stringify(analyser), ...lines].join('\n'));
}

/** What the log says in its older rows, of the kind `report`: the report, with how it came out of its page where it did. */
export function digestOfReport(report: Report, origin: Origin | null): string {
  return sha256(canonical(origin === null ? report : { report, origin }));
}

/** The hash of a decision over what it says and the hash of the decision before it. */
export const hashOfDecision = (body: string, previous: string): string => sha256(canonical([body, previous]));

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** JSON with keys in the order of their code units, as RFC 8785 has it; the values here hold no fractions. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
