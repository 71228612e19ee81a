import type { JoinedKind, LinkIndex, PairLink } from '../record/index.ts';
import { type Decided, mergesIn, type Verdict, verdictsOn } from './decided/index.ts';
import { MOST } from './joining.ts';

/** Units that hang together by pairs that are sure enough, and every pair between them, sure or not. */
export interface Closure {
  readonly units: readonly string[];
  readonly pairs: readonly PairLink[];
  /** What is decided of them. */
  readonly verdicts: readonly Verdict[];
}

/**
 * All that may be joined with some units, over as many steps as it takes: joining goes along sure pairs and decisions alone, so that what
 * lies beyond is joined with none of them, and need not be looked at again. Beside the new ones no more are taken than a group
 * may have, those that most surely hang together; groups are in it whole.
 */
export async function closureOf(
  from: readonly string[],
  { kind, least, store, decided }: { kind: JoinedKind; least: number; store: LinkIndex; decided: Decided },
): Promise<Closure> {
  const units = new Set(from);
  const most = units.size + MOST;
  let next = [...units];
  while (next.length > 0 && units.size < most) {
    const merges = mergesIn(await verdictsOn(next, { kind, decided, store }));
    next = surestFirst([...merges, ...(await store.pairsOf(kind, next, least))])
      .filter((unit) => !units.has(unit))
      .slice(0, most - units.size);
    for (const unit of next) units.add(unit);
  }
  for (const group of await store.groupsOf(kind, [...units])) for (const unit of group.units) units.add(unit);
  const pairs = units.size > 1 ? await store.pairsOf(kind, [...units], 0) : [];
  return {
    units: [...units],
    pairs: pairs.filter(({ a, b }) => units.has(a) && units.has(b)),
    verdicts: await verdictsOn([...units], { kind, decided, store }),
  };
}

const surestFirst = (pairs: readonly PairLink[]) => [
  ...new Set(pairs.toSorted((x, y) => y.score - x.score).flatMap(({ a, b }) => [a, b])),
];
