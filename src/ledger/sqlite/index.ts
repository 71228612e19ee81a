import type { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import type { Ledger } from '../index.ts';
import { actor, actors, reportsOn, saidBy } from './actors.ts';
import { add } from './add.ts';
import { coverage } from './coverage.ts';
import type { AfterStep } from './derive.ts';
import { nodeSqliteDialect } from './dialect.ts';
import { calendar, calendarSpan, event } from './events.ts';
import { checked, dueItems, feed, itemVisited, list, nextDue } from './feeds.ts';
import { find } from './find.ts';
import { flags } from './flags.ts';
import { likely } from './likely.ts';
import { openDatabase } from './open.ts';
import { originOf } from './origins.ts';
import { counts, prove } from './prove.ts';
import { report, reports, snapshot, statement, versions } from './read.ts';
import type { Tables } from './tables.ts';
import { dropMark, keepMark, keepPolicy, mark, policy, visit, visitsTo } from './visits.ts';

/**
 * Opens the ledger in the SQLite file at `path`, or makes it; `:memory:` makes one that is gone when closed.
 * @throws Fault when the file is not a ledger, is newer than this version, or cannot be opened.
 */
export function openSqlite(path: string, afterStep: AfterStep = () => {}): Ledger {
  return ledgerIn(openDatabase(path), afterStep);
}

/** The ledger in an open database of its schema. */
export function ledgerIn(database: DatabaseSync, afterStep: AfterStep = () => {}): Ledger {
  const db = new Kysely<Tables>({ dialect: nodeSqliteDialect(database) });
  return {
    add: (entry) => add(db, entry, afterStep),
    async has(id, analyser) {
      const query = db
        .selectFrom('report')
        .innerJoin('analysis', 'analysis.report', 'report.number')
        .select('report.number');
      return (
        (await query
          .where('report.id', '=', id)
          .where('analysis.analyser', '=', analyser)
          .executeTakeFirst()) !== undefined
      );
    },
    reports: (page) => reports(db, page),
    report: (id) => report(db, id),
    versions: (id) => versions(db, id),
    statement: (id) => statement(db, id),
    snapshot: (id) => snapshot(db, id),
    origin: (id) => originOf(db, id),
    find: (search) => find(db, search),
    actors: (page) => actors(db, page),
    actor: (id) => actor(db, id),
    reportsOn: (id, page) => reportsOn(db, id, page),
    saidBy: (id, page) => saidBy(db, id, page),
    flags: (page) => flags(db, page),
    calendar: (period) => calendar(db, period),
    calendarSpan: () => calendarSpan(db),
    event: (id) => event(db, id),
    likely: (pieces) => likely(db, pieces),
    visit: (made) => visit(db, made),
    visitsTo: (id, limit) => visitsTo(db, id, limit),
    policy: (place) => policy(db, place),
    keepPolicy: (place, body) => keepPolicy(db, place, body),
    coverage: () => coverage(db),
    list: (of, items) => list(db, of, items),
    checked: (of) => checked(db, of),
    feed: (place) => feed(db, place),
    dueItems: (some, at, limit) => dueItems(db, { feeds: some, at, limit }),
    nextDue: (some) => nextDue(db, some),
    itemVisited: (item) => itemVisited(db, item),
    mark: (place) => mark(db, place),
    keepMark: (kept) => keepMark(db, kept),
    dropMark: (place) => dropMark(db, place),
    counts: () => counts(db),
    prove: (readAgain, onReport = () => {}) => prove(db, readAgain, onReport),
    async close() {
      // kysely closes the database only when it was used; a first query makes sure of that.
      await db.selectFrom('log').select('number').limit(1).execute();
      await db.destroy();
    },
  };
}
