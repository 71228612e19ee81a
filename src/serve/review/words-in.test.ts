import { expect, test } from 'vitest';
import { wordsIn } from './words-in.ts';

const words = (text: string, edges: readonly number[] = []) =>
  wordsIn(text, [{ start: 0, end: text.length }], edges).map(({ text: word }) => word);

test('words are told from signs, and stand where the text has them', () => {
  const text = '“We won’t pay 1.5 million,” the vice-mayor said.';
  expect(words(text)).toEqual([
    '“',
    'We',
    'won’t',
    'pay',
    '1.5',
    'million',
    ',',
    '”',
    'the',
    'vice-mayor',
    'said',
    '.',
  ]);
  for (const { start, end, text: word } of wordsIn(text, [{ start: 0, end: text.length }]))
    expect(text.slice(start, end)).toBe(word);
  expect(wordsIn(text, [{ start: 4, end: 9 }]).map(({ start }) => start)).toEqual([4]);
});

test('an edge within a word parts it', () => {
  expect(words('anti-war', [4])).toEqual(['anti', '-war']);
  expect(words('war', [0, 3])).toEqual(['war']);
});
