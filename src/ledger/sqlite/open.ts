import { DatabaseSync } from 'node:sqlite';
import { Fault } from '../../record/index.ts';
import { migrate } from './migrate.ts';
import { knowMarks } from './words.ts';

/** How long one process waits for another that is writing, in milliseconds. */
const PATIENCE = 30_000;

/**
 * Opens or makes the database of a ledger: write-ahead log, so that readers never wait for a writer, and a full
 * synchronisation at each commit, so that what was reported as added survives the loss of power.
 */
export function openDatabase(path: string): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path, { timeout: PATIENCE, enableForeignKeyConstraints: true });
    writeAhead(database);
    database.exec('pragma synchronous = full; pragma temp_store = memory');
    knowMarks(database);
    migrate(database, path);
    return database;
  } catch (error) {
    database?.close();
    if (error instanceof Fault) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new Fault(
      'no-ledger',
      `expected a ledger at ${path}, found: ${why}: name another file with --ledger`,
      { cause: error },
    );
  }
}

const PAUSE = 20;

/**
 * Switches to the write-ahead log. SQLite does not wait by itself when two processes make one ledger at the same moment:
 * the one that comes second is refused at once, and asks again.
 */
function writeAhead(database: DatabaseSync): void {
  for (let waited = 0; ; waited += PAUSE)
    try {
      database.exec('pragma journal_mode = wal');
      return;
    } catch (error) {
      const isBusy = error instanceof Error && /locked|busy/i.test(error.message);
      if (!isBusy || waited >= PATIENCE) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
    }
}
