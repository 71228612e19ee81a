import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareWhens,
  type Day,
  dayAt,
  daysOf,
  type Grain,
  grainOf,
  haveDayInCommon,
  interval,
  isBehind,
  isCoarser,
  later,
  laterWhen,
  nthWeekday,
  parseLength,
  parseWhen,
  periodOf,
  publicationDay,
  type TimeValue,
  type Unit,
  unitAt,
  type When,
  weekdayOf,
  whenWords,
  writeDay,
  writeValue,
  writeWhen,
  yearless,
} from './index.ts';

/** The date of a text that is known to be one. */
function when(text: string): When {
  const found = parseWhen(text);
  if (found === null) throw new Error(`expected a date, found ${text}`);
  return found;
}
const unit = (text: string) => when(text) as Unit;
const day = (text: string) => when(text) as Day;
const period = (text: string) => Object.values(periodOf(text) ?? {}).join(' ');
const moved = (text: string, count: number, grain: Grain) => {
  const at = laterWhen(when(text), count, grain);
  return at === null ? null : writeWhen(at);
};

describe('a date', () => {
  test.each([
    ['2031-02-26', '2031-02-26 2031-02-26'],
    ['2031-W09', '2031-02-24 2031-03-02'],
    ['2026-W53', '2026-12-28 2027-01-03'],
    ['2032-02', '2032-02-01 2032-02-29'],
    ['2031-33', '2031-01-01 2031-03-31'],
    ['2031-36', '2031-10-01 2031-12-31'],
    ['2031-21', '2031-03-01 2031-05-31'],
    ['2031-24', '2031-12-01 2032-02-29'],
    ['2031', '2031-01-01 2031-12-31'],
    ['199X', '1990-01-01 1999-12-31'],
    ['18XX', '1800-01-01 1899-12-31'],
    ['00XX', '0001-01-01 0099-12-31'],
    ['2031-02-26T14:30+02:00', '2031-02-26 2031-02-26'],
    ['2031-01/2031-03', '2031-01-01 2031-03-31'],
    ['2030-12-25/..', '2030-12-25 9999-12-31'],
    ['../2031-10-31', '0001-01-01 2031-10-31'],
  ])('%s lies from %s', (text, days) => {
    expect(period(text)).toBe(days);
    expect(writeWhen(when(text))).toBe(text);
  });

  test.each([
    'XXXX-09-04',
    'XXXX-02-29',
    'XXXX-04',
    'XXXX-24',
    'XXXX-WXX-1',
    'T11:00',
    'XXXX-03-04/XXXX-03-09',
  ])('%s has no day that is known', (text) => {
    expect(daysOf(when(text))).toBeNull();
    expect(writeWhen(when(text))).toBe(text);
  });

  test.each([
    '',
    'PAST',
    'P2W',
    '2031-02-29',
    '2031-00',
    '2031-13',
    '2031-37',
    '2025-W53',
    '2031-W00',
    '9999-W52',
    '9999-24',
    '0000',
    '0000-01-01',
    '12031',
    'XXXX-02-30',
    'XXXX-21-03',
    'XXXX-WXX-8',
    '../..',
    '2031-03-04/2031-03-01',
    '2031/2032/2033',
    '2031-02-26T2pm',
  ])('%s is none', (text) => expect(parseWhen(text)).toBeNull());

  test('is as exact as its unit, an interval as its coarser end', () => {
    const asked = [
      '2031-02-26T14:30',
      '2031-W09',
      '2031-01/2031-02-03',
      '../2031-10-31',
      'XXXX-33',
      'XXXX-04-02',
      'T11:00',
    ];
    expect(asked.map((text) => grainOf(when(text)))).toEqual([
      'day',
      'week',
      'month',
      'day',
      'quarter',
      'day',
      null,
    ]);
  });

  test('of publication is a day, or a moment of one', () => {
    expect(publicationDay('2031-02-26T23:10:00.5+02:00')).toEqual(day('2031-02-26'));
    expect([publicationDay('2031-02'), publicationDay('2031'), publicationDay(null)]).toEqual([
      null,
      null,
      null,
    ]);
  });

  test('is written in words', () => {
    expect(
      ['2031-W09', '2031-35', '2031-24', '2031-02', '../2031', '2031-02-26T14:30Z', 'PAST', null].map(
        whenWords,
      ),
    ).toEqual([
      'week 9 of 2031',
      'quarter 3 of 2031',
      'winter 2031',
      'February 2031',
      'by 2031',
      'Wed, 26 February 2031, 14:30Z',
      'PAST',
      'no date',
    ]);
  });

  test('knows weekdays, and the nth of a month', () => {
    expect(weekdayOf(day('2031-02-26'))).toBe(3);
    const nth = (year: number, month: number, weekday: number, nth: number) => {
      const found = nthWeekday(year, month, { weekday, nth });
      return found === null ? null : writeDay(found);
    };
    expect([nth(2024, 11, 4, 4), nth(2024, 5, 1, -1), nth(2024, 5, 1, 6)]).toEqual([
      '2024-11-28',
      '2024-05-27',
      null,
    ]);
  });
});

