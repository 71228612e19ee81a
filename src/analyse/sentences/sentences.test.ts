import { describe, expect, test } from 'vitest';
import { loadAbbreviations } from '../../load/index.ts';
import { tokenise } from '../tokens/index.ts';
import { splitSentences } from './index.ts';
import { splits, stays } from './sentences.cases.ts';

const abbreviations = await loadAbbreviations();

const split = (text: string) =>
  splitSentences(tokenise(text, { start: 0, end: text.length }), abbreviations).map(({ start, end }) =>
    text.slice(start, end),
  );

describe('a sentence', () => {
  test.each(splits)('ends where one ends: %s', (marked) => {
    const sentences = marked.split('|');
    expect(split(sentences.join(' '))).toEqual(sentences);
  });
  test.each(stays)('goes on: %s', (text) => {
    expect(split(text)).toEqual([text]);
  });
});
