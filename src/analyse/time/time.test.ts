import { describe, expect, test } from 'vitest';
import { writeDay } from '../../record/index.ts';
import { easterOf } from './holidays.ts';
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
  test('a feast that moves has no date, one that does not has its day', () => {
    expect(found('It was done before Easter and since Christmas.', null)).toEqual([
      'since Christmas = XXXX-12-25/..',
    ]);
  });
  test('what hangs on a year of the text is found from there', () => {
    expect(found('It was in May 2031. Two months later, and ten days earlier, it was not.', null)).toEqual([
      'May 2031 = 2031-05',
      'Two months later = 2031-07',
      'ten days earlier = 2031-07',
    ]);
  });
  test('a dateline stands for it', () => {
    expect(found('SANNOW, 3 May 2034 – It rained on Monday.', null)).toEqual([
      '3 May 2034 = 2034-05-03',
      'Monday = 2034-05-01',
    ]);
  });
});

test('Easter is where the tables have it', () => {
  expect([2024, 2031, 2038].flatMap((year) => easterOf(year) ?? []).map(writeDay)).toEqual([
    '2024-03-31',
    '2031-04-13',
    '2038-04-25',
  ]);
});
