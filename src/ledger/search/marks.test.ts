import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unitAt, writeDay } from '../../record/index.ts';
import { marksOf, partsOf, periodMarks } from './marks.ts';

const PLAIN = { mode: 'said', outlet: null, said: { first: '', last: '' }, kind: '', act: '' };

describe('a period in the fewest parts', () => {
  test.each([
    ['2031-05-12', '2031-05-12', '2031-05-12'],
    ['2031-02-01', '2031-02-28', '2031-02'],
    ['2028-02-01', '2028-02-29', '2028-02'],
    [
      '2031-02-01',
      '2031-02-27',
      Array.from({ length: 27 }, (_, day) => `2031-02-${String(day + 1).padStart(2, '0')}`).join(' '),
    ],
    ['2031-01-01', '2031-12-31', '2031'],
    ['2031-11-30', '2033-01-01', '2031-11-30 2031-12 2032 2033-01-01'],
    ['2030-01-01', '2032-12-31', '2030 2031 2032'],
    ['2000-01-01', '2099-12-31', '20'],
    ['0001-01-01', '0001-12-31', '0001'],
    ['0000-01-01', '0099-12-31', '00'],
    ['9999-12-31', '9999-12-31', '9999-12-31'],
  ])('%s to %s', (first, last, parts) => {
    expect(partsOf({ first, last }).join(' ')).toBe(parts);
  });

  test('all that dates reach, in a hundred parts', () => {
    expect(partsOf({ first: '0001-01-01', last: '9999-12-31' })).toHaveLength(100);
  });
});

/** A day by its number among all from the year 1 on; 690,000 is in 1890. */
function dayNumber(at: number): string {
  const day = unitAt('day', at);
  if (day === null) throw new Error(`expected a day, found number ${at}`);
  return writeDay(day);
}

const period = fc
  .tuple(
    fc.integer({ min: 0, max: 80_000 }),
    fc.oneof(fc.constant(0), fc.integer({ max: 70, min: 1 }), fc.integer({ max: 9000, min: 1 })),
  )
  .map(([start, length]) => {
    return { first: dayNumber(690_000 + start), last: dayNumber(690_000 + start + length) };
  });

test('a statement has a mark of a period if and only if it may have been said within it', () => {
  fc.assert(
    fc.property(period, period, (said, asked) => {
      const marks = new Set(marksOf({ ...PLAIN, said }).split(' '));
      const isFound = periodMarks(asked).some((mark) => marks.has(mark));
      expect(isFound).toBe(said.first <= asked.last && said.last >= asked.first);
    }),
  );
});

test('what is not dated has no mark of time', () => {
  expect(marksOf({ ...PLAIN, outlet: 'The Post' }).split(' ')).toHaveLength(1);
});
