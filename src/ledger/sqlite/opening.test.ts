import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { Kysely } from 'kysely';
import { describe, expect, test } from 'vitest';
import { entryOf } from '../ledger.contract.ts';
import { nodeSqliteDialect } from './dialect.ts';
import { askSqlite, openSqlite } from './index.ts';
import { keep } from './keep.ts';
import { openToAdd } from './open.ts';
import type { Tables } from './tables.ts';

const TEXT = 'Bridge closed\n\n“The bridge is not safe,” Mayor Mina Pell said.';
const newFolder = () => mkdtemp(join(tmpdir(), 'onrecord-opening-'));
const readAgain = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

async function ledgerIn(folder: string): Promise<string> {
  const path = join(folder, 'test.ledger');
  const ledger = openSqlite(path);
  await ledger.add(await entryOf(TEXT));
  await ledger.close();
  return path;
}

describe('a new ledger', () => {
  test('is made only where no file is, whole and with nothing left beside it', async () => {
    const folder = await newFolder();
    const path = await ledgerIn(folder);
    expect((await readdir(folder)).toSorted()).toEqual(['test.ledger', 'test.ledger-head']);
    expect((await stat(path)).size).toBeGreaterThan(0);
  });

  test('is not made in an empty file, which may be what is left of one', async () => {
    const path = join(await newFolder(), 'empty.ledger');
    await writeFile(path, '');
    for (const open of [openSqlite, askSqlite])
      expect(() => open(path)).toThrow(/found an empty file: put a backup in its place, or remove it/);
    expect((await stat(path)).size).toBe(0);
  });

  test('is not made in a database without tables', async () => {
    const path = join(await newFolder(), 'empty.ledger');
    const database = new DatabaseSync(path);
    database.exec('pragma journal_mode = wal');
    database.close();
    expect(() => openSqlite(path)).toThrow(/found an empty file/);
  });

  test('is not made beside what is left of another', async () => {
    const folder = await newFolder();
    const log = join(folder, 'gone.ledger-wal');
    await writeFile(log, 'left over');
    expect(() => openSqlite(join(folder, 'gone.ledger'))).toThrow(/put it back, or remove/);
    const path = await ledgerIn(folder);
    await copyFile(`${path}-head`, join(folder, 'other.ledger-head'));
    expect(() => openSqlite(join(folder, 'other.ledger'))).toThrow(/1 of them are lost/);
  });

  test('is not made by asking', async () => {
    const folder = await newFolder();
    expect(() => askSqlite(join(folder, 'none.ledger'))).toThrow(/found none/);
    expect(await readdir(folder)).toEqual([]);
  });
});

/** Asks a ledger as a user who may write nothing: the one who runs the tests may be allowed everything. */
function askAsNobody(
  path: string,
  open: 'askSqlite' | 'openSqlite' = 'askSqlite',
): {
  words: number;
  broken: unknown[];
  unproved: { what: string }[];
  error?: string;
} {
  const module = fileURLToPath(new URL('index.ts', import.meta.url));
  const script = `
    const { ${open} } = await import(${JSON.stringify(module)});
    try {
      const ledger = ${open}(${JSON.stringify(path)});
      const { total } = await ledger.find({ words: 'bridge' });
      const { broken, unproved } = await ledger.prove((bytes) => new TextDecoder().decode(bytes));
      await ledger.close();
      console.log(JSON.stringify({ words: total, broken, unproved }));
    } catch (error) {
      console.log(JSON.stringify({ error: error.message }));
    }`;
  const node = [process.execPath, '--input-type=module', '-e', script];
  const [command = '', ...args] = isRoot
    ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', ...node]
    : node;
  return JSON.parse(execFileSync(command, args, { encoding: 'utf8' }));
}

const isRoot = process.getuid?.() === 0;
const canBeNobody = process.platform === 'linux' && (!isRoot || existsSync('/usr/bin/setpriv'));

