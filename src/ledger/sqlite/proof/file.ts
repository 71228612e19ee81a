import type { DatabaseSync } from 'node:sqlite';
import { openInMemory } from '../open.ts';
import type { Told } from './told.ts';

const THE_FILE = 'the file';

/** What SQLite itself can say: whether pages and indexes hang together, and every row that is referred to is there. */
export async function proveFile(database: DatabaseSync, told: Told): Promise<void> {
  await told.attempt(THE_FILE, () => {
    for (const { integrity_check: line } of database.prepare('pragma integrity_check').all())
      if (line !== 'ok') told.fail(THE_FILE, String(line));
  });
  await told.attempt(THE_FILE, () => {
    for (const { table, rowid, parent } of database.prepare('pragma foreign_key_check').all())
      told.fail(`${table} ${rowid ?? ''}`.trim(), `it refers to a ${parent} that is not there`);
  });
}

/** The schema is that of a new ledger: no trigger that guards it is gone, no column is of another kind. */
export async function proveSchema(database: DatabaseSync, told: Told): Promise<void> {
  await told.attempt('the schema', () => {
    const fresh = openInMemory();
    try {
      const found = schemaOf(database);
      for (const [name, sql] of schemaOf(fresh)) {
        if (found.get(name) !== sql)
          told.fail(name, found.has(name) ? 'it is defined otherwise than in a new ledger' : 'it is missing');
        found.delete(name);
      }
      for (const name of found.keys()) told.fail(name, 'it is no part of a ledger');
    } finally {
      fresh.close();
    }
  });
}

/** Every definition by its kind and name; those that SQLite keeps for itself left out. */
function schemaOf(database: DatabaseSync): Map<string, string> {
  const rows = database.prepare(
    "select type, name, sql from sqlite_schema where name not like 'sqlite\\_%' escape '\\'",
  );
  return new Map(rows.all().map(({ type, name, sql }) => [`${type} ${name}`, String(sql)]));
}
