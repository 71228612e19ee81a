import { isUtf8 } from 'node:buffer';
import { Fault } from '../../record/index.ts';

/** One byte stands for one character in these, so that places are the same. */
const ONE_BYTE = /^(?:windows-|iso-8859-|koi8-|ibm866|macintosh|x-mac-)/;

/**
 * For every offset into the text that some bytes were decoded to, in UTF-16 code units and its end included, the offset
 * of the byte at which that character begins. The second half of a pair begins where the first does.
 */
export function bytePlaces(bytes: Uint8Array, encoding: string): Uint32Array {
  const mark = markLength(bytes, encoding);
  if (ONE_BYTE.test(encoding)) return Uint32Array.from({ length: bytes.length + 1 }, (_, offset) => offset);
  if (encoding === 'utf-8' && isUtf8(bytes)) return utf8Places(bytes, mark);
  const places: number[] = [];
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  let begin = mark;
  const byte = new Uint8Array(1);
  const put = (text: string, end: number) => {
    if (text === '') return;
    // A wrong sequence shows by the byte behind it, which then stands for itself.
    const isWrongBefore = text.length > 1 && text.startsWith('\ufffd');
    for (let index = 0; index < text.length; index++)
      places.push(isWrongBefore && index > 0 ? end - 1 : begin);
    begin = end;
  };
  for (let at = mark; at < bytes.length; at++) {
    const run = asciiRun(bytes, at, encoding);
    if (run > 0 && begin === at) {
      for (let index = 0; index < run; index++) places.push(at + index);
      at += run - 1;
      begin = at + 1;
      continue;
    }
    byte[0] = bytes[at] ?? 0;
    put(decoder.decode(byte, { stream: true }), at + 1);
  }
  put(decoder.decode(), bytes.length);
  places.push(bytes.length);
  const { length } = new TextDecoder(encoding).decode(bytes);
  if (places.length !== length + 1)
    throw new Fault('byte-places', `expected ${length + 1} places of ${encoding}, found ${places.length}`);
  return Uint32Array.from(places);
}

/** Of UTF-8 without a wrong byte: a character begins where no byte goes on, and has two units where it takes four bytes. */
function utf8Places(bytes: Uint8Array, mark: number): Uint32Array {
  const places = new Uint32Array(bytes.length - mark + 1);
  let unit = 0;
  for (let at = mark; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    places[unit++] = at;
    if (byte >= 0xf0) places[unit++] = at;
  }
  places[unit++] = bytes.length;
  return places.slice(0, unit);
}

/** How many bytes from here on are ASCII in UTF-8, where each is a character. Other encodings shift, or use such bytes as second ones. */
function asciiRun(bytes: Uint8Array, at: number, encoding: string): number {
  if (encoding !== 'utf-8') return 0;
  let end = at;
  while (end < bytes.length && (bytes[end] ?? 0x80) < 0x80) end++;
  return end - at;
}

function markLength(bytes: Uint8Array, encoding: string): number {
  const [a, b, c] = bytes;
  if (encoding === 'utf-8') return a === 0xef && b === 0xbb && c === 0xbf ? 3 : 0;
  if (encoding === 'utf-16le') return a === 0xff && b === 0xfe ? 2 : 0;
  return encoding === 'utf-16be' && a === 0xfe && b === 0xff ? 2 : 0;
}
