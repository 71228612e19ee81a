/** Less than any score: an arc that is not to be taken. */
const NEVER = -1e9;
/** Taken off each arc from the root, so that as few as can be, one, are in the best tree. */
const ROOT_COST = 1e6;

/**
 * The heads of the best tree over some words (Chu and Liu 1965, Edmonds 1967): each word has one head, one word hangs on the
 * root, and nothing hangs on itself. `score(word, head)` counts both from 0, the head -1 for the root.
 * Gives each word's head, -1 for the one on the root.
 */
export function spanningTree(count: number, score: (word: number, head: number) => number): Int32Array {
  // Nodes: 0 the root, 1 + word.
  const size = count + 1;
  const scores = new Float64Array(size * size).fill(NEVER);
  for (let word = 0; word < count; word++)
    for (let head = -1; head < count; head++)
      if (head !== word) scores[(word + 1) * size + head + 1] = score(word, head);
  const alone = ownBest(scores, size);
  const isTree = alone.filter((head) => head === 0).length === 1 && cycleIn(alone) === null;
  // Most often the best heads of all words by themselves are a tree; no other can be better.
  if (isTree || count <= 1) return toWords(alone);
  for (let node = 1; node < size; node++) scores[node * size] = (scores[node * size] as number) - ROOT_COST;
  return toWords(bestHeads(scores, size));
}

const toWords = (heads: Int32Array) => heads.subarray(1).map((head) => head - 1);

/** The best head of each node but node 0, so that all lead to node 0; `scores` by node and head. */
function bestHeads(scores: Float64Array, size: number): Int32Array {
  const heads = ownBest(scores, size);
  const cycle = cycleIn(heads);
  return cycle === null ? heads : opened(scores, heads, cycle);
}

/** The best head of each node but node 0 by itself. */
function ownBest(scores: Float64Array, size: number): Int32Array {
  const heads = new Int32Array(size).fill(-1);
  for (let node = 1; node < size; node++) {
    let best = 0;
    for (let head = 0; head < size; head++)
      if (head !== node && at(scores, size, node, head) > at(scores, size, node, best)) best = head;
    heads[node] = best;
  }
  return heads;
}

const at = (scores: Float64Array, size: number, node: number, head: number) =>
  scores[node * size + head] as number;

/** The nodes of a ring of heads, or null where all lead to node 0. */
function cycleIn(heads: Int32Array): number[] | null {
  const seen = new Int32Array(heads.length);
  for (let start = 1; start < heads.length; start++) {
    let node = start;
    while (node > 0 && seen[node] === 0) {
      seen[node] = start;
      node = heads[node] as number;
    }
    if (node <= 0 || seen[node] !== start) continue;
    const cycle = [node];
    for (let next = heads[node] as number; next !== node; next = heads[next] as number) cycle.push(next);
    return cycle;
  }
  return null;
}

/** The best heads once a ring is taken for one node, and opened where what leads into it gains most. */
function opened(scores: Float64Array, heads: Int32Array, cycle: readonly number[]): Int32Array {
  const size = heads.length;
  const inside = new Set(cycle);
  const outside = Array.from({ length: size }, (_, node) => node).filter((node) => !inside.has(node));
  const ring = outside.length;
  const smaller = new Float64Array((ring + 1) ** 2).fill(NEVER);
  /** For each head outside the node of the ring that it enters; for each node outside its head in the ring. */
  const entered = new Int32Array(ring);
  const leaves = new Int32Array(ring);
  for (const [index, node] of outside.entries()) {
    for (const [other, head] of outside.entries())
      if (head !== node && node !== 0) smaller[index * (ring + 1) + other] = at(scores, size, node, head);
    const gain = (own: number) => at(scores, size, own, node) - at(scores, size, own, heads[own] as number);
    entered[index] = bestOf(cycle, gain);
    smaller[ring * (ring + 1) + index] = gain(entered[index] as number);
    leaves[index] = bestOf(cycle, (own) => at(scores, size, node, own));
    if (node !== 0) smaller[index * (ring + 1) + ring] = at(scores, size, node, leaves[index] as number);
  }
  const found = bestHeads(smaller, ring + 1);
  const all = Int32Array.from(heads);
  for (const [index, node] of outside.entries()) {
    const head = found[index] as number;
    if (node !== 0) all[node] = head === ring ? (leaves[index] as number) : (outside[head] as number);
  }
  const into = found[ring] as number;
  all[entered[into] as number] = outside[into] as number;
  return all;
}

function bestOf(nodes: readonly number[], of: (node: number) => number): number {
  return nodes.reduce((best, node) => (of(node) > of(best) ? node : best));
}
