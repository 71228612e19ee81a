import type { Statement } from './types.ts';

/** Whether saying it so is by itself in favour of what it names (+1) or against (−1). */
const SIDES: ReadonlyMap<Statement['act'], 1 | -1> = new Map([
  ['agree', 1],
  ['support', 1],
  ['promise', 1],
  ['propose', 1],
  ['demand', 1],
  ['praise', 1],
  ['want', 1],
  ['plan', 1],
  ['refuse', -1],
  ['rule out', -1],
  ['criticise', -1],
  ['oppose', -1],
  ['deny', -1],
  ['warn', -1],
  ['threaten', -1],
  ['accuse', -1],
] as const);

/** The side of an act of saying, turned about where it is denied ("does not recommend"); null where it takes none. */
export function sideOf({ act, negated }: Pick<Statement, 'act' | 'negated'>): 1 | -1 | null {
  const side = SIDES.get(act) ?? null;
  return side === null ? null : negated ? (side === 1 ? -1 : 1) : side;
}
