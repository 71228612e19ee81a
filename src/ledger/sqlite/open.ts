import { accessSync, constants, type Stats, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { Fault } from '../../record/index.ts';
import { faultOf, readOnlyFault, StoreFault } from './faults.ts';
import { headPath, lostAfter, readHead } from './head.ts';
import { make } from './make.ts';
import { checkIsLedger, emptyFile, isMigrated, migrate } from './migrate.ts';
import { knowWeights } from './review.ts';
import { knowMarks } from './words.ts';

/** How long one process waits for another that is writing, in milliseconds. */
const PATIENCE = 30_000;

const IN_MEMORY = ':memory:';

/** Opens the database of a ledger to add to it, and makes it where no file is. */
export function openToAdd(path: string): DatabaseSync {
  if (path === IN_MEMORY) return openInMemory();
  if (statOf(path) === null) make(path, setUp);
  else if (!mayWrite(path)) throw readOnlyFault(path);
  const database = openToWrite(path);
  try {
    checkEnd(database, path);
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

/** Opens the database of a ledger that is there, to read it: also one that this user may not write. */
export function openToAsk(path: string): DatabaseSync {
  if (path === IN_MEMORY) return openInMemory();
  if (statOf(path) === null)
    throw new Fault(
      'no-ledger',
      `expected a ledger at ${path}, found none: run onrecord add SOURCE first, or name one with --ledger`,
    );
  return mayWrite(path) ? openToWrite(path) : openReadOnly(path);
}

/** A ledger that is gone when it is closed; its schema is that of every other. */
export function openInMemory(): DatabaseSync {
  const database = new DatabaseSync(IN_MEMORY, { enableForeignKeyConstraints: true });
  setUp(database);
  migrate(database);
  return database;
}

/**
 * What every connection needs. A full synchronisation at each commit, so that what was reported as added survives the
 * loss of power; and what marks the words of the index.
 */
function setUp(database: DatabaseSync): void {
  database.exec('pragma synchronous = full; pragma temp_store = memory');
  knowMarks(database);
  knowWeights(database);
}

/** The write-ahead log lets readers go on while a writer writes, and a writer while they read. */
function openToWrite(path: string): DatabaseSync {
  return opened(
    path,
    () => new DatabaseSync(path, OPTIONS),
    (database) => {
      checkIsLedger(database, path);
      database.exec('pragma journal_mode = wal');
      setUp(database);
      migrate(database);
    },
  );
}

/**
 * Where nothing may be written, SQLite reads the write-ahead log of a process that is writing, if that is there. Where it
 * is not, all stands in the file itself, and SQLite is told that nobody changes it: without that it wants to write beside it.
 */
function openReadOnly(path: string): DatabaseSync {
  const prepare = (database: DatabaseSync) => {
    checkIsLedger(database, path);
    setUp(database);
    if (!isMigrated(database))
      throw new Fault(
        'older-ledger',
        `expected a ledger of this version at ${path}, found an older one that may not be written: run any command on it once as a user who may`,
      );
  };
  const options = { ...OPTIONS, readOnly: true };
  if ((statOf(`${path}-wal`)?.size ?? 0) > 0)
    try {
      return opened(path, () => new DatabaseSync(path, options), prepare);
    } catch (cause) {
      if (!(cause instanceof StoreFault)) throw cause;
      throw new Fault(
        'unread-log',
        `expected to read ${path}-wal, in which the last reports stand, found that nobody has it open and it may not be written: run onrecord verify --all once as a user who may write ${path} and its folder`,
        { cause },
      );
    }
  const address = pathToFileURL(resolve(path));
  address.searchParams.set('immutable', '1');
  return opened(path, () => new DatabaseSync(address, options), prepare);
}

const OPTIONS = { timeout: PATIENCE, enableForeignKeyConstraints: true };

function opened(
  path: string,
  open: () => DatabaseSync,
  prepare: (database: DatabaseSync) => void,
): DatabaseSync {
  const stat = statOf(path);
  if (stat?.isFile() && stat.size === 0) throw emptyFile(path);
  let database: DatabaseSync | undefined;
  try {
    database = open();
    prepare(database);
    return database;
  } catch (error) {
    database?.close();
    const fault = faultOf(error, path);
    if (fault instanceof Fault) throw fault;
    throw notOne(path, error);
  }
}

function notOne(path: string, error: unknown): Fault {
  const why = error instanceof Error ? error.message : String(error);
  return new Fault(
    'no-ledger',
    `expected a ledger at ${path}, found: ${why}: name another file with --ledger`,
    { cause: error },
  );
}

/** Whoever adds to a ledger whose end is lost would hide the loss. */
function checkEnd(database: DatabaseSync, path: string): void {
  const file = headPath(path);
  if (file === null) return;
  const found = readHead(file);
  if (found.kind === 'none') return;
  const lost = found.kind === 'damaged' ? [found.why] : lostAfter(database, found.head);
  if (lost.length > 0)
    throw new Fault(
      'lost-end',
      `expected the ledger that ${file} tells of at ${path}, found that ${lost.join(', and ')}: put a backup in its place, or remove ${file} to go on with what is there`,
    );
}

function statOf(path: string): Stats | null {
  try {
    return statSync(path, { throwIfNoEntry: false }) ?? null;
  } catch (error) {
    throw notOne(path, error);
  }
}

/** Whether this user may write the ledger at a path. */
export function mayWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    accessSync(dirname(resolve(path)), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
