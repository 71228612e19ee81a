import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { expect, test } from 'vitest';
import { entryOf } from '../ledger.contract.ts';
import { HELD, outletMark } from '../search/marks.ts';
import { foundAmong } from './among.ts';
import { nodeSqliteDialect } from './dialect.ts';
import { openSqlite } from './index.ts';
import { openToAsk } from './open.ts';
import type { Tables } from './tables.ts';

const TEXT =
  'Bridge of Çorn shut\n\n“The bridge is not safe,” Mayor Edda Pell said. The growers’ union said that the bridge of Corn was safe. Otto Quist wants a new bridge. “Not safe at all,” Quist said.';

test('a few statements indexed anew are found by the same expressions as in the index of all', async () => {
  const path = join(await mkdtemp(join(tmpdir(), 'onrecord-among-')), 'test.ledger');
  const filling = openSqlite(path);
  for (const outlet of ['A', 'B'])
    await filling.add(await entryOf(TEXT, { outlet, path: outlet, published: '2031-02-26' }));
  await filling.close();
  const db = new Kysely<Tables>({ dialect: nodeSqliteDialect(openToAsk(path), path) });
  const all = (await db.selectFrom('statement').select('number').orderBy('number', 'desc').execute()).map(
    ({ number }) => number,
  );
  const sizes: number[] = [];
  for (const match of [
    '{content source speaker} : "bridge"',
    '{content} : "not safe"',
    '{content} : "corn"',
    '{source speaker} : "quist"',
    `({content} : "brid"*) NOT "${HELD}"`,
    `"${HELD}"`,
    `{content} : "safe" AND "${outletMark('A')}"`,
    '{content} : "nobody"',
  ]) {
    const { rows } = await sql<{ number: number }>`
      select rowid as number from statement_words where statement_words match ${match} order by rowid desc`.execute(
      db,
    );
    expect(await foundAmong(db, all, match), match).toEqual(rows.map(({ number }) => number));
    sizes.push(rows.length);
  }
  expect(sizes.filter((size) => size > 0).length).toBeGreaterThan(5);
  expect(await foundAmong(db, all.slice(0, 1), '{content} : "bridge" OR "safe"')).toEqual(all.slice(0, 1));
  await db.destroy();
});
