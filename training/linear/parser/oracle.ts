import { LEFT, type ParserState, RIGHT, SHIFT } from '../../../src/analyse/tag/linear/parser/state.ts';

/** Stands for a head that is not known. */
export const UNKNOWN = -2;

/**
 * How many right arcs each action makes impossible, by the arcs that could be had before it (Goldberg and Nivre 2013, for
 * arc-hybrid). Arcs that cross others are counted as if they did not.
 */
export function costOf(state: ParserState, heads: Int32Array, action: number): number {
  const { next, last, depth } = state;
  const top = state.below(0);
  if (action === SHIFT) {
    let cost = 0;
    const head = heads[next] as number;
    for (let place = 0; place < depth; place++) {
      const token = state.below(place);
      if (heads[token] === next) cost++;
      if (place > 0 && head === token) cost++;
    }
    return cost;
  }
  const head = heads[top] as number;
  let cost = 0;
  for (let token = next; token < last; token++) if (heads[token] === top) cost++;
  if (action === LEFT && (head === state.below(1) || isAhead(head, next + 1, last))) cost++;
  if (action === RIGHT && isAhead(head, next, last)) cost++;
  return cost;
}

/** Whether a head is among the next tokens, or the root behind them. */
function isAhead(head: number, next: number, last: number): boolean {
  return head === -1 || (head >= next && head < last);
}

/** The actions that cost least of those that can be. */
export function bestActions(state: ParserState, heads: Int32Array): number[] {
  const can = [LEFT, RIGHT, SHIFT].filter((action) => state.can(action));
  const costs = can.map((action) => costOf(state, heads, action));
  const least = Math.min(...costs);
  return can.filter((_, index) => costs[index] === least);
}
