/** A pair of a predicted and a gold item, by index, and its weight. */
export interface Pair {
  readonly predicted: number;
  readonly gold: number;
  readonly weight: number;
}

/**
 * The one-to-one matching of greatest total weight among `pairs` (weights above 0): the assignment problem, solved by
 * successive shortest augmenting paths with potentials (Jonker and Volgenant 1987), on a square matrix of costs.
 */
export function bestMatching(pairs: readonly Pair[]): Pair[] {
  const rows = [...new Set(pairs.map(({ predicted }) => predicted))];
  const columns = [...new Set(pairs.map(({ gold }) => gold))];
  const size = Math.max(rows.length, columns.length);
  const cost = Array.from({ length: size }, () => new Float64Array(size));
  for (const { predicted, gold, weight } of pairs) {
    const row = cost[rows.indexOf(predicted)];
    if (row !== undefined) row[columns.indexOf(gold)] = -weight;
  }
  const rowOf = assign(cost, size);
  return pairs.filter(({ predicted, gold }) => rowOf[columns.indexOf(gold)] === rows.indexOf(predicted));
}

/** For each column the row that it is assigned to. */
function assign(cost: readonly Float64Array[], size: number): Int32Array {
  const rowOf = new Int32Array(size + 1).fill(-1);
  const u = new Float64Array(size + 1);
  const v = new Float64Array(size + 1);
  for (let row = 0; row < size; row++) {
    const cameFrom = new Int32Array(size + 1).fill(size);
    const least = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY);
    const done = new Uint8Array(size + 1);
    rowOf[size] = row;
    let column = size;
    while ((rowOf[column] ?? -1) >= 0) {
      done[column] = 1;
      const current = rowOf[column] ?? 0;
      let delta = Number.POSITIVE_INFINITY;
      let nearest = size;
      for (let next = 0; next < size; next++) {
        if (done[next] === 1) continue;
        const reduced = (cost[current]?.[next] ?? 0) - (u[current] ?? 0) - (v[next] ?? 0);
        if (reduced < (least[next] ?? 0)) {
          least[next] = reduced;
          cameFrom[next] = column;
        }
        if ((least[next] ?? 0) < delta) {
          delta = least[next] ?? 0;
          nearest = next;
        }
      }
      for (let other = 0; other <= size; other++) {
        if (done[other] === 1) {
          const owner = rowOf[other] ?? 0;
          u[owner] = (u[owner] ?? 0) + delta;
          v[other] = (v[other] ?? 0) - delta;
        } else least[other] = (least[other] ?? 0) - delta;
      }
      column = nearest;
    }
    while (column !== size) {
      const before = cameFrom[column] ?? size;
      rowOf[column] = rowOf[before] ?? -1;
      column = before;
    }
  }
  return rowOf;
}
