import { describe, expect, test } from 'vitest';
import { KnownWords, lemmaOf } from './vocabulary.ts';

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
  const words = new KnownWords({
    classes: new Map([['said', 'VD']]),
    endings: new Map([['ing', 'VG']]),
    groups: new Map(),
    links: new Map(),
    lemmas: new Map([['said', 'say']]),
    cues: new Map([['say', 6]]),
    listed: new Map([['bela', 'g']]),
  });
  const of = (text: string) => words.at(words.numberOf(text, text.toLowerCase()));
  expect(words.numberOf('said', 'said')).toBe(words.numberOf('said', 'said'));
  expect(of('said')).toMatchObject({ cue: 6, verb: true });
  expect(of('Said').word).toBe(of('said').word);
  expect(of('Said').shape).not.toBe(of('said').shape);
  expect(of('blogging').verb).toBe(true);
  expect(of('Bela').listed).not.toBe(of('Cela').listed);
});

test('quotation marks of all kinds are one word, and no other mark is', () => {
  const words = new KnownWords({
    classes: new Map(),
    endings: new Map(),
    groups: new Map(),
    links: new Map(),
    lemmas: new Map(),
    cues: new Map(),
    listed: new Map(),
  });
  const [straight, curly] = [words.at(words.numberOfMark('"', '"')), words.at(words.numberOfMark('“', '“'))];
  expect(straight.word).toBe(curly.word);
  expect(words.at(words.numberOf('“', '“')).word).not.toBe(curly.word);
});
