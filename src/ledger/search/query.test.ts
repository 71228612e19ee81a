import { expect, test } from 'vitest';
import { stemAsked, stemsIn, typedAgain, typedTerms } from './query.ts';

test('words and phrases are told apart, and written again as they were typed', () => {
  const terms = typedTerms('“river treaty” monitors "open');
  expect(terms).toEqual([
    { text: 'river treaty', isPhrase: true },
    { text: 'monitors', isPhrase: false },
    { text: 'open', isPhrase: true },
  ]);
  expect(typedAgain(terms)).toBe('"river treaty" monitors "open"');
});

test.each([
  ['strikes', 'strike'],
  ['(Strikes),', 'strike'],
  ['negotiat*', null],
  ['cross-border', null],
  ["minister's", null],
])('%s is looked for by the stem %s', (text, stem) => {
  expect(stemAsked({ text, isPhrase: false })).toBe(stem);
});

test('a word in quotation marks is meant as it is written', () => {
  expect(stemAsked({ text: 'strikes', isPhrase: true })).toBeNull();
});

test('the index keeps a stem only where it is no word of the text already', () => {
  expect(stemsIn('The strike ended; strikes went on, closing “Pell’s” bridge')).toBe(
    'end strike close bridg',
  );
  expect(stemsIn('')).toBe('');
});
