import { describe, expect, test } from 'vitest';
import type { Statement } from '../../record/index.ts';
import { isInferred, isUnsure, sureWords } from './sure.ts';

const named = (name: string, how: 'stated' | 'inferred' | 'decided'): Statement['speaker'] => ({
  kind: 'named',
  actor: null,
  name,
  role: null,
  affiliation: null,
  speaksFor: null,
  how,
  by: 'test',
  others: [],
});
const source = (...words: string[]) => words.map((text) => ({ start: 0, end: text.length, text }));

describe('how a speaker is known', () => {
  test.each([
    ['stated', named('Mina Pell', 'stated'), ['Mayor Mina Pell']],
    ['by surname', named('Mina Pell', 'stated'), ['Ms Pell']],
    ['inferred from “she”', named('Mina Pell', 'inferred'), ['she']],
    ['inferred from the words around', named('Mina Pell', 'inferred'), []],
    ['decided', named('Mina Pell', 'decided'), ['she']],
    ['speaker not known', { kind: 'unknown', why: 'no source', others: [] }, []],
  ] as const)('%s', (words, speaker, from) => {
    expect(sureWords({ speaker, source: source(...from) }, 'person')).toBe(words);
  });

  test('a body has no surname', () => {
    const statement = { speaker: named('Strait Commission', 'stated'), source: source('the Commission') };
    expect(sureWords(statement, 'organization')).toBe('by a part of the name');
  });

  test('what nobody states is inferred, and what is not sure is unsure', () => {
    expect(isInferred({ speaker: named('Mina Pell', 'inferred') })).toBe(true);
    expect(isInferred({ speaker: { kind: 'unknown', why: 'no source', others: [] } })).toBe(true);
    expect(isInferred({ speaker: named('Mina Pell', 'decided') })).toBe(false);
    expect([0.64, 0.65].map((confidence) => isUnsure({ confidence }))).toEqual([true, false]);
  });
});
