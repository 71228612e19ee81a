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

/** What the log says was taken in: the report, with how it came out of its page where it did. */
export function digestOfReport(report: Report, origin: Origin | null): string {
  return digestOf(origin === null ? report : { report, origin });
}

/** The SHA-256 of a value in canonical form. */
export function digestOf(value: unknown): string {
  return sha256(canonical(value));
}

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
