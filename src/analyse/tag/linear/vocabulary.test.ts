import { describe, expect, test } from 'vitest';
import { lemmaOf, wordLookup } from './vocabulary.ts';

const classes = new Map(
  'add state plan promise deny reach criticise call hope hop report new'
    .split(' ')
    .map((word) => [word, 'V0']),
);

describe('a regular lemma', () => {
  test.each([
    ['adds', 'add'],
    ['adding', 'add'],
    ['stated', 'state'],
    ['planned', 'plan'],
    ['promises', 'promise'],
    ['denies', 'deny'],
    ['denied', 'deny'],
    ['reaches', 'reach'],
    ['criticised', 'criticise'],
    ['called', 'call'],
    ['said', 'said'],
    ['is', 'is'],
    ['hoped', 'hope'],
    ['reported', 'report'],
    ['bus', 'bus'],
    ['press', 'press'],
    ['thing', 'thing'],
  ])('of %s is %s', (form, lemma) => {
    expect(lemmaOf(form, { lemmas: new Map(), classes })).toBe(lemma);
  });
  test('gives way to the list', () => {
    expect(lemmaOf('said', { lemmas: new Map([['said', 'say']]), classes })).toBe('say');
  });
});

test('words are looked up once, and alike words get alike values', () => {
  const lookup = wordLookup({
    classes: new Map([['said', 'VD']]),
    endings: new Map([['ing', 'VG']]),
    groups: new Map(),
    links: new Map(),
    lemmas: new Map([['said', 'say']]),
    cues: new Map([['say', 6]]),
  });
  expect(lookup('said', 'said')).toBe(lookup('said', 'said'));
  expect(lookup('said', 'said')).toMatchObject({ cue: 6, verb: true });
  expect(lookup('Said', 'said').word).toBe(lookup('said', 'said').word);
  expect(lookup('Said', 'said').shape).not.toBe(lookup('said', 'said').shape);
  expect(lookup('blogging', 'blogging').verb).toBe(true);
});