describe('so many units later', () => {
  test.each<[string, number, Grain, string | null]>([
    ['2031-02-26', 3, 'day', '2031-03-01'],
    ['2031-02-26', -2, 'week', '2031-02-12'],
    ['2031-01-31', 1, 'month', '2031-02-28'],
    ['2032-02-29', 1, 'year', '2033-02-28'],
    ['2031-W08', 2, 'week', '2031-W10'],
    ['2031-W08', 2, 'day', '2031-W08'],
    ['2031-W08', 4, 'day', '2031-W09'],
    ['2026-W53', 1, 'year', '2027-W52'],
    ['2031-12', 1, 'month', '2032-01'],
    ['2031-12', -1, 'quarter', '2031-09'],
    ['2031-01', 2, 'week', '2031-01'],
    ['2030-36', 1, 'quarter', '2031-33'],
    ['2030-35', -1, 'year', '2029-35'],
    ['2030-24', 1, 'quarter', '2031-21'],
    ['1987', 2, 'year', '1989'],
    ['1987', 2, 'day', '1987'],
    ['199X', 30, 'year', '202X'],
    ['19XX', 1, 'century', '20XX'],
    ['2031-01-23/2031-01-24', 1, 'week', '2031-01-30/2031-01-31'],
    ['2030-12-25/..', 1, 'day', '2030-12-26/..'],
    ['2031-02-26T14:30Z', 1, 'day', '2031-02-27T14:30Z'],
    ['XXXX-03-04', 1, 'day', null],
    ['XXXX-WXX-1', 1, 'week', null],
    ['2031-02-26', -200_000_000, 'day', null],
    ['2031', 1e308, 'century', null],
    ['9999-12-31', 1, 'day', null],
    ['0001', -1, 'year', null],
  ])('%s and %i %s', (text, count, grain, wanted) => expect(moved(text, count, grain)).toBe(wanted));
});

describe('the order of dates', () => {
  test('is by their beginning, then by their end; what has no year comes last', () => {
    const sorted = [
      'XXXX-WXX-2',
      'XXXX-03-04',
      '2031',
      '2031-W10',
      '2031-W09',
      '2031-01',
      '2030-35',
      '../2032',
      '2031-01-01',
      '2030-12-25/..',
    ];
    expect(sorted.map(when).toSorted(compareWhens).map(writeWhen)).toEqual([
      '../2032',
      '2030-35',
      '2030-12-25/..',
      '2031-01-01',
      '2031-01',
      '2031',
      '2031-W09',
      '2031-W10',
      'XXXX-03-04',
      'XXXX-WXX-2',
    ]);
  });

  test('knows what has not begun on a day', () => {
    const asked = [
      '2031-W08',
      '2031-W09',
      '2031-W10',
      '2031-02',
      '2031-03',
      '2030-36',
      '2031-34',
      '2031-21',
      '203X',
      '../2032',
      'XXXX-09-04',
    ];
    expect(asked.filter((text) => isBehind(when(text), day('2031-02-26')))).toEqual([
      '2031-W10',
      '2031-03',
      '2031-34',
      '2031-21',
    ]);
  });

  test('and what has a day in common', () => {
    expect(haveDayInCommon(when('2031-W09'), when('2031-03'))).toBe(true);
    expect(haveDayInCommon(when('2031-W08'), when('2031-03'))).toBe(false);
    expect(haveDayInCommon(when('2030-12-25/..'), when('2031'))).toBe(true);
    expect(haveDayInCommon(when('XXXX-03'), when('2031-03'))).toBe(false);
  });
});

describe('a length', () => {
  test.each<[TimeValue, string]>([
    [{ kind: 'length', count: 2, unit: 'week' }, 'P2W'],
    [{ kind: 'length', count: 2.5, unit: 'hour' }, 'PT2.5H'],
    [{ kind: 'length', count: null, unit: 'year' }, 'PXY'],
    [{ kind: 'length', count: 0.1 * 7, unit: 'day' }, 'P0.7D'],
    [{ kind: 'length', count: 1e30, unit: 'minute' }, 'PTXM'],
  ])('%o is %s', (value, text) => expect(writeValue(value)).toBe(text));

  test('of the calendar is read again', () => {
    expect(parseLength('P2W')).toEqual({ kind: 'length', count: 2, unit: 'week' });
    expect([parseLength('PT5M'), parseLength('2031')]).toEqual([null, null]);
  });
});

