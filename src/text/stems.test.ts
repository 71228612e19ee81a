import { expect, test } from 'vitest';
import { stemOf } from './stems.ts';

test.each([
  ['strike', 'strikes', 'striking'],
  ['close', 'closing', 'closed', 'Closes'],
  ['treaty', 'treaties'],
  ['café', 'CAFES'],
])('%s and %s have one stem', (...forms) => {
  expect(new Set(forms.map(stemOf)).size).toBe(1);
});

test('words that are none of these forms have their own', () => {
  expect(stemOf('bridge')).not.toBe(stemOf('bride'));
  expect(stemOf('Pell')).toBe('pell');
  expect(stemOf('')).toBe('');
});
