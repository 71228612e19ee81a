import { matchesOf } from '../../text/index.ts';
import { type ActorWords, type Reading, readSource } from './reading.ts';

/**
 * Takes a text. Gives a function that finds, for a name, the role between commas after its first mention with a comma
 * behind it: "Corvin Lade, the builder, …"; null where there is none. The text is read once for all names.
 */
export function appositions(text: string, words: ActorWords): (name: string) => Reading | null {
  let beforeCommas: ReadonlyMap<string, readonly number[]> | null = null;
  return (name) => {
    beforeCommas ??= wordsBeforeCommas(text);
    const ends = beforeCommas.get(name.slice(name.lastIndexOf(' ') + 1)) ?? [];
    const end = ends.slice(0, MOST_PLACES).find((one) => text.startsWith(name, one - name.length));
    if (end === undefined) return null;
    const phrase = ROLE.exec(text.slice(end + 2, end + 90))?.[1];
    const reading = phrase === undefined ? null : readSource(phrase, words);
    return reading === null || reading.role === null || reading.name !== null ? null : reading;
  };
}

const ROLE = /^(?:\d\d, )?((?:the|an?|its|his|her|their|former|head)\b[^,.;:]{3,70})[,.;]/;
/** Of all places with the same last word so many are looked at. */
const MOST_PLACES = 200;
const BEFORE_COMMA = /(?<![\p{L}\p{M}\p{N}.’'&-])[\p{L}\p{M}\p{N}.’'&-]+(?=, )/gu;

/** For each word with a comma behind it, where it ends. */
function wordsBeforeCommas(text: string): Map<string, number[]> {
  const ends = new Map<string, number[]>();
  for (const { 0: word, index } of matchesOf(text, BEFORE_COMMA)) {
    const own = ends.get(word);
    if (own === undefined) ends.set(word, [index + word.length]);
    else own.push(index + word.length);
  }
  return ends;
}