const GRAINS: readonly Grain[] = ['day', 'week', 'month', 'quarter', 'season', 'year', 'decade', 'century'];
const grain = fc.constantFrom(...GRAINS);
const some = <T>(arbitrary: fc.Arbitrary<T | null>) => arbitrary.filter((one): one is T & {} => one !== null);
/** Any unit, those at both ends of the calendar among them. */
const units = some(
  fc
    .tuple(grain, fc.oneof(fc.integer({ min: 0, max: 3_652_058 }), fc.integer({ min: 0, max: 12_000 })))
    .map(([kind, at]): Unit | null => unitAt(kind, at)),
);
const days = some(fc.integer({ min: 0, max: 3_652_058 }).map((at) => unitAt('day', at)));
const clocks = fc.record({
  kind: fc.constant('clock' as const),
  day: fc.option(days),
  clock: fc.constantFrom('14:30', '09:05Z', '23:59:59.5+02:00'),
});
const yearlesses = some(
  fc
    .tuple(fc.integer({ min: 1, max: 36 }), fc.option(fc.integer({ min: 1, max: 31 })))
    .map(([part, date]) => yearless(part, date)),
);
const ends = fc.oneof(units, clocks, yearlesses);
const whens: fc.Arbitrary<When> = fc.oneof(
  ends,
  fc.integer({ min: 1, max: 7 }).map((weekday) => ({ kind: 'weekday' as const, weekday })),
  some(fc.tuple(fc.option(ends), fc.option(ends)).map(([from, to]) => interval(from, to))),
);
const counts = fc.oneof(
  fc.integer({ min: -500, max: 500 }),
  fc.integer(),
  fc.double(),
  fc.constantFrom(2e8, -2e8, 1e300, Number.POSITIVE_INFINITY, Number.NaN, 0.5, -0.5),
);

describe('of all dates', () => {
  test('the first day is not behind the last', () => {
    fc.assert(
      fc.property(whens, (one) => {
        const { first = null, last = null } = daysOf(one) ?? {};
        if (first !== null && last !== null) expect(first.at).toBeLessThanOrEqual(last.at);
      }),
    );
  });

  test('what is written is read again', () => {
    fc.assert(
      fc.property(whens, (one) => {
        expect(parseWhen(writeWhen(one))).toEqual(one);
      }),
    );
  });

  test('a step leads to a date that there is, or to none, never to an error', () => {
    fc.assert(
      fc.property(whens, counts, grain, (one, count, by) => {
        const at = laterWhen(one, count, by);
        if (at !== null) expect(parseWhen(writeWhen(at))).toEqual(at);
      }),
    );
  });

  test('a step back leads home, where it is one of whole units of its own', () => {
    fc.assert(
      fc.property(units, fc.integer({ min: -3000, max: 3000 }), (one, count) => {
        const there = later(one, count, one.kind);
        if (there !== null) expect(later(there, -count, one.kind)).toEqual(one);
      }),
    );
  });

  test('a step back leads home by years too, but from the end of February', () => {
    const kept = days.filter((one) => !/-02-29$/.test(writeDay(one)));
    fc.assert(
      fc.property(kept, fc.integer({ min: -300, max: 300 }), (one, count) => {
        const there = later(one, count, 'year');
        if (there !== null) expect(later(there, -count, 'year')).toEqual(one);
      }),
    );
  });

  test('a longer step leads no less far', () => {
    fc.assert(
      fc.property(units, fc.integer({ min: -300, max: 300 }), grain, (one, count, by) => {
        const [near, far] = [later(one, count, by), later(one, count + 1, by)];
        if (near !== null && far !== null) expect(far.at).toBeGreaterThanOrEqual(near.at);
        if (near !== null && far !== null && !isCoarser(one.kind, by))
          expect(far.at).toBeGreaterThan(near.at);
      }),
    );
  });

  test('the order is total and goes on from one to the next', () => {
    fc.assert(
      fc.property(whens, whens, whens, (a, b, c) => {
        expect(Math.sign(compareWhens(a, b))).toBe(-Math.sign(compareWhens(b, a)) + 0);
        expect(compareWhens(a, a)).toBe(0);
        if (compareWhens(a, b) <= 0 && compareWhens(b, c) <= 0)
          expect(compareWhens(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });

  test('having a day in common is mutual, and each has one with itself', () => {
    fc.assert(
      fc.property(whens, whens, (a, b) => {
        expect(haveDayInCommon(a, b)).toBe(haveDayInCommon(b, a));
        expect(haveDayInCommon(a, a)).toBe(daysOf(a) !== null);
      }),
    );
  });

  test('a day is the day of its numbers', () => {
    fc.assert(
      fc.property(days, (one) => {
        const [year = 0, month = 0, date = 0] = writeDay(one).split('-').map(Number);
        expect(dayAt(year, month, date)).toEqual(one);
        expect(weekdayOf(one)).toBe(new Date(`${writeDay(one)}T12:00:00Z`).getUTCDay() || 7);
      }),
    );
  });
});

test('an interval does not end before it begins', () => {
  expect(interval(unit('2031-06'), unit('2031-03'))).toBeNull();
  expect(interval(unit('2031-03'), unit('2031-03-04'))).not.toBeNull();
  expect(interval(null, null)).toBeNull();
});
