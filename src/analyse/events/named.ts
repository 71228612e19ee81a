import type { Actor } from '../../record/index.ts';
import { contains, overlapping, type Range } from '../../text/index.ts';

/** A place where an actor is named. */
export interface Named extends Range {
  readonly actor: Actor;
}

/** All places where the actors are named, in the order of the text. */
export function namedIn(actors: readonly Actor[]): Named[] {
  return actors
    .flatMap((actor) => actor.mentions.map(({ start, end }) => ({ start, end, actor })))
    .toSorted((a, b) => a.start - b.start);
}

/** The places that lie wholly within a range. */
export function namedWithin(named: readonly Named[], range: Range): Named[] {
  return overlapping(named, range).filter((one) => contains(range, one));
}
