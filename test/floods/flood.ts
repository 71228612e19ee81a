/** One phenomenon, over and over: `of` gives a text of it of about so many characters. */
export interface Flood {
  readonly name: string;
  of(size: number): string;
}

/** The same words as often as they fit. */
export const again = (name: string, unit: string, before = '', after = ''): Flood => ({
  name,
  of: (size) => before + unit.repeat(Math.max(1, Math.ceil(size / unit.length))) + after,
});

/** Other words each time: what is said of the first, the second, the third. */
export const each = (name: string, unit: (index: number) => string, before = '', after = ''): Flood => ({
  name,
  of: (size) => {
    const parts = [before];
    for (let length = 0, index = 0; length < size; index++) {
      const part = unit(index);
      parts.push(part);
      length += part.length;
    }
    return parts.join('') + after;
  },
});

/** What opens as often as it fits, and then what closes as often. */
export const nested = (name: string, open: string, close: string, core = 'The bridge is closed.'): Flood => ({
  name,
  of: (size) => {
    const depth = Math.max(1, Math.floor(size / (open.length + close.length)));
    return open.repeat(depth) + core + close.repeat(depth);
  },
});

const SYLLABLES = [
  'ba',
  'cor',
  'den',
  'fal',
  'gri',
  'hol',
  'kem',
  'lun',
  'mor',
  'nev',
  'pol',
  'ras',
  'sti',
  'tov',
  'vel',
  'zan',
];

/** A made name for a number, another for each: "Bacor", "Bacorden". */
export function nameOf(index: number): string {
  let word = '';
  for (let left = index + 1; left > 0; left = Math.floor(left / SYLLABLES.length))
    word += SYLLABLES[left % SYLLABLES.length];
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}en`;
}
