import { expect, test } from 'vitest';
import { sortedTable } from './sorted-table.ts';

test('finds every row of a sorted text, and nothing else', () => {
  const rows = ['a\the', 'aa\tshe', 'b\the', 'bert\the', 'zoë\tshe'].toSorted();
  const table = sortedTable(`${rows.join('\n')}\n`);
  for (const row of rows) expect(table.get(row.split('\t')[0] ?? '')).toBe(row.split('\t')[1]);
  for (const key of ['', 'A', 'ab', 'ber', 'berta', 'zz', 'he']) expect(table.get(key)).toBeUndefined();
  expect(sortedTable('').has('a')).toBe(false);
});
