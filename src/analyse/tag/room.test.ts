import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SharedRoom } from './room.ts';

describe('a shared room', () => {
  test('gives arrays of zeros that keep what is put into them, however many follow, until it is cleared', () => {
    const taken = fc.record({ kind: fc.constantFrom('floats', 'ints', 'bytes'), length: fc.nat(40_000) });
    fc.assert(
      fc.property(fc.array(taken, { maxLength: 30 }), (asked) => {
        const room = new SharedRoom();
        for (let round = 1; round <= 2; round++) {
          const arrays = asked.map(({ kind, length }, number) => {
            const array = room[kind as 'floats' | 'ints' | 'bytes'](length);
            expect(array.length).toBe(length);
            expect(array.every((value) => value === 0)).toBe(true);
            return array.fill(number + round);
          });
          for (const [number, array] of arrays.entries())
            expect(array.every((value) => value === number + round)).toBe(true);
          room.clear();
        }
      }),
      { numRuns: 30 },
    );
  });
});