describe.runIf(canBeNobody)('a ledger that may not be written', () => {
  test('is read and proved, but for what only a writer can ask', async () => {
    const folder = await newFolder();
    const path = await ledgerIn(folder);
    await chmod(path, 0o444);
    await chmod(folder, 0o555);
    const found = askAsNobody(path);
    expect(found).toMatchObject({ words: 1, broken: [] });
    expect(found.unproved.map(({ what }) => what)).toEqual(['report_words', 'statement_words', 'root_names']);
    expect((await readdir(folder)).toSorted()).toEqual(['test.ledger', 'test.ledger-head']);
  });

  test('is not added to: that is told in a line', async () => {
    const path = await ledgerIn(await newFolder());
    await chmod(path, 0o444);
    await chmod(dirname(path), 0o555);
    expect(askAsNobody(path, 'openSqlite').error).toMatch(/^expected a ledger that may be written at/);
  });

  test('is read while another user adds to it', async () => {
    const folder = await newFolder();
    const path = await ledgerIn(folder);
    await chmod(folder, 0o755);
    const ledger = openSqlite(path);
    await ledger.add(await entryOf(`${TEXT} The bridge is old, she said.`, { path: '2.txt' }));
    expect(askAsNobody(path)).toMatchObject({ words: 3, broken: [] });
    await ledger.close();
  });

  test('is not read without what its write-ahead log holds: that is told', async () => {
    const folder = await newFolder();
    const path = await ledgerIn(folder);
    const ledger = openSqlite(path);
    await ledger.add(await entryOf(`${TEXT} Again.`, { path: '2.txt' }));
    const left = await newFolder();
    for (const end of ['', '-wal', '-head']) await copyFile(`${path}${end}`, join(left, `left.ledger${end}`));
    await ledger.close();
    await chmod(left, 0o555);
    expect(askAsNobody(join(left, 'left.ledger')).error).toMatch(/left\.ledger-wal.*as a user who may write/);
    await chmod(left, 0o755);
    const whole = askSqlite(join(left, 'left.ledger'));
    expect((await whole.counts()).reports).toBe(2);
    await whole.close();
  });
});

describe('a disk that fails', () => {
  test('a full one is told as one, and nothing is half written', async () => {
    const path = await ledgerIn(await newFolder());
    const database = openToAdd(path);
    database.exec('pragma max_page_count = 60');
    const db = new Kysely<Tables>({ dialect: nodeSqliteDialect(database, path) });
    const entries = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        entryOf(`${TEXT} ${'The council met again. '.repeat(200)} ${index}`, { path: `${index}.txt` }),
      ),
    );
    await expect(keep(db, { entries, mark: null }, () => {})).rejects.toMatchObject({
      code: 'disk-full',
      message: expect.stringMatching(/^expected room to write at .*: make room and run it again$/),
    });
    await db.destroy();
    const ledger = askSqlite(path);
    expect(await ledger.prove(readAgain)).toMatchObject({ reports: 1, broken: [], unproved: [] });
    await ledger.close();
  });
});

test('what is copied while it is written holds, to its end', async () => {
  const folder = await newFolder();
  const path = await ledgerIn(folder);
  const ledger = openSqlite(path);
  const reader = askSqlite(path);
  const adding = (async () => {
    for (let index = 0; index < 20; index++)
      await ledger.add(await entryOf(`${TEXT} Day ${index}.`, { path: `${index}.txt` }));
  })();
  const copies = ['a', 'b', 'c'].map((name) => join(folder, `${name}.ledger`));
  for (const copy of copies) {
    await reader.backup(copy);
    await new Promise((later) => setTimeout(later, 30));
  }
  await adding;
  for (const copy of copies) {
    const made = askSqlite(copy);
    const { reports, log, broken, unproved } = await made.prove(readAgain);
    expect({ broken, unproved }).toEqual({ broken: [], unproved: [] });
    expect(log).toBe(reports);
    expect(JSON.parse(await readFile(`${copy}-head`, 'utf8')).log.number).toBe(log);
    await made.close();
  }
  await expect(reader.backup(copies[0] ?? '')).rejects.toMatchObject({ code: 'file-exists' });
  await Promise.all([ledger.close(), reader.close()]);
  expect((await readdir(folder)).filter((name) => name.includes('unfinished'))).toEqual([]);
});
