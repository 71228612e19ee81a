import { expect, test } from 'vitest';
import { entryOf } from '../ledger/ledger.contract.ts';
import { openSqlite } from '../ledger/sqlite/index.ts';
import { reportsToldIn } from './reports-told.ts';

const TEXT =
  'Pier stays\n\n“The pier will stay,” Mayor Mina Pell said. “The ferry will sail,” Otto Quist said. Mina Pell said that the harbour was shut.';

test('keeps the statements of a report together, wherever a page of them ends', async () => {
  const ledger = openSqlite(':memory:');
  for (const path of ['a', 'b', 'c']) await ledger.add(await entryOf(`${TEXT} ${path}`, { path }));
  for (const limit of [1, 2, 3, 4, 100]) {
    const small = {
      onward: (search: { words: string }, { after }: { after: number }) =>
        ledger.onward(search, { after, limit }),
    };
    const told: number[] = [];
    for await (const { statements } of reportsToldIn(small, { words: '' })) told.push(statements.length);
    expect(told, `${limit} a page`).toEqual([3, 3, 3]);
  }
  await ledger.close();
});
