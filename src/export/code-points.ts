import { places } from '../text/index.ts';

export type Count = (utf16: number) => number;

/** How many code points stand before a place of a text, which the record counts in UTF-16 code units. */
export function codePointsIn(text: string): Count {
  const table = new Uint32Array(text.length + 1);
  for (const { utf16, codePoints } of places(text)) table[utf16] = codePoints;
  return (utf16) => table[utf16] ?? 0;
}
