import { DatabaseSync } from 'node:sqlite';
import { Fault } from '../../record/index.ts';
import { migrate } from './migrate.ts';

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
    database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma temp_store = memory');
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
