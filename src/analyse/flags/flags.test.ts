import { expect, test } from 'vitest';
import { reportOf } from '../../../test/reports.ts';
import { loadKit } from '../../load/index.ts';
import { analyse } from '../index.ts';
import { flagged } from './flags.cases.ts';

const kit = await loadKit();

test.each(flagged)('$draft', async ({ draft, published, kinds }) => {
  const [record] = await analyse([reportOf(draft, { published: published ?? null })], kit);
  expect([...new Set(record?.flags.map(({ kind }) => kind))]).toEqual(kinds);
});
