import { expect, test } from 'vitest';
import { placing, ranging } from './index.ts';

const TEXT = 'Ferry late\r\n\r\n“Late,” the harbour said.\n😀 and so on';

test('a range and its place in lines and columns lead to each other', () => {
  const [place, range] = [placing(TEXT), ranging(TEXT)];
  for (let start = 0; start < TEXT.length; start++)
    for (const end of [start, start + 1, TEXT.length])
      expect(range(place({ start, end }))).toEqual({ start, end });
});

test('lines and columns count from one', () => {
  const start = TEXT.indexOf('“');
  expect(placing(TEXT)({ start, end: start + 7 })).toEqual({ line: 3, column: 1, endLine: 3, endColumn: 8 });
  expect(ranging(TEXT)({ line: 9, column: 1, endLine: 9, endColumn: 2 }).start).toBe(TEXT.length);
});
