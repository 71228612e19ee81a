import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely';
import { faultOf } from './faults.ts';

/** How many prepared statements are kept; the ledger has about forty. */
const MOST_STATEMENTS = 200;

/** `node:sqlite` for kysely, which asks for the shape of better-sqlite3. What SQLite refuses is thrown as a Fault about `path`. */
export function nodeSqliteDialect(database: DatabaseSync, path: string): SqliteDialect {
  const prepared = new Map<string, SqliteStatement>();
  const told = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw faultOf(error, path);
    }
  };
  const shape = (statement: StatementSync): SqliteStatement => {
    type Values = Parameters<StatementSync['all']>;
    return {
      reader: statement.columns().length > 0,
      all: (values) => told(() => statement.all(...(values as Values))),
      run: (values) => told(() => statement.run(...(values as Values))),
      *iterate(values) {
        const rows = told(() => statement.iterate(...(values as Values)));
        for (let next = told(() => rows.next()); !next.done; next = told(() => rows.next())) yield next.value;
      },
    };
  };
  const shaped: SqliteDatabase = {
    close: () => database.close(),
    prepare(sql) {
      // SQLite has rolled back by itself where the disk was full: to ask for it again would hide the reason.
      if (sql === 'rollback' && !database.isTransaction) return NOTHING_TO_DO;
      // A transaction that will write takes the lock at once: two that upgrade later can only fail.
      const wanted = sql === 'begin' ? 'begin immediate' : sql;
      const known = prepared.get(wanted) ?? shape(told(() => database.prepare(wanted)));
      if (prepared.size < MOST_STATEMENTS) prepared.set(wanted, known);
      return known;
    },
  };
  return new SqliteDialect({ database: shaped });
}

const NOTHING_TO_DO: SqliteStatement = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [][Symbol.iterator](),
};
