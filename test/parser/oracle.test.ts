import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ParserState, ROOT, SHIFT } from '../../src/analyse/tag/linear/parser/state.ts';
import { OWN_ROOM } from '../../src/analyse/tag/room.ts';
import { bestActions, costOf } from '../../training/linear/parser/oracle.ts';

/** Projective trees: a word of a stretch is its head, and what is before and behind it are stretches of its children. */
const projective = fc.integer({ min: 1, max: 14 }).chain((count) =>
  fc.array(fc.nat(1000), { minLength: 3 * count, maxLength: 3 * count }).map((choices) => {
    const heads = new Int32Array(count);
    let at = 0;
    const choose = (among: number) => (choices[at++ % choices.length] as number) % among;
    const hang = (first: number, last: number, head: number): void => {
      if (first >= last) return;
      const cut = first + 1 + choose(last - first);
      const top = first + choose(cut - first);
      heads[top] = head;
      hang(first, top, top);
      hang(top + 1, cut, top);
      hang(cut, last, head);
    };
    const root = choose(count);
    heads[root] = ROOT;
    hang(0, root, root);
    hang(root + 1, count, root);
    return heads;
  }),
);

function begun(count: number): ParserState {
  const state = new ParserState(new Uint8Array(count), OWN_ROOM);
  state.start({ first: 0, last: count });
  return state;
}

function act(state: ParserState, action: number): void {
  if (action === SHIFT) state.shift();
  else state.attach(state.headBy(action), 0);
}

test('whatever it chooses among the best actions, the oracle makes the tree', () => {
  fc.assert(
    fc.property(projective, fc.nat(), (heads, seed) => {
      const state = begun(heads.length);
      for (let step = seed; !state.done; step = (step * 7 + 3) % 1009) {
        const best = bestActions(state, heads);
        expect(costOf(state, heads, best[0] as number)).toBe(0);
        act(state, best[step % best.length] as number);
      }
      expect([...state.heads]).toEqual([...heads]);
    }),
    { numRuns: 500 },
  );
});

test('what an action costs is how many more heads are wrong in the end', () => {
  fc.assert(
    fc.property(projective, fc.array(fc.nat(5), { minLength: 1, maxLength: 30 }), (heads, choices) => {
      const state = begun(heads.length);
      let cost = 0;
      for (let step = 0; !state.done; step++) {
        const can = [0, 1, 2].filter((action) => state.can(action));
        const best = bestActions(state, heads);
        const choice = choices[step];
        const action = choice === undefined ? best[0] : can[choice % can.length];
        cost += costOf(state, heads, action as number);
        act(state, action as number);
      }
      expect([...state.heads].filter((head, token) => head !== heads[token])).toHaveLength(cost);
    }),
    { numRuns: 500 },
  );
});
