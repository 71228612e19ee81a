import { expect, test } from 'vitest';
import { findQuotations } from '../quotations/index.ts';
import { kindOf } from './kind.ts';

test.each([
  ['“We will not pay,”', 'direct'],
  ['that it will not pay', 'indirect'],
  ['that it was “not ready” to pay', 'mixed'],
  ['“We will,” but “not now”', 'mixed'],
  ['«Non»', 'direct'],
] as const)('%s is %s', (content, kind) => {
  const text = `He said ${content} today.`;
  const range = { start: 8, end: 8 + content.length };
  expect(kindOf(text, [range], findQuotations(text, [{ start: 0, end: text.length }]))).toBe(kind);
});

test('a content in two pieces is direct when both are', () => {
  const text = '“We will,” she said. “But not now.”';
  const pieces = [
    { start: 0, end: 10 },
    { start: 21, end: text.length },
  ];
  expect(kindOf(text, pieces, findQuotations(text, [{ start: 0, end: text.length }]))).toBe('direct');
});
