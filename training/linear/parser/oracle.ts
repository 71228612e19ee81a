import { LEFT, type ParserState, RIGHT, SHIFT } from '../../../src/analyse/tag/linear/parser/state.ts';

/** The heads of a sequence's tokens as they should be: `ROOT`, or not known. */
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

/** The actions that cost least of those that can be, as bits. */
export function bestActions(state: ParserState, heads: Int32Array): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const action of [LEFT, RIGHT, SHIFT]) {
    if (!state.can(action)) continue;
    const cost = costOf(state, heads, action);
    if (cost < least) best = 0;
    least = Math.min(least, cost);
    if (cost === least) best |= 1 << action;
  }
  return best;
}
