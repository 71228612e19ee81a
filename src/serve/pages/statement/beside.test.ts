import { describe, expect, test } from 'vitest';
import { isOtherwise, stretchesBeside } from './beside.ts';

const told = (base: string, text: string) =>
  stretchesBeside(base, text).map(
    ({ kind, text: words }) => `${{ same: '=', removed: '-', added: '+' }[kind]}${words}`,
  );

describe('words beside words', () => {
  test('take case and marks for no difference, and show those of the text', () => {
    expect(told('“The pier stays,” … “for ever.”', '"the pier stays for ever"')).toEqual([
      '="the pier stays for ever"',
    ]);
  });

  test('tell what is left out, put in and changed', () => {
    expect(told('The pier was never safe', 'The old pier is safe')).toEqual([
      '=The',
      '+old',
      '=pier',
      '-was never',
      '+is',
      '=safe',
    ]);
  });

  test('keep an editor’s brackets and words without letters', () => {
    expect(told('They know that', 'They [the town] know — that')).toEqual([
      '=They',
      '+[the town]',
      '=know — that',
    ]);
    expect(told('… yes', '… no')).toEqual(['=…', '-yes', '+no']);
    expect(told('', '')).toEqual([]);
  });

  test('are left alone where nearly nothing is the same', () => {
    expect(isOtherwise('We will not pay for the bridge', 'the town refuses all costs of it')).toBe(true);
    expect(isOtherwise('We will not pay for the bridge', 'We will never pay for the bridge')).toBe(false);
  });
});
