import { matchesOf } from '../../text/index.ts';
import type { ActorWords } from './actor-words.ts';

/** A name with the given name that the text puts before it somewhere, and where the text first has both. */
export interface FullName {
  readonly name: string;
  readonly first: number;
}

/**
 * Takes a text. Gives a function that finds, for a single word that is a name, the given name that the text puts before it
 * somewhere: "Isak Rundle" for "Rundle"; null where it has none. A title before it is none. Each word is asked once, and
 * the text is read once for all.
 */
export function fullNames(text: string, words: ActorWords): (name: string) => FullName | null {
  const known = new Map<string, FullName | null>();
  let places: ReadonlyMap<string, readonly number[]> | null = null;
  return (name) => {
    const asked = known.get(name);
    if (asked !== undefined || !SINGLE.test(name)) return asked ?? null;
    places ??= placesOf(text);
    const found = fullName(text, { name, places: places.get(name) ?? [] }, words);
    known.set(name, found);
    return found;
  };
}

const SINGLE = /^\p{Lu}[\p{L}’'-]+$/u;

function fullName(
  text: string,
  { name, places }: { name: string; places: readonly number[] },
  { roles, bodies, givenNames }: ActorWords,
): FullName | null {
  let found: FullName | null = null;
  for (const at of places) {
    const given = GIVEN.exec(text.slice(Math.max(0, at - LONGEST_WORD), at))?.[0];
    if (given === undefined) continue;
    const form = given.toLowerCase();
    const opens = /(?:^|[.!?]["”’]?\s|\n)$/.test(
      text.slice(Math.max(0, at - given.length - 3), at - given.length),
    );
    if (roles.has(form) || bodies.has(form) || TITLES.has(given) || (opens && !givenNames.has(form)))
      continue;
    // Two of one surname: it alone is neither's.
    if (found !== null && found.name !== `${given} ${name}`) return null;
    found ??= { name: `${given} ${name}`, first: at - given.length };
  }
  return found;
}

/** A capitalised word behind a space. */
const WORD = /(?<= )\p{Lu}[\p{L}’'-]*/gu;
/** No name is longer. */
const LONGEST_NAME = 60;

/** For each capitalised word, and for its parts up to an apostrophe or a hyphen, where the spaces before it stand. */
function placesOf(text: string): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const { 0: whole, index } of matchesOf(text, WORD)) {
    const word = whole.slice(0, LONGEST_NAME);
    for (let end = 1; end <= word.length; end++) {
      if (end < whole.length && !/[’'-]/.test(whole.charAt(end))) continue;
      const part = word.slice(0, end);
      const own = places.get(part);
      if (own === undefined) places.set(part, [index - 1]);
      else own.push(index - 1);
    }
  }
  return places;
}

const GIVEN = /(?<![\p{L}\p{N}])\p{Lu}[\p{Ll}’'-]+$/u;
const LONGEST_WORD = 30;
const TITLES = new Set(
  'Mr Mrs Ms Miss Dr Sir Lady Lord Dame Prof Sen Rep Gov Rev The A An In On At But And When While As'.split(
    ' ',
  ),
);
