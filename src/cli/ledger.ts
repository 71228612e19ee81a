import { existsSync } from 'node:fs';
import type { Ledger } from '../ledger/index.ts';
import { Fault } from '../record/index.ts';

/** Hands an open ledger to some work, and closes it whatever happens. */
export async function withLedger<T>(path: string, work: (ledger: Ledger) => Promise<T>): Promise<T> {
  // Loaded when it is needed: commands that keep nothing start in half the time.
  const { openSqlite } = await import('../ledger/index.ts');
  return await handing(openSqlite(path), work);
}

async function handing<T>(ledger: Ledger, work: (ledger: Ledger) => Promise<T>): Promise<T> {
  try {
    return await work(ledger);
  } finally {
    await ledger.close();
  }
}

/** As `withLedger`, for commands that ask: a ledger that is not there is a mistake, and none is made. */
export async function withExistingLedger<T>(path: string, work: (ledger: Ledger) => Promise<T>): Promise<T> {
  expectLedger(path);
  return await withLedger(path, work);
}

/** As `withExistingLedger`, for a server that many ask at once. */
export async function withReaders<T>(path: string, work: (ledger: Ledger) => Promise<T>): Promise<T> {
  expectLedger(path);
  const { openReaders } = await import('../ledger/index.ts');
  return await handing(openReaders(path), work);
}

function expectLedger(path: string): void {
  if (!existsSync(path))
    throw new Fault(
      'no-ledger',
      `expected a ledger at ${path}, found none: run onrecord add SOURCE first, or name one with --ledger`,
    );
}
