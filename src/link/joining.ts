import type { Link, PairLink } from '../record/index.ts';
import { type Faces, facesOf } from './decided/faces.ts';
import type { Verdict } from './decided/index.ts';

export type { PairLink } from '../record/index.ts';

/** No group has more members. */
export const MOST = 128;

/** A group of members that are one, the link that brought each in beside the first, and how it was the surest of its own. */
export interface Joined {
  readonly keys: readonly string[];
  readonly links: ReadonlyMap<string, PairLink>;
}

export interface Joining {
  readonly pairs: readonly PairLink[];
  /** Whether two can never be one, whatever leads from one to the other. */
  readonly areApart: (a: string, b: string) => boolean;
  /** Whether two are two even where a decision makes one of them one with something that fits the other. */
  readonly areNever?: (a: string, b: string) => boolean;
  /** Two groups are joined when the mean over their pairs that were looked at is as sure as this. */
  readonly least: number;
  /** What is decided, the latest first. */
  readonly verdicts?: readonly Verdict[];
}

/**
 * Groups of members: what is decided first, then the surest pair, then whatever two groups are surest of each other on the mean
 * over the pairs that were looked at (average linkage, Sokal and Michener 1958), unless two of their members are apart. What
 * comes out does not hang on the order of the keys or pairs.
 */
export function join(keys: readonly string[], joining: Joining): Joined[] {
  const { pairs, least, verdicts = [] } = joining;
  const faces = facesOf(keys, verdicts);
  const groups = new Map(faces.in(keys).map((own) => [own, [...own]]));
  const groupOf = new Map<string, string[]>(keys.map((key) => [key, groups.get(faces.of(key)) ?? [key]]));
  const links = new Map<string, PairLink>();
  const bringIn = (pair: PairLink) => {
    for (const key of [pair.a, pair.b]) if (!links.has(key)) links.set(key, pair);
  };
  for (const merge of faces.merges) bringIn(merge);
  const sureness = surenessOf(joining, faces);
  const areTwo = refusals((one, other) => sureness(one, other) < least);
  const waiting = pairs
    .filter(({ score }) => score >= least)
    .toSorted((x, y) => y.score - x.score || (nameOf(x) < nameOf(y) ? -1 : 1));
  for (const pair of waiting) {
    const [one, other] = [groupOf.get(pair.a), groupOf.get(pair.b)];
    if (one === undefined || other === undefined || one === other || areTwo(one, other)) continue;
    const [more, fewer] = one.length >= other.length ? [one, other] : [other, one];
    for (const key of fewer) groupOf.set(key, more);
    more.push(...fewer);
    bringIn(pair);
  }
  return [...new Set(groupOf.values())].map((group) => ({
    keys: group.toSorted(),
    links: new Map(
      group
        .flatMap((key) => [[key, links.get(key)] as const])
        .filter((entry): entry is [string, PairLink] => entry[1] !== undefined),
    ),
  }));
}

type Group = readonly string[];

/** The mean over the pairs of two groups that were looked at; 0 where they cannot be one. Members that a decision makes one are one. */
function surenessOf(
  { pairs, areApart, areNever = () => false }: Joining,
  faces: Faces,
): (one: Group, other: Group) => number {
  const scoreOf = scoresOf(pairs);
  const areTwo = (one: Group, other: Group) =>
    faces.areParted(one, other) ||
    one.some((a) => other.some((b) => areNever(a, b))) ||
    faces
      .judgesOf(one)
      .some((a) => faces.judgesOf(other).some((b) => a.every((x) => b.every((y) => areApart(x, y)))));
  return (one, other) => {
    if (one.length + other.length > MOST || areTwo(one, other)) return 0;
    let [sum, told] = [0, 0];
    for (const a of faces.in(one))
      for (const b of faces.in(other)) {
        const most = mostOf(a, b, scoreOf);
        if (most === null) continue;
        sum += most;
        told++;
      }
    return sum / told;
  };
}

type ScoreOf = (a: string, b: string) => number | null;

/** The score of two members, whichever of them is named first; null where nobody looked at them. */
function scoresOf(pairs: readonly PairLink[]): ScoreOf {
  const scores = new Map<string, Map<string, number>>();
  const put = (a: string, b: string, score: number) => {
    const own = scores.get(a) ?? new Map<string, number>();
    scores.set(a, own.set(b, score));
  };
  for (const { a, b, score } of pairs) {
    put(b, a, score);
    put(a, b, score);
  }
  return (a, b) => scores.get(a)?.get(b) ?? null;
}

/** The surest of what there is between members that are one and others that are. */
function mostOf(some: Group, others: Group, scoreOf: ScoreOf): number | null {
  let most: number | null = null;
  for (const one of some)
    for (const other of others) {
      const score = scoreOf(one, other);
      if (score !== null && (most === null || score > most)) most = score;
    }
  return most;
}

type AreTwo = (one: readonly string[], other: readonly string[]) => boolean;

/** Remembers of two groups that they are two: as long as they have no more members, they are. */
function refusals(areTwo: AreTwo): AreTwo {
  const sizes = new Map<readonly string[], Map<readonly string[], number>>();
  return (one, other) => {
    const size = one.length + other.length;
    const own = sizes.get(one) ?? new Map<readonly string[], number>();
    if (own.get(other) === size) return true;
    if (!areTwo(one, other)) return false;
    sizes.set(one, own.set(other, size));
    return true;
  };
}

const nameOf = ({ a, b }: PairLink) => (a < b ? `${a}\n${b}` : `${b}\n${a}`);

const THOUSANDTHS = 1000;

/** Why a member belongs to the others of its group; null where it stands alone. */
export function linkOf(key: string, links: Joined['links']): Link | null {
  const link = links.get(key);
  if (link === undefined) return null;
  const { a, b, rule, score } = link;
  return { with: a === key ? b : a, rule, score: Math.round(score * THOUSANDTHS) / THOUSANDTHS };
}
