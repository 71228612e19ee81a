import type { Tally } from './tally.ts';

/** Something that belongs to one of the gold's groups, and to one of ours. */
export interface Member {
  readonly gold: string | number;
  readonly own: string;
}

/** Pairs of members in one group: precision, recall. */
export function addPairs(name: string, members: readonly Member[], tally: Tally): void {
  const counts = { right: 0, predicted: 0, gold: 0 };
  for (const [a, b] of pairsOf(members)) {
    const [isGold, isOwn] = [a.gold === b.gold, a.own === b.own];
    counts.right += Number(isGold && isOwn);
    counts.predicted += Number(isOwn);
    counts.gold += Number(isGold);
  }
  tally.compare(name, counts);
}

/** BCubed (Bagga and Baldwin 1998): for each member how much of its group is of its gold group, and the other way round; means over members. */
export function addBCubed(name: string, members: readonly Member[], tally: Tally): void {
  for (const one of members) {
    const own = members.filter((other) => other.own === one.own);
    const gold = members.filter((other) => other.gold === one.gold);
    const both = own.filter((other) => other.gold === one.gold).length;
    tally.add(`${name}Precision`, both / own.length);
    tally.add(`${name}Recall`, both / gold.length);
  }
}

/** Every two of a list, in its order. */
export const pairsOf = <T>(all: readonly T[]): [T, T][] =>
  all.flatMap((a, at) => all.slice(at + 1).map((b): [T, T] => [a, b]));
