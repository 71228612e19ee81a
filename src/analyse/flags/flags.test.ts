import { expect, test } from 'vitest';
import { pageOf } from '../../../test/reports.ts';
import { loadKit } from '../../load/index.ts';
import { readPlain } from '../../read/plain/index.ts';
import { analyse } from '../index.ts';
import { flagged } from './flags.cases.ts';

const kit = await loadKit();

test.each(flagged)('$draft', async ({ draft, published, kinds }) => {
  const page = pageOf(draft);
  const report = readPlain({ ...page, given: { ...page.given, published: published ?? null } });
  if ('code' in report) throw new Error(report.message);
  const [record] = await analyse([report], kit);
  expect([...new Set(record?.flags.map(({ kind }) => kind))]).toEqual(kinds);
});
