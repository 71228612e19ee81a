import type { Position } from '../../record/index.ts';
import { type Course, coursesOf, holderOf } from './courses.ts';
import type { Picture, Told, Turn } from './told.ts';

/** What of an issue is asked for: an actor, a stance, or all. */
export interface AskedOfIssue {
  readonly actor: string | null;
  readonly stance: Position['stance'] | null;
}

/** What a page shows of an issue. */
export interface Shown {
  /** The courses of all actors, and those that are asked for. */
  readonly all: readonly Course[];
  readonly courses: readonly Course[];
  /** The statements that are asked for, the latest first, those of no day last. */
  readonly told: readonly Told[];
  readonly turns: readonly Turn[];
}

/** Whether a statement is of the actor and the stance that are asked for. */
export const isAsked = ({ position }: Told, { actor, stance }: AskedOfIssue): boolean =>
  (actor === null || holderOf(position) === actor) && (stance === null || position.stance === stance);

/** What is asked for of a picture: of a stance also the changes to it. */
export function shownOf(picture: Picture, asked: AskedOfIssue): Shown {
  const all = coursesOf(picture);
  const isOf = (one: Told) => isAsked(one, asked);
  const told = picture.told.filter(isOf);
  const holders = new Set(told.map(({ position }) => holderOf(position)));
  return {
    all,
    courses: all.filter(({ holder }) => holders.has(holder)),
    told: told.toReversed(),
    turns: picture.turns.filter(({ after }) => isOf(after)).toReversed(),
  };
}
