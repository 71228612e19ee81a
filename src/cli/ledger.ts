import type { Ledger } from '../ledger/index.ts';

/** Hands a ledger that is open to add to it to some work, and closes it whatever happens; makes it where no file is. */
export async function withLedger<T>(path: string, work: (ledger: Ledger) => Promise<T>): Promise<T> {
  // Loaded when it is needed: commands that keep nothing start in half the time.
  const { openSqlite } = await import('../ledger/index.ts');
  return await closing(openSqlite(path), work);
}

/** As `withLedger`, for commands that ask: a ledger that is not there is a mistake, and one that may not be written is read. */
export async function withExistingLedger<T>(path: string, work: (ledger: Ledger) => Promise<T>): Promise<T> {
  const { askSqlite } = await import('../ledger/index.ts');
  return await closing(askSqlite(path), work);
}

/** As `withExistingLedger`, for a server that many ask at once. */
export async function withReaders<T>(path: string, work: (ledger: Ledger) => Promise<T>): Promise<T> {
  const { openReaders } = await import('../ledger/index.ts');
  return await closing(openReaders(path), work);
}

/** Opens a ledger to add to it where that is asked for, once. */
export type Writer = () => Promise<Ledger>;

/**
 * Hands the way to a ledger's one writer to some work beside its readers, null where this user may not write it. It is opened
 * with the first decision, by which its end is looked at as by every command that adds, and closed behind the work.
 */
export async function withWriter<T>(path: string, work: (writer: Writer | null) => Promise<T>): Promise<T> {
  const { mayWrite, openSqlite } = await import('../ledger/index.ts');
  if (!mayWrite(path)) return await work(null);
  let open: Ledger | null = null;
  try {
    return await work(async () => {
      open ??= openSqlite(path);
      return open;
    });
  } finally {
    await (open as Ledger | null)?.close();
  }
}

async function closing<T>(ledger: Ledger, work: (ledger: Ledger) => Promise<T>): Promise<T> {
  try {
    return await work(ledger);
  } finally {
    await ledger.close();
  }
}
