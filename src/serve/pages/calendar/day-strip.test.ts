import { expect, test } from 'vitest';
import { daysWords, drawnDays } from './day-strip.ts';

const day = (number: number, reports: number) => ({
  day: `2034-02-${String(number).padStart(2, '0')}`,
  visits: 1,
  reports,
});
const kinds = (days: readonly { day: string; kind: string }[], kind: string) =>
  days.filter((one) => one.kind === kind).map((one) => one.day);

test('a day without a report is missing where a source usually has some', () => {
  const days = [1, 2, 3, 5, 6, 8].map((number) => day(number, 2));
  const drawn = drawnDays({ days: [...days, day(9, 0)], last: '2034-02-09T10:00:00.000Z' });
  expect(drawn).toHaveLength(60);
  expect(kinds(drawn, 'missing')).toEqual(['2034-02-04', '2034-02-07', '2034-02-09']);
  expect(daysWords(drawn)).toBe('reports on 6 of 60 days; none on 2034-02-04, 2034-02-07, 2034-02-09');
});

test('a source that has few, or seldom, misses none', () => {
  const seldom = [1, 8, 15, 22, 28].map((number) => day(number, 1));
  const drawn = drawnDays({ days: [...seldom, day(10, 0)], last: '2034-02-28T10:00:00.000Z' });
  expect(kinds(drawn, 'missing')).toEqual([]);
  expect(kinds(drawn, 'asked')).toEqual(['2034-02-10']);
  expect(daysWords(drawn)).toBe('reports on 5 of 60 days');
  expect(drawnDays({ days: [], last: '2034-02-28T10:00:00.000Z' })).toEqual([]);
});

test('of many days without reports the last are named', () => {
  const days = [1, 2, 3, 4, 5, 6, 7].map((number) => day(number, 1));
  const drawn = drawnDays({ days: [...days, day(12, 0)], last: '2034-02-12T10:00:00.000Z' });
  expect(daysWords(drawn)).toBe(
    'reports on 7 of 60 days; none on 5 days, the last 2034-02-10, 2034-02-11, 2034-02-12',
  );
});
