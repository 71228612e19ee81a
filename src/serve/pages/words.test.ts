import { expect, test } from 'vitest';
import { slip } from './calendar/slip.ts';
import { dateWords } from './words.ts';

test.each([
  ['2031-02-26', 'Wednesday, 26 February 2031'],
  ['2031-02-26T14:30:00+02:00', 'Wednesday, 26 February 2031'],
  ['2031-02', 'February 2031'],
  ['2031', '2031'],
  ['2031-23', 'autumn 2031'],
  ['2031-33', 'quarter 1 of 2031'],
  ['2031-W09', 'week 9 of 2031'],
  ['XXXX-09-04', 'XXXX-09-04'],
  ['XXXX-WXX-1', 'XXXX-WXX-1'],
])('%s, as a page says it', (date, words) => {
  expect(dateWords(date)).toBe(words);
});

test('what slipped is drawn by first days, whatever the dates', () => {
  const revision = (when: string | null) => ({
    when,
    status: 'planned' as const,
    statement: null,
    by: null,
    rule: null,
    span: { start: 0, end: 1, text: 'x' },
  });
  const drawn = `${slip(['2031-W09', '2031-03', '2031-21', 'XXXX-04', '../2031-10-31', null].map(revision))}`;
  expect(drawn).toContain(
    'aria-label="week 9 of 2031, then March 2031, then spring 2031, then XXXX-04, then by Fri',
  );
  expect(drawn).not.toContain('NaN');
});
