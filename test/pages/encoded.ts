/** What a page is written in; each story has one of them, so that every layout is read in all. */
export const CHARSETS = ['utf-8', 'windows-1252', 'windows-1251', 'utf-16le'] as const;
export type Charset = (typeof CHARSETS)[number];

/** The bytes of a page in an encoding, declared as pages declare it; characters that it lacks are references, in scripts escapes. */
export function encoded(html: string, charset: Charset): Uint8Array {
  const declared = html.replace(/charset\s*=\s*"?utf-8"?/i, (said) => said.replace(/utf-8/i, charset));
  if (charset === 'utf-8') return Buffer.from(declared);
  if (charset === 'utf-16le') return Buffer.from(`\ufeff${declared}`, 'utf16le');
  const bytes = oneByte(charset);
  const parts = declared.split(/(<script[\s\S]*?<\/script>)/i);
  return Buffer.concat(
    parts.map((part) =>
      Buffer.concat(
        [...part].map((character) => Buffer.from(bytes.get(character) ?? escaped(character, part))),
      ),
    ),
  );
}

function escaped(character: string, part: string): number[] {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  const written = part.startsWith('<script')
    ? units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('')
    : `&#${character.codePointAt(0)};`;
  return [...Buffer.from(written)];
}

/** The byte of every character that a one-byte encoding has, by trying all. */
function oneByte(charset: string): ReadonlyMap<string, number[]> {
  const decoder = new TextDecoder(charset);
  return new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(new Uint8Array([byte])), [byte]]));
}
