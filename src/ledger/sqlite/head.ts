import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { GENESIS } from '../chain.ts';
import { faultOfFile } from './faults.ts';

const link = z.strictObject({
  number: z.int().nonnegative(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});
const head = z.strictObject({
  log: link,
  visits: link,
  decisions: link.default({ number: 0, hash: GENESIS }),
});

/** The last row of a chain; number 0 and GENESIS where there is none. */
export type Link = Readonly<z.infer<typeof link>>;

/** The ends of the chains; a head of an older version tells no decisions. */
export type Head = Readonly<z.infer<typeof head>>;

/** What stands in the file beside a ledger: nothing, a head, or something else. */
export type FoundHead =
  | { readonly kind: 'none' }
  | { readonly kind: 'head'; readonly head: Head }
  | { readonly kind: 'damaged'; readonly why: string };

/** The file beside a ledger that says how far it goes, so that a lost end is noticed; null for a ledger in memory. */
export function headPath(path: string): string | null {
  return path === ':memory:' ? null : `${path}-head`;
}

export function readHead(file: string): FoundHead {
  try {
    const parsed = head.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success
      ? { kind: 'head', head: parsed.data }
      : { kind: 'damaged', why: 'it is not as it was written' };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { kind: 'none' };
    return { kind: 'damaged', why: error instanceof Error ? error.message : String(error) };
  }
}

/** What of a head the ledger does not hold: a line for each chain whose end is lost, none where it goes on from there or stands there. */
export function lostAfter(database: DatabaseSync, { log, visits, decisions }: Head): string[] {
  const lines = [
    lostOf(database, 'log', log),
    lostOf(database, 'visit', visits),
    lostOf(database, 'decision', decisions),
  ];
  return lines.filter((line) => line !== null);
}

type Table = 'log' | 'visit' | 'decision';

const NAMES = { log: 'log', visit: 'visits', decision: 'decisions' } as const;

function lostOf(database: DatabaseSync, table: Table, { number, hash }: Link): string | null {
  if (number === 0) return hash === GENESIS ? null : `row 0 of ${table} is said to have a hash`;
  const row = database.prepare(`select hash from ${table} where number = ?`).get(number);
  if (row?.hash === hash) return null;
  const name = NAMES[table];
  const end = Number(database.prepare(`select max(number) as number from ${table}`).get()?.number ?? 0);
  return end < number
    ? `the ${name} had ${number} rows and ${number - end} of them are lost`
    : `row ${number} of the ${name} is another than was written`;
}

/**
 * Writes how far the ledger goes now: to a temporary name, synchronised, renamed into place. Whoever calls holds the lock
 * for writing, so that two processes do not write the file at once and it never goes back. A file that the ledger does not
 * hold is left as it is: a loss stays told.
 */
export function advanceHead(database: DatabaseSync, file: string): void {
  const found = readHead(file);
  if (found.kind === 'damaged') return;
  if (found.kind === 'head' && lostAfter(database, found.head).length > 0) return;
  const now: Head = {
    log: endOf(database, 'log'),
    visits: endOf(database, 'visit'),
    decisions: endOf(database, 'decision'),
  };
  if (found.kind === 'head' && isDeepStrictEqual(found.head, now)) return;
  const temporary = `${file}-next`;
  try {
    const written = openSync(temporary, 'w');
    try {
      writeSync(written, `${JSON.stringify(now)}\n`);
      fsyncSync(written);
    } finally {
      closeSync(written);
    }
    renameSync(temporary, file);
  } catch (error) {
    throw faultOfFile(error, file);
  }
}

function endOf(database: DatabaseSync, table: Table): Link {
  const row = database.prepare(`select number, hash from ${table} order by number desc limit 1`).get();
  // Visits of an older ledger have no hash until the first that follows on them.
  return typeof row?.hash === 'string' ? { number: Number(row.number), hash: row.hash } : START;
}

const START: Link = { number: 0, hash: GENESIS };
