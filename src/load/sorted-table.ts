/** A look-up in a table of two columns whose lines are sorted: nothing is read before it is asked for. */
export interface Lookup<Value extends string> {
  has(key: string): boolean;
  get(key: string): Value | undefined;
}

/** Takes the text of a file with sorted lines, its header cut off. Looks keys up by bisection over the text itself. */
export function sortedTable<Value extends string>(text: string): Lookup<Value> {
  const get = (key: string): Value | undefined => {
    let low = 0;
    let high = text.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const start = text.lastIndexOf('\n', middle - 1) + 1;
      const found = text.indexOf('\n', start);
      const end = found < 0 ? text.length : found;
      const tab = text.indexOf('\t', start);
      const own = text.slice(start, tab);
      if (own === key) return text.slice(tab + 1, end) as Value;
      if (own < key) low = end + 1;
      else high = start;
    }
    return undefined;
  };
  return { get, has: (key) => get(key) !== undefined };
}
