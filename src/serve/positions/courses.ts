import type { Position } from '../../record/index.ts';
import type { Picture, Told, Turn } from './told.ts';

/** Where one actor stands through time: what it says itself, and what is said on its behalf. */
export interface Course {
  /** The actor's id, or its name where it has none; what a page is asked for. */
  readonly holder: string;
  readonly name: string;
  /** In the order of days. */
  readonly told: readonly Told[];
  readonly turns: readonly Turn[];
}

const ARTICLE = /^the /iu;

/** Whose position it is: that of the body that is spoken for, else that of whoever speaks. */
export function holderOf({ who, name, for: body, forWho }: Position): string {
  const [id, called] = body === null ? [who, name] : [forWho, body];
  return id ?? called.replace(ARTICLE, '').toLowerCase();
}

/** The course of each actor, those with most statements first. */
export function coursesOf({ told, turns }: Picture): Course[] {
  const byHolder = Map.groupBy(told, ({ position }) => holderOf(position));
  const turned = Map.groupBy(turns, ({ after }) => holderOf(after.position));
  return [...byHolder]
    .map(([holder, own]) => ({ holder, name: nameOf(own), told: own, turns: turned.get(holder) ?? [] }))
    .toSorted((a, b) => b.told.length - a.told.length || a.name.localeCompare(b.name, 'en'));
}

/** The name that is used most often; of two the first. */
function nameOf(told: readonly Told[]): string {
  const names = told.map(({ position: { name, for: body } }) => body ?? name);
  const [[most] = ['']] = [...Map.groupBy(names, (name) => name)].toSorted(
    ([, a], [, b]) => b.length - a.length,
  );
  return most === '' ? 'Nobody named' : capital(most);
}

/** A name at the beginning of a line. */
export const capital = (name: string): string => name.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
