import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contrastOf, tokensIn } from './tokens.ts';

const tokens = tokensIn(readFileSync(new URL('../../assets/style/theme.css', import.meta.url), 'utf8'));
const named = (name: string) => {
  const token = tokens.find((one) => one.name === name);
  if (token === undefined) throw new Error(`expected a colour ${name}, found none`);
  return token;
};

test('contrast is that of WCAG', () => {
  expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrastOf('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(contrastOf('#8a2c3a', '#8a2c3a')).toBe(1);
});

describe.each(['paper', 'night'] as const)('the colours of words, %s', (theme) => {
  test.each(['ink', 'quiet', 'source', 'cue', 'flag', 'link'])('%s can be read on every ground', (name) => {
    for (const ground of ['paper', 'sheet', 'wash'])
      expect(contrastOf(named(name)[theme], named(ground)[theme]), ground).toBeGreaterThan(4.5);
  });
});
