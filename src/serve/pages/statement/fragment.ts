/** So many words at either end say which words are meant. */
const ENDS = 6;

/**
 * An address with a text fragment (WICG Scroll to Text Fragment), so that a browser that knows them shows the words on the
 * outlet's own page: short words whole, long ones by their beginning and end.
 */
export function withFragment(url: string, words: string): string {
  const all = words.trim().split(/\s+/);
  const directive =
    all.length <= ENDS * 2 ? part(all) : `${part(all.slice(0, ENDS))},${part(all.slice(-ENDS))}`;
  return words.trim() === '' ? url : `${url.split('#', 1)[0]}#:~:text=${directive}`;
}

/** A dash, a comma and an ampersand have a meaning in the directive. */
const part = (words: readonly string[]): string => encodeURIComponent(words.join(' ')).replaceAll('-', '%2D');
