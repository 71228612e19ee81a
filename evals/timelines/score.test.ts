import { describe, expect, test } from 'vitest';
import { TimeGraph } from './graph.ts';
import { compareTimelines, type Mention, microOf, relationsOf } from './score.ts';

const at = (order: number, date: string, text: string, sentence = 1): Mention => ({
  doc: '1',
  sentence,
  text,
  order,
  date,
});
const GOLD = [
  at(0, 'XXXX-XX-XX', 'hoped'),
  at(1, '2031-05', 'met'),
  at(2, '2031-06-01', 'said'),
  at(2, '2031-06-01', 'told'),
  at(3, 'XXXX-XX-XX', 'left'),
];

describe('a graph of times', () => {
  const graph = new TimeGraph([
    { a: 'a', b: 'b', is: 'before' },
    { a: 'b', b: 'c', is: 'same' },
    { a: 'c', b: 'd', is: 'before' },
    { a: 'a', b: 'd', is: 'before' },
    { a: 'd', b: 'a', is: 'before' },
    { a: 'a', b: 'c', is: 'same' },
  ]);

  test('tells what follows from its relations', () => {
    expect(graph.has({ a: 'a', b: 'c', is: 'before' })).toBe(true);
    expect(graph.has({ a: 'b', b: 'd', is: 'before' })).toBe(true);
    expect(graph.has({ a: 'c', b: 'b', is: 'same' })).toBe(true);
    expect(graph.has({ a: 'd', b: 'a', is: 'before' })).toBe(false);
    expect(graph.has({ a: 'a', b: 'e', is: 'before' })).toBe(false);
  });

  test('is reduced to what none before told, and leaves contradictions out', () => {
    expect(graph.reduced.map(({ a, b }) => a + b)).toEqual(['ab', 'bc', 'cd']);
  });
});

describe('a timeline', () => {
  test('is dates first and then its order; what has no place is left out', () => {
    expect(relationsOf(GOLD, 'dates and order').map(({ is }) => is)).toEqual([
      'same',
      'same',
      'same',
      'before',
      'same',
      'before',
    ]);
  });

  test('against itself is all right', () => {
    expect(compareTimelines(GOLD, GOLD)).toEqual({ right: 5, told: 5, found: 5, gold: 5 });
    expect(microOf([compareTimelines(GOLD, GOLD)])).toEqual({ precision: 100, recall: 100, f1: 100 });
  });

  test('whose events are right and dates are not has the order alone', () => {
    const own = [at(1, '2031-01-01', 'met'), at(2, '2031-02-01', 'said')];
    expect(compareTimelines(own, GOLD)).toEqual({ right: 1, told: 3, found: 1, gold: 5 });
    expect(compareTimelines(own, GOLD, 'order')).toEqual({ right: 1, told: 1, found: 1, gold: 3 });
  });

  test('without anything right, and none at all, is 0', () => {
    expect(microOf([compareTimelines([at(1, '2031-06-01', 'sang')], GOLD)]).f1).toBe(0);
    expect(microOf([compareTimelines([], GOLD)])).toEqual({ precision: 0, recall: 0, f1: 0 });
  });

  test('a date known in part is the same however it is written, and words said twice are two events', () => {
    const own = [at(1, '2031-05-XX', 'lost'), at(1, '2031-05', 'lost')];
    expect(compareTimelines(own, [at(1, '2031-05', 'lost')])).toEqual({
      right: 1,
      told: 2,
      found: 1,
      gold: 1,
    });
  });
});
