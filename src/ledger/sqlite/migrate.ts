import { readdirSync, readFileSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { HOME } from '../../home.ts';
import { Fault } from '../../record/index.ts';

const MIGRATIONS = new URL('src/ledger/migrations/sqlite/', HOME);
/** "ONRC": marks the file as a ledger, so that another program's database is never taken for one. */
const APPLICATION = 0x4f4e5243;

const migrations = () =>
  readdirSync(MIGRATIONS)
    .filter((name) => name.endsWith('.sql'))
    .toSorted();

/** Another program's database, an empty one or a newer ledger is a Fault. Changes nothing. */
export function checkIsLedger(database: DatabaseSync, path: string): void {
  const version = pragma(database, 'user_version');
  const isOurs = pragma(database, 'application_id') === APPLICATION;
  if (!isOurs && database.prepare('select count(*) as tables from sqlite_schema').get()?.tables === 0)
    throw emptyFile(path);
  if (!isOurs)
    throw new Fault(
      'not-a-ledger',
      `expected a ledger, found another program's database at ${path}: name another file with --ledger`,
    );
  const newest = migrations().length;
  if (version > newest)
    throw new Fault(
      'newer-ledger',
      `expected a ledger of version ${newest} or older, found ${version} at ${path}: install a newer onrecord`,
    );
}

/** Whether the schema is the newest. */
export function isMigrated(database: DatabaseSync): boolean {
  return pragma(database, 'user_version') === migrations().length;
}

/** Brings a ledger or an empty database to the newest schema, in one transaction. */
export function migrate(database: DatabaseSync): void {
  if (isMigrated(database)) return;
  const all = migrations();
  database.exec('begin immediate');
  try {
    // Asked again under the lock: another process may have been faster.
    for (const name of all.slice(pragma(database, 'user_version')))
      database.exec(readFileSync(new URL(name, MIGRATIONS), 'utf8'));
    database.exec(`pragma application_id = ${APPLICATION}; pragma user_version = ${all.length}; commit`);
  } catch (error) {
    if (database.isTransaction) database.exec('rollback');
    throw error;
  }
}

export function emptyFile(path: string): Fault {
  return new Fault(
    'empty-ledger',
    `expected a ledger at ${path}, found an empty file: put a backup in its place, or remove it and run onrecord add to begin a new ledger`,
  );
}

function pragma(database: DatabaseSync, name: 'user_version' | 'application_id'): number {
  return Number(database.prepare(`pragma ${name}`).get()?.[name] ?? 0);
}
