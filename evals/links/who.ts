import type { LinkedActorId } from '../../src/record/index.ts';
import type { Drawn } from './drawn.ts';
import { Names, plain } from './names.ts';

/** A name that a hand listed and that was found, and where its actor was put. */
export interface Named {
  /** The gold's name of the actor. */
  readonly gold: string;
  readonly report: number;
  readonly words: string;
  readonly own: string;
}

/** The listed names that were found. */
export function namedIn(drawn: Drawn): Named[] {
  const names = new Names(drawn);
  return drawn.story.gold.actors.flatMap(({ name, names: listed }) =>
    listed.flatMap(([report, words]) => {
      const own = names.of(report, words);
      return own === null ? [] : [{ gold: name, report, words, own }];
    }),
  );
}

/** Tells whether one of ours is an actor of the gold: that of most of its names that were found, else by the name that is given. */
export class Who {
  private readonly goldOf = new Map<string, string>();
  private readonly listed: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(drawn: Drawn) {
    const counts = new Map<string, Map<string, number>>();
    for (const { gold, own } of namedIn(drawn)) {
      const of = counts.get(own) ?? new Map<string, number>();
      counts.set(own, of.set(gold, (of.get(gold) ?? 0) + 1));
    }
    for (const [own, of] of counts) {
      const [most] = [...of].toSorted((a, b) => b[1] - a[1]);
      if (most !== undefined) this.goldOf.set(own, most[0]);
    }
    this.listed = new Map(
      drawn.story.gold.actors.map(({ name, names }) => [
        name,
        new Set([name, ...names.map(([, words]) => words)].map(plain)),
      ]),
    );
  }

  /** Whether it is that actor; the name decides where nothing links it to any. */
  is(gold: string, { who, name }: { who: LinkedActorId | null; name: string }): boolean {
    const of = who === null ? undefined : this.goldOf.get(who);
    return of === undefined ? this.isName(gold, name) : of === gold;
  }

  /** Whether a name is one that the reports give that actor. */
  isName(gold: string, name: string): boolean {
    return plain(gold) === plain(name) || this.listed.get(gold)?.has(plain(name)) === true;
  }

  /** Whose names most of a linked actor's are. */
  of(own: string): string | null {
    return this.goldOf.get(own) ?? null;
  }
}
