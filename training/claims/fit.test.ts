import { expect, test } from 'vitest';
import { fitChoice } from './choice.ts';
import { leastScore } from './least.ts';

test('a weight grows where it lets the right one come first, and not where it tells nothing', () => {
  const rows = [
    [1, 1],
    [0, 1],
  ];
  const [telling = 0, idle = 0] = fitChoice([
    { rows, right: [0] },
    { rows: rows.toReversed(), right: [1] },
    { rows, right: [] },
  ]);
  expect(telling).toBeGreaterThan(1);
  expect(Math.abs(idle)).toBeLessThan(0.01);
});

test('the least score from which on a share is right', () => {
  const firsts = [
    { score: 3, isRight: true },
    { score: 2, isRight: true },
    { score: 1, isRight: false },
  ];
  expect(leastScore(firsts, 0.7)).toBe(2);
  expect(leastScore(firsts, 0.6)).toBe(1);
  expect(leastScore(firsts.slice(2), 0.6)).toBeNull();
});
