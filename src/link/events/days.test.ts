import { expect, test } from 'vitest';
import { isAhead, isBehind, type Lie, lieOf, stretchOf } from './days.ts';

test.each<[string, string, Lie]>([
  ['2031-05-12', '2031-05-12', 'same'],
  ['2031-W20', '2031-05-12/2031-05-18', 'same'],
  ['2031-05-12', '2031-05-12/2031-05-14', 'starts'],
  ['2031-05-13', '2031-05-12/2031-05-14', 'within'],
  ['2031-05-01', '2031-05', 'within'],
  ['2031-05', '2031-05-12', 'holds'],
  ['2031-05-12', '2031-05-19', 'other'],
  ['2031-05-13/2031-05-20', '2031-05-12/2031-05-14', 'other'],
  ['2031-12-20', '../2031-12-24', 'within'],
  ['XXXX-05-12', '2031-05-12', 'other'],
])('%s lies to %s as %s', (when, other, lie) => {
  expect(lieOf(when, other)).toBe(lie);
});

test('a date without an end is told by its beginning, and one without a year by nothing', () => {
  expect(stretchOf('2031-05-12/..')).toEqual(['2031-05-12', '2031-05-12']);
  expect(stretchOf('XXXX-WXX-1')).toBeNull();
  expect(stretchOf(null)).toBeNull();
});

test('a date is ahead or behind as a whole; on a day that it holds it is neither', () => {
  expect(isAhead('2031-05-12', '2031-05-11')).toBe(true);
  expect(isBehind('2031-05-12/2031-05-14', '2031-05-15T08:00:00Z')).toBe(true);
  expect([isAhead('2031-05', '2031-05-12'), isBehind('2031-05', '2031-05-12')]).toEqual([false, false]);
  expect([isAhead('2031-05-12', null), isBehind('2031-05-12', null)]).toEqual([false, false]);
});
