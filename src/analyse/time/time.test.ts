import { describe, expect, test } from 'vitest';
import { addDays, dayAt, easterOf, nthWeekday, weekdayOf, weekOf } from '../../record/index.ts';
import { timesIn } from './index.ts';
import { timed } from './time.cases.ts';

/** A case without its marks, and the expressions with their values. */
function unmarked(marked: string): { text: string; expressions: string[] } {
  const expressions = [...marked.matchAll(/\{([^}]+)\}=([^\s,;]+?)(?=[.,;]?(?:\s|$))(?<!\d\/\.)/g)].map(
    ([, words, value]) => `${words} = ${value}`,
  );
  return { text: marked.replace(/\{([^}]+)\}=([^\s,;]+?)(?=[.,;]?(?:\s|$))(?<!\d\/\.)/g, '$1'), expressions };
}

const found = (text: string, published: string | null) =>
  timesIn({ text, published }, [{ start: 0, end: text.length }]).map(
    ({ span, value }) => `${span.text} = ${value}`,
  );

test.each(timed)('%s', (marked) => {
  const { text, expressions } = unmarked(marked);
  expect(found(text, '2031-02-26')).toEqual(expressions);
});

describe('without a date of publication', () => {
  test('a year stays open, and no day is invented', () => {
    expect(found('It is on September 4.', null)).toEqual(['September 4 = XXXX-09-04']);
    expect(found('She said so on Monday.', null)).toEqual(['Monday = XXXX-WXX-1']);
    expect(found('She said so yesterday at 11:00.', null)).toEqual(['yesterday = PAST', '11:00 = T11:00']);
  });
  test('a dateline stands for it', () => {
    expect(found('SANNOW, 3 May 2034 – It rained on Monday.', null)).toEqual([
      '3 May 2034 = 2034-05-03',
      'Monday = 2034-05-01',
    ]);
  });
});

describe('the calendar', () => {
  test('knows days, weeks and feasts', () => {
    expect(dayAt(2031, 2, 29)).toBeNull();
    expect(dayAt(2032, 2, 29)).toBe('2032-02-29');
    expect(weekdayOf('2031-02-26')).toBe(3);
    expect(addDays('2030-12-31', 1)).toBe('2031-01-01');
    expect([weekOf('2027-01-01'), weekOf('2031-02-26'), weekOf('2026-12-31')]).toEqual([
      '2026-W53',
      '2031-W09',
      '2026-W53',
    ]);
    expect([easterOf(2024), easterOf(2031)]).toEqual(['2024-03-31', '2031-04-13']);
    expect([nthWeekday(2024, 11, 4, 4), nthWeekday(2024, 5, 1, -1)]).toEqual(['2024-11-28', '2024-05-27']);
  });
});
