import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely, sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { alertsContract } from '../alerts.contract.ts';
import { asOfContract } from '../as-of.contract.ts';
import { besideContract } from '../beside.contract.ts';
import { calendarContract } from '../calendar.contract.ts';
import { GENESIS } from '../chain.ts';
import { decidedContract } from '../decided.contract.ts';
import { entryOf, ledgerContract } from '../ledger.contract.ts';
import { linkedActorsContract } from '../linked-actors.contract.ts';
import { linkingContract } from '../linking.contract.ts';
import { reviewContract } from '../review.contract.ts';
import { searchingContract } from '../searching.contract.ts';
import { standingContract } from '../standing.contract.ts';
import { todayContract } from '../today.contract.ts';
import { visitsContract } from '../visits.contract.ts';
import type { AfterStep } from './derive.ts';
import { nodeSqliteDialect } from './dialect.ts';
import { openSqlite } from './index.ts';

ledgerContract('SQLite', async () => openSqlite(':memory:'));
alertsContract('SQLite', () => openSqlite(':memory:'));
besideContract('SQLite', () => openSqlite(':memory:'));
linkingContract('SQLite', () => openSqlite(':memory:'));
asOfContract('SQLite', () => openSqlite(':memory:'));
searchingContract('SQLite', () => openSqlite(':memory:'));
visitsContract('SQLite', () => openSqlite(':memory:'));
standingContract('SQLite', () => openSqlite(':memory:'));
todayContract('SQLite', () => openSqlite(':memory:'));
decidedContract('SQLite', () => openSqlite(':memory:'));
linkedActorsContract('SQLite', () => openSqlite(':memory:'));
calendarContract('SQLite', () => openSqlite(':memory:'));
reviewContract('SQLite', () => openSqlite(':memory:'));

const newFile = async () => join(await mkdtemp(join(tmpdir(), 'onrecord-ledger-')), 'test.ledger');
const readAgain = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const TEXT = 'Bridge closed\n\n“The bridge is not safe,” Mayor Mina Pell said.';
const STEPS: Parameters<AfterStep>[0][] = [
  'snapshot',
  'report',
  'log',
  'former',
  'statements',
  'actors',
  'analysis',
];

describe('a crash between two steps', () => {
  test.each(STEPS)(
    'after “%s” leaves nothing of the report, and the next try adds it whole',
    async (step) => {
      const path = await newFile();
      const crashing = openSqlite(path, (done) => {
        if (done === step) throw new Error('crash');
      });
      await expect(crashing.add(await entryOf(TEXT))).rejects.toThrow('crash');
      await crashing.close();
      const ledger = openSqlite(path);
      expect(await ledger.counts()).toEqual({ reports: 0, statements: 0, log: 0, head: GENESIS });
      expect((await ledger.add(await entryOf(TEXT))).outcome).toBe('added');
      expect((await ledger.prove(readAgain)).broken).toEqual([]);
      await ledger.close();
    },
  );
});

describe('what was taken in', () => {
  test.each(['snapshot', 'report', 'log'])('cannot be changed or deleted: %s', async (table) => {
    const path = await newFile();
    const ledger = openSqlite(path);
    await ledger.add(await entryOf(TEXT));
    await ledger.close();
    const database = new DatabaseSync(path);
    const column = { snapshot: 'size', report: 'text', log: 'at' }[table];
    expect(() => database.exec(`update ${table} set ${column} = 1`)).toThrow(/never changed/);
    expect(() => database.exec(`delete from ${table}`)).toThrow(/never/);
    database.close();
  });

  test.each([
    ['a changed text', "drop trigger report_is_kept; update report set text = replace(text, 'not', 'now')"],
    [
      'a changed date',
      'drop trigger report_is_kept; update report set body = replace(body, \'"published":null\', \'"published":"2031-01-01"\')',
    ],
    [
      'a removed report',
      'drop trigger report_stays; delete from statement; delete from actor; delete from flag; delete from analysis; delete from report where number = 1',
    ],
    ['a removed log row', 'drop trigger log_stays; delete from log where number = 1'],
    [
      'a changed log row',
      "drop trigger log_is_kept; update log set at = '2030-01-01T00:00:00.000Z' where number = 1",
    ],
    ['a moved span', `update statement set body = replace(body, '"start":15', '"start":16')`],
    ['a reworded statement', "update statement set body = replace(body, 'not safe', 'now safe')"],
    [
      'another snapshot',
      'drop trigger snapshot_is_kept; update snapshot set gzip = (select gzip from snapshot order by id desc limit 1)',
    ],
    ['a searched word that nobody said', "update statement set content = 'The bridge is safe'"],
    [
      'a speaker’s name that was not found',
      `update statement set body = replace(body, '"Mina Pell"', '"Nina Holt"')`,
    ],
    ['a statement that is counted twice', 'update actor_sum set statements = statements + 1'],
    ['a report that is not counted', "update tally set rows = rows - 1 where what = 'report'"],
    ['an actor of whom nothing is left', 'delete from actor_sum'],
    ['a day that is not its report’s', "update actor set day = '1999-01-01'"],
    ['a visit that is not counted', 'update outcome_sum set visits = 0'],
    ['a source that nobody visited', 'delete from source_sum'],
  ])('is proved: %s is told', async (_, tampering) => {
    const path = await newFile();
    const ledger = openSqlite(path);
    for (const text of [TEXT, `${TEXT} Again.`])
      await ledger.add(await entryOf(text, { path: `${text.length}.txt` }));
    await ledger.close();
    const database = new DatabaseSync(path);
    database.exec(tampering);
    database.close();
    const tampered = openSqlite(path);
    expect((await tampered.prove(readAgain)).broken.length).toBeGreaterThan(0);
    await tampered.close();
  });
});

describe('opening', () => {
  test.each([
    [
      'not a database',
      async (path: string) =>
        writeFile(path, 'not a database, but long enough to look like a file of some kind'),
    ],
    ['another program’s database', async (path: string) => exec(path, 'create table other (x)')],
    [
      'a newer ledger',
      async (path: string) => {
        await openSqlite(path).close();
        exec(path, 'pragma user_version = 99');
      },
    ],
  ])('says what is wrong with %s', async (_, make) => {
    const path = await newFile();
    await make(path);
    expect(() => openSqlite(path)).toThrow(/expected a ledger/);
  });

  test('a folder or a missing folder is told in one line', async () => {
    expect(() => openSqlite(tmpdir())).toThrow(/expected a ledger at/);
    expect(() => openSqlite(join(tmpdir(), 'none', 'at', 'all.ledger'))).toThrow(/expected a ledger at/);
  });
});

test('a query on the outer handle waits until the open transaction ends: inside one, the transaction is passed on', async () => {
  const db = new Kysely<{ t: { x: number } }>({
    dialect: nodeSqliteDialect(new DatabaseSync(':memory:'), ':memory:'),
  });
  let outer: Promise<unknown> = Promise.resolve();
  const outcome = await db.transaction().execute(async (trx) => {
    await sql`select 1`.execute(trx);
    outer = sql`select 1`.execute(db);
    return await Promise.race([
      outer.then(() => 'went through'),
      new Promise((resolve) => setTimeout(resolve, 100, 'waits')),
    ]);
  });
  await outer;
  expect(outcome).toBe('waits');
  await db.destroy();
});

function exec(path: string, sql: string): void {
  const database = new DatabaseSync(path);
  database.exec(sql);
  database.close();
}
