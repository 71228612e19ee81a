import { existsSync, linkSync, renameSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { Fault } from '../../record/index.ts';
import { faultOf, faultOfFile } from './faults.ts';
import { migrate } from './migrate.ts';

/**
 * Makes a new ledger under another name and gives it its own when it is whole: nobody ever finds half of one, and of two
 * processes that make it at the same moment both go on with the one that came first.
 */
export function make(path: string, setUp: (database: DatabaseSync) => void): void {
  // SQLite would take such a log for one of the new file.
  if (existsSync(`${path}-wal`))
    throw new Fault(
      'lost-ledger',
      `expected the ledger that ${path}-wal belongs to at ${path}, found none: put it back, or remove ${path}-wal`,
    );
  try {
    makeUnnamed(path, setUp);
  } catch (error) {
    throw faultOfFile(faultOf(error, path), path);
  }
}

function makeUnnamed(path: string, setUp: (database: DatabaseSync) => void): void {
  const unnamed = `${path}-new-${process.pid}`;
  try {
    const database = new DatabaseSync(unnamed, { enableForeignKeyConstraints: true });
    try {
      database.exec('pragma journal_mode = wal');
      setUp(database);
      migrate(database);
    } finally {
      database.close();
    }
    giveName(unnamed, path);
  } finally {
    for (const part of ['', '-wal', '-shm']) rmSync(`${unnamed}${part}`, { force: true });
  }
}

function giveName(unnamed: string, path: string): void {
  try {
    linkSync(unnamed, path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'EEXIST') return;
    // A file system without hard links.
    if (code !== 'EPERM' && code !== 'ENOSYS' && code !== 'ENOTSUP') throw error;
    if (!existsSync(path)) renameSync(unnamed, path);
  }
}
