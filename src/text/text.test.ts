import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldedWords, holds, likeness, places, spanOf, trimmed, utf16ByCodePoint } from './index.ts';

describe('a span', () => {
  test('is the slice of its text', () => {
    expect(spanOf('The mayor said', { start: 4, end: 9 })).toEqual({ start: 4, end: 9, text: 'mayor' });
  });
  test('that leaves its text is a broken promise', () => {
    for (const range of [
      { start: -1, end: 2 },
      { start: 2, end: 1 },
      { start: 0, end: 4 },
      { start: 0.5, end: 2 },
    ])
      expect(() => spanOf('abc', range)).toThrow(/a span must lie in its text/);
  });
  test('does not hold when it is shifted, stretched or reworded', () => {
    const text = 'The mayor said';
    expect(holds(text, { start: 4, end: 9, text: 'mayor' })).toBe(true);
    expect(holds(text, { start: 5, end: 10, text: 'mayor' })).toBe(false);
    expect(holds(text, { start: 4, end: 10, text: 'mayor' })).toBe(false);
    expect(holds(text, { start: 4, end: 9, text: 'Mayor' })).toBe(false);
    expect(holds(text, { start: 10, end: 99, text: 'said' })).toBe(false);
  });
  test('is trimmed at its ends alone', () => {
    expect(trimmed('  a b \n', { start: 0, end: 7 })).toEqual({ start: 2, end: 5 });
  });
});

describe('offsets', () => {
  test('in UTF-16, code points and bytes name the same place in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        fc.pre(text.isWellFormed());
        const points = [...text];
        const bytes = new TextEncoder().encode(text);
        for (const { utf16, codePoints, bytes: byte } of places(text)) {
          expect(points.slice(0, codePoints).join('')).toBe(text.slice(0, utf16));
          expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.slice(0, byte))).toBe(
            text.slice(0, utf16),
          );
        }
      }),
    );
  });
  test('by code point pass over surrogate pairs', () => {
    expect([...utf16ByCodePoint('a😀b')]).toEqual([0, 1, 3, 4]);
  });
});

describe('folded words', () => {
  test('differ from the text only in case, form and kind of apostrophe', () => {
    expect(foldedWords('“We WON’T,” ﬁve-year 2nd…').map(({ form }) => form)).toEqual([
      'we',
      "won't",
      'five-year',
      '2nd',
    ]);
  });
  test('stand where they say', () => {
    const text = 'They [the mayor] “know”.';
    for (const { start, end, form } of foldedWords(text))
      expect(text.slice(start, end).toLowerCase()).toBe(form);
  });
});

describe('likeness', () => {
  test('counts letters changed, put in, left out or exchanged', () => {
    expect(likeness('harbour', 'harbour')).toBe(1);
    expect(likeness('harbour', 'harbor')).toBeCloseTo(6 / 7);
    expect(likeness('bridge', 'brigde')).toBeCloseTo(5 / 6);
    expect(likeness('yes', 'no')).toBe(0);
  });
});
