import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely';

/** How many prepared statements are kept; the ledger has about forty. */
const MOST_STATEMENTS = 200;

/** `node:sqlite` for kysely, which asks for the shape of better-sqlite3. */
export function nodeSqliteDialect(database: DatabaseSync): SqliteDialect {
  const prepared = new Map<string, SqliteStatement>();
  const shaped: SqliteDatabase = {
    close: () => database.close(),
    prepare(sql) {
      // A transaction that will write takes the lock at once: two that upgrade later can only fail.
      const wanted = sql === 'begin' ? 'begin immediate' : sql;
      const known = prepared.get(wanted) ?? shape(database.prepare(wanted));
      if (prepared.size < MOST_STATEMENTS) prepared.set(wanted, known);
      return known;
    },
  };
  return new SqliteDialect({ database: shaped });
}

function shape(statement: StatementSync): SqliteStatement {
  type Values = Parameters<StatementSync['all']>;
  return {
    reader: statement.columns().length > 0,
    all: (values) => statement.all(...(values as Values)),
    run: (values) => statement.run(...(values as Values)),
    iterate: (values) => statement.iterate(...(values as Values)),
  };
}
