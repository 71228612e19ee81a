import { describe, expect, test } from 'vitest';
import { type Utterance, utterance } from '../../../record/index.ts';
import { openingOf, sharedTellers, speakersOf, tellersOf } from './tellers.ts';

const REPORT = 'report:0123456789abcdef';
const told = (outlets: number, root: Partial<Utterance['root']>, speaker?: string): Utterance =>
  utterance.parse({
    id: 'utterance:0123456789abcdef',
    speakers: speaker === undefined ? [] : [{ who: null, name: speaker }],
    words: 'words',
    renditions: [
      {
        statement: 'statement:0123456789abcdef.0-5',
        report: REPORT,
        published: null,
        outlet: 'The Courier',
        link: null,
      },
    ],
    root: { kind: 'speaker', name: speaker ?? 'unknown', who: null, rule: 'test', ...root },
    said: null,
    outlets,
  });
const shown = async (one: Utterance) => String(await tellersOf(one)).replaceAll(/<[^>]+>/g, '');

describe('who tells it', () => {
  test('outlets and root source, where there are several', async () => {
    const one = told(3, { kind: 'medium', name: 'Quillwire' }, 'Mina Pell');
    expect(await shown(one)).toBe('3 outlets · 1 root source: Quillwire');
    expect(String(await tellersOf(one, 'http://a.example'))).toContain(
      '"http://a.example/search?root=Quillwire"',
    );
  });

  test('of one outlet, a root source only where it is neither outlet nor speaker', async () => {
    expect(await shown(told(1, {}, 'Mina Pell'))).toBe('');
    expect(await shown(told(1, { kind: 'medium', name: 'The Courier' }, 'Mina Pell'))).toBe('');
    expect(await shown(told(1, { kind: 'medium', name: 'Quillwire' }, 'Mina Pell'))).toBe(
      'root source: Quillwire',
    );
  });

  test('what several share is told once, and nothing else', async () => {
    const one = told(1, { kind: 'medium', name: 'Quillwire' }, 'Mina Pell');
    const other = told(1, { kind: 'medium', name: 'Quillwire' }, 'Oda Brekk');
    expect(String(await sharedTellers([one, other])).replaceAll(/<[^>]+>/g, '')).toBe(
      'root source: Quillwire',
    );
    for (const some of [[one], [], [one, told(2, other.root)], [one, told(1, {}, 'Oda Brekk')]])
      expect(sharedTellers(some)).toBe('');
  });

  test('what is not known is said to be not known', async () => {
    expect(await shown(told(2, {}))).toBe('2 outlets · root source not known');
    expect(speakersOf(told(2, {}))).toBe('Nobody named');
    expect(speakersOf(told(1, { name: 'a senior official' }))).toBe('a senior official');
    expect(speakersOf(told(1, { kind: 'medium', name: 'Quillwire' }))).toBe('Nobody named');
  });
});

test('long words are cut behind a word, and never within a character', () => {
  expect(openingOf('short')).toBe('short');
  expect(openingOf('word '.repeat(100))).toMatch(/^(?:word )+…$/);
  expect(openingOf('word '.repeat(100)).length).toBeLessThan(325);
  expect(openingOf('😀'.repeat(400)).isWellFormed()).toBe(true);
});
