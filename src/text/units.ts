/** The lengths of a text's prefix in the three units that offsets are counted in. */
export interface Units {
  readonly utf16: number;
  readonly codePoints: number;
  readonly bytes: number;
}

/**
 * For every offset between two characters of `text`, the same place in UTF-16 code units, code points
 * (Web Annotation, brat) and UTF-8 bytes. Offsets inside a surrogate pair are no places and are left out.
 */
export function* places(text: string): Generator<Units> {
  let utf16 = 0;
  let codePoints = 0;
  let bytes = 0;
  for (const character of text) {
    yield { utf16, codePoints, bytes };
    utf16 += character.length;
    codePoints += 1;
    bytes += utf8Length(character.codePointAt(0) ?? 0);
  }
  yield { utf16, codePoints, bytes };
}

/** A table from code-point offsets to UTF-16 offsets; its length is the text's length in code points plus one. */
export function utf16ByCodePoint(text: string): Uint32Array {
  const table: number[] = [];
  for (const place of places(text)) table.push(place.utf16);
  return Uint32Array.from(table);
}

function utf8Length(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
