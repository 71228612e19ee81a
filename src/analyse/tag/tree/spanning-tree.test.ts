import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spanningTree } from './spanning-tree.ts';

/** Every way to give words heads so that all lead to the root, on which one hangs. */
function* trees(count: number): Generator<number[]> {
  for (let number = 0; number < (count + 1) ** count; number++) {
    const heads = Array.from(
      { length: count },
      (_, word) => (Math.floor(number / (count + 1) ** word) % (count + 1)) - 1,
    );
    if (
      heads.filter((head) => head === -1).length === 1 &&
      heads.every((_, word) => leadsToRoot(heads, word))
    )
      yield heads;
  }
}

function leadsToRoot(heads: readonly number[], word: number): boolean {
  let node = word;
  for (let step = 0; step <= heads.length && node !== -1; step++) node = heads[node] as number;
  return node === -1;
}

test('finds the best of all trees with one word on the root', () => {
  const problem = fc.integer({ min: 1, max: 5 }).chain((count) =>
    fc.array(fc.integer({ min: -50, max: 50 }), {
      minLength: count * (count + 1),
      maxLength: count * (count + 1),
    }),
  );
  fc.assert(
    fc.property(problem, (scores) => {
      const count = Math.round((Math.sqrt(1 + 4 * scores.length) - 1) / 2);
      const score = (word: number, head: number) => scores[word * (count + 1) + head + 1] as number;
      const sum = (heads: readonly number[]) =>
        heads.reduce((total, head, word) => total + score(word, head), 0);
      const found = [...spanningTree(count, score)];
      expect([...trees(count)].map((heads) => heads.join())).toContain(found.join());
      expect(sum(found)).toBe(Math.max(...[...trees(count)].map(sum)));
    }),
    { numRuns: 300 },
  );
});

test('is a tree for hundreds of words', () => {
  const heads = [...spanningTree(400, (word, head) => Math.sin(word * 7 + head * 13))];
  expect(heads.every((_, word) => leadsToRoot(heads, word))).toBe(true);
});

test('of no words there is none', () => {
  expect([...spanningTree(0, () => 0)]).toEqual([]);
});
