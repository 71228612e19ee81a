import { expect, test } from 'vitest';
import { formerDates } from './slips.ts';

test.each<[kind: string, dates: readonly (string | null)[], former: readonly string[]]>([
  ['a date that is confirmed', ['2031-03-03', '2031-03-03'], []],
  ['another date', ['2031-03-03', '2031-03-10'], ['2031-03-03']],
  ['one after another, to none', ['2031-03-01', '2031-03-08', null], ['2031-03-01', '2031-03-08']],
  ['a narrower one', ['2031-03', '2031-03-10', '2031-03-10/2031-03-11'], ['2031-03-10']],
  ['one that comes back', ['2031-03-01', '2031-03-08', '2031-03-01'], ['2031-03-01', '2031-03-08']],
  ['an open one', ['2031-03-01/..', '2031-04-01'], []],
  ['what was never dated', [null], []],
])('the dates that were given up: %s', (_, dates, former) => {
  expect(formerDates(dates.map((when) => ({ when })))).toEqual(former);
});
