import type { TreeWord } from '../index.ts';
import type { TokenRange } from '../token-range.ts';
import { spanningTree } from '../tree/spanning-tree.ts';
import type { EncoderModel } from './model.ts';
import { WIDTH } from './piece-table.ts';

/** Numbers that a relation is told from, of the word and of its head. */
const LABEL = 64;
const ROOT = 'root';

/** A word in the tree of its sentence; `head` counts the words of the sentence, -1 for the one that depends on none. */
export type Node = Omit<TreeWord, 'start' | 'end'>;

/** The trees of sentences that were read together: `vectors` [N, WIDTH] of their words. No arc leaves its sentence. */
export async function treesOf(
  { arcs, relations, labels }: Pick<EncoderModel, 'arcs' | 'relations' | 'labels'>,
  vectors: Float32Array,
  sentences: readonly TokenRange[],
): Promise<Node[][]> {
  const count = vectors.length / WIDTH;
  const told = await arcs({ words: { shape: [1, count, WIDTH], values: vectors } });
  const { arcs: scores = NONE, parts = NONE, of = NONE, to = NONE } = told;
  const trees = sentences.map(({ first, last }) => {
    const score = (word: number, head: number) =>
      scores[(first + word) * (count + 1) + (head < 0 ? 0 : 1 + first + head)] as number;
    return spanningTree(last - first, score);
  });
  const reached = new Float32Array(count * LABEL);
  for (const [index, { first }] of sentences.entries())
    for (const [word, head] of (trees[index] ?? []).entries()) {
      const row = head < 0 ? 0 : 1 + first + head;
      reached.set(to.subarray(row * LABEL, (row + 1) * LABEL), (first + word) * LABEL);
    }
  const shape = [count, LABEL];
  const { relations: sorts = NONE } = await relations({
    words: { shape, values: of },
    heads: { shape, values: reached },
  });
  const root = labels.relations.indexOf(ROOT);
  return sentences.map(({ first }, index) =>
    Array.from(trees[index] ?? [], (head, word) => ({
      part: labels.parts[bestOf(parts, first + word, labels.parts.length)] ?? '',
      head,
      relation:
        head < 0
          ? ROOT
          : (labels.relations[bestOf(sorts, first + word, labels.relations.length, root)] ?? ''),
    })),
  );
}

const NONE = new Float32Array();

/** The place of a row's largest number, but for one. */
function bestOf(scores: Float32Array, row: number, width: number, without = -1): number {
  let found = without === 0 ? 1 : 0;
  for (let at = 0; at < width; at++)
    if (at !== without && (scores[row * width + at] as number) > (scores[row * width + found] as number))
      found = at;
  return found;
}
