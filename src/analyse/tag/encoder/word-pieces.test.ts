import { describe, expect, test } from 'vitest';
import { wordPieces } from './word-pieces.ts';

const VOCABULARY = [
  '[PAD]',
  '[UNK]',
  '[CLS]',
  '[SEP]',
  'the',
  'un',
  '##safe',
  '##s',
  'brucke',
  '.',
  'u',
  's',
  "'",
  '中',
];
const pieces = wordPieces(VOCABULARY);
const of = (word: string) => pieces.of(word).map((place) => VOCABULARY[place]);

describe('a word in pieces', () => {
  test.each([
    ['The', ['the']],
    ['unsafe', ['un', '##safe']],
    ['Brücke', ['brucke']],
    ['U.S.', ['u', '.', 's', '.']],
    ['中中', ['中', '中']],
    ['the\u00ad', ['the']],
    ['unheard', ['[UNK]']],
    ['\u200b', ['[UNK]']],
  ])('%s', (word, found) => {
    expect(of(word)).toEqual(found);
  });

  test('is unknown where it is longer than words are', () => {
    expect(of('s'.repeat(101))).toEqual(['[UNK]']);
  });

  test('needs the special pieces', () => {
    expect(() => wordPieces(['the'])).toThrow('[CLS]');
  });
});
