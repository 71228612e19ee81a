import { readdirSync, readFileSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { Fault } from '../../record/index.ts';

const MIGRATIONS = new URL('../migrations/sqlite/', import.meta.url);
/** "ONRC": marks the file as a ledger, so that another program's database is never taken for one. */
const APPLICATION = 0x4f4e5243;

/** Brings a database to the newest schema, in one transaction; another program's or a newer ledger's is a Fault. */
export function migrate(database: DatabaseSync, path: string): void {
  const migrations = readdirSync(MIGRATIONS)
    .filter((name) => name.endsWith('.sql'))
    .toSorted();
  database.exec('begin immediate');
  try {
    const version = pragma(database, 'user_version');
    const application = pragma(database, 'application_id');
    const empty = database.prepare('select count(*) as tables from sqlite_schema').get()?.tables === 0;
    if (application !== APPLICATION && !empty)
      throw new Fault(
        'not-a-ledger',
        `expected a ledger, found another program's database at ${path}: name another file with --ledger`,
      );
    if (version > migrations.length)
      throw new Fault(
        'newer-ledger',
        `expected a ledger of version ${migrations.length} or older, found ${version} at ${path}: install a newer onrecord`,
      );
    for (const name of migrations.slice(version))
      database.exec(readFileSync(new URL(name, MIGRATIONS), 'utf8'));
    database.exec(
      `pragma application_id = ${APPLICATION}; pragma user_version = ${migrations.length}; commit`,
    );
  } catch (error) {
    database.exec('rollback');
    throw error;
  }
}

function pragma(database: DatabaseSync, name: 'user_version' | 'application_id'): number {
  return Number(database.prepare(`pragma ${name}`).get()?.[name] ?? 0);
}
