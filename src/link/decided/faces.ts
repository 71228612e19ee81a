import type { PairLink } from '../../record/index.ts';
import { mergesIn, type Verdict } from './index.ts';

type Units = readonly string[];

/** Units that decisions make one: each is one of several faces, compared by those that fit best. */
export interface Faces {
  /** A unit with those that are one with it by decision, always in the same order; alone where there are none. */
  readonly of: (unit: string) => Units;
  /** All faces in a group, each set of them once. */
  readonly in: (group: Units) => readonly Units[];
  /** By what a group is told apart: where something in it is decided by that alone, else by each of its units. */
  readonly judgesOf: (group: Units) => readonly Units[];
  /** Merges that hold. */
  readonly merges: readonly PairLink[];
  /** Whether a decision keeps two apart. */
  readonly areParted: (one: Units, other: Units) => boolean;
}

/** Joins units by what is decided. */
export function facesOf(units: Units, verdicts: readonly Verdict[]): Faces {
  const { sets, merges, areParted } = settle(units, verdicts);
  const of = (unit: string) => sets.get(unit) ?? [unit];
  const within = (group: Units) => [...new Set(group.map(of))];
  return {
    of,
    in: within,
    judgesOf(group) {
      const all = within(group);
      const decided = all.filter(({ length }) => length > 1);
      return decided.length === 0 ? all : decided;
    },
    merges: mergesIn(merges),
    areParted,
  };
}

/** The latest decision first: an earlier one that contradicts it has no effect. */
function settle(units: Units, verdicts: readonly Verdict[]) {
  const sets = new Map<string, string[]>(units.map((unit) => [unit, [unit]]));
  const parted: Verdict[] = [];
  const merges: Verdict[] = [];
  const areParted = (one: Units, other: Units) => parted.some((verdict) => isBetween(verdict, one, other));
  for (const verdict of verdicts) {
    const [one, other] = [sets.get(verdict.a), sets.get(verdict.b)];
    if (one === undefined || other === undefined) continue;
    if (verdict.kind === 'split' && one !== other) parted.push(verdict);
    if (verdict.kind === 'split' || areParted(one, other)) continue;
    merges.push(verdict);
    if (one !== other) unite(sets, one, other);
  }
  for (const own of new Set(sets.values())) own.sort();
  return { sets, merges, areParted };
}

const isBetween = ({ a, b }: Verdict, one: Units, other: Units) =>
  (one.includes(a) && other.includes(b)) || (one.includes(b) && other.includes(a));

function unite(sets: Map<string, string[]>, one: string[], other: readonly string[]): void {
  one.push(...other);
  for (const unit of other) sets.set(unit, one);
}
